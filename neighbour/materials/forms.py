"""What is asked of who writes a material."""

from uuid import UUID

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, SelectMultipleField

from neighbour.db import db
from neighbour.materials.models import LONGEST_REASON, MaterialVersion, PlainState
from neighbour.uploads.forms import WithUploads
from neighbour.uploads.models import LONGEST_ALT
from neighbour.web.forms import INVISIBLE, Form, choice, line, one_id, one_line, text

STATES = [
    (PlainState.DRAFT.value, _l("Entwurf, noch nicht geprüft")),
    (PlainState.CHECKED.value, _l("Geprüft: Jemand, für den es ist, hat es gelesen")),
]


class MaterialForm(WithUploads):
    """A new material. `place` names where it hangs."""

    place = HiddenField()
    title = line(_l("Titel"), longest=120, required=_l("Bitte schreiben Sie, wie das Blatt heißt."))
    body = text(_l("Text"), longest=20_000, required=False)
    plain = text(_l("In einfacher Sprache"), required=False)
    plain_state = choice(_l("Wie weit ist die einfache Sprache?"), STATES, default=PlainState.DRAFT.value)
    is_minutes = BooleanField(_l("Das ist das Protokoll"))

    def validate(self, *args, **words) -> bool:
        """A sheet that exists as a file needs no text beside it."""
        fits = super().validate(*args, **words)
        if not self.body.data and not self.body.errors and not self.holds_uploads:
            self.refuse("body", _l("Bitte schreiben Sie den Text, oder wählen Sie eine Datei oder ein Foto."))
            return False
        return fits

    @property
    def holds_uploads(self) -> bool:
        return any(file.filename for name in ("photos", "files") for file in request.files.getlist(name))

    @property
    def words(self) -> dict:
        return {name: self[name].data or "" for name in ("title", "body", "plain", "plain_state")}


class ReplacementForm(MaterialForm):
    """A new version; `version` is the one it was written on, `removed` are uploads that it no longer has. That the plain
    text was checked is asked anew: the check was of other words."""

    version = HiddenField(filters=[one_id])
    note = line(_l("Was ist neu?"), longest=200, required=False)
    removed = SelectMultipleField(coerce=one_id, choices=(), validate_choice=False)

    @property
    def alts(self) -> dict[UUID | None, str]:
        """What the kept photos show, by photo: the name of each field is `alt_` and its id."""
        typed = ((name.removeprefix("alt_"), words) for name, words in request.form.items() if name.startswith("alt_"))
        return {one_id(id): one_line(INVISIBLE.sub("", words)) for id, words in typed}

    def validate(self, *args, **words) -> bool:
        fits = super().validate(*args, **words)
        if any(len(words) > LONGEST_ALT for words in self.alts.values()):
            self.refuse(
                "removed", _l("Der Text zu einem Bild ist zu lang. Möglich sind %(most)s Zeichen.", most=LONGEST_ALT)
            )
            return False
        return fits

    @property
    def holds_uploads(self) -> bool:
        """New ones, or some that it keeps."""
        before = db.session.get(MaterialVersion, self.version.data) if self.version.data else None
        gone = {str(one) for one in self.removed.data}
        return super().holds_uploads or bool(before and set(before.upload_ids) - gone)

    @classmethod
    def about(cls, version: MaterialVersion) -> "ReplacementForm":
        known = {"title": version.title, "body": version.body, "plain": version.plain}
        return cls(plain_state=PlainState.DRAFT.value, version=str(version.id), removed=[], **known)

    @property
    def words(self) -> dict:
        return {**super().words, "note": self.note.data}


class WithdrawalForm(Form):
    """Why a version is no longer to be read."""

    reason = line(_l("Warum?"), longest=LONGEST_REASON, required=_l("Bitte schreiben Sie einen Satz dazu."))
