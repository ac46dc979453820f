"""What may be typed in the forum."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField

from neighbour.uploads.forms import WithUploads, WithWordsForPhotos
from neighbour.web.forms import INVISIBLE, Form, choice, line, listed, named, one_id, one_line, text

LONGEST_TITLE = 120
QUESTION = "question"
KINDS = [(QUESTION, _l("Ich habe eine Frage")), ("news", _l("Ich möchte etwas erzählen"))]


class PostForm(WithUploads):
    """A reply."""

    body = text(_l("Ihre Antwort"), required=_l("Bitte schreiben Sie etwas."))


class EditForm(WithWordsForPhotos):
    """A changed post; `version` is the one it was written on."""

    body = text(_l("Ihr Beitrag"), required=_l("Bitte schreiben Sie etwas."))
    version = HiddenField(filters=[one_id])

    @classmethod
    def of(cls, post, uploads) -> "EditForm":
        return cls(body=post.body, alt=uploads[0].alt if uploads else "", removed=[])


class TopicForm(WithUploads):
    """A new topic. Whoever does not say what it is asks: so no question stays without an answer."""

    room = choice(_l("Raum"), [])
    title = line(_l("Titel"), longest=LONGEST_TITLE, required=_l("Bitte schreiben Sie, worum es geht."))
    body = text(_l("Ihr Beitrag"))
    kind = RadioField(_l("Was ist es?"), choices=named(KINDS), validate_choice=False, validators=[listed])

    def __init__(self, formdata=None, *, rooms, room: str = "", title: str = ""):
        offered = room or (rooms[0].slug if rooms else "")
        super().__init__(formdata, title=one_line(INVISIBLE.sub("", title))[:LONGEST_TITLE])
        self.room.choices = named((room.slug, room.name) for room in rooms)
        self.room.data = self.room.data if formdata and "room" in formdata else offered
        self.kind.data = self.kind.data if formdata and "kind" in formdata else QUESTION

    @property
    def is_question(self) -> bool:
        return self.kind.data == QUESTION


class ClosureForm(Form):
    summary = text(
        _l("Was ist das Ergebnis?"), longest=2_000, required=_l("Bitte schreiben Sie in einem Satz, wie es ausging.")
    )


class ReasonForm(Form):
    """Why a post is hidden or reported."""

    reason = text(_l("Grund"), longest=300, required=_l("Bitte nennen Sie den Grund."))


class MoveForm(Form):
    room = choice(_l("Neuer Raum"), [])

    def __init__(self, formdata=None, *, rooms):
        super().__init__(formdata)
        self.room.choices = named((room.slug, room.name) for room in rooms)


class SearchForm(Form):
    q = line(_l("Suchen"), longest=100, required=False)
