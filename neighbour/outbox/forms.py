"""What may be written to the project team."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from neighbour.web.forms import INVISIBLE, Form, one_id, text
from neighbour.web.ways import own_path

LONGEST_ABOUT, LONGEST_REASON, LONGEST_KIND = 400, 2_000, 40
LONGEST = 60_000  # what was too long for its place still reaches people


def carried(longest: int) -> HiddenField:
    """What the person has not written themselves is no reason to refuse their letter: it is cut."""
    return HiddenField(filters=[lambda words: INVISIBLE.sub("", words or "")[:longest]])


class LetterForm(Form):
    """A text that could not go where it should, with the reason and the page it was meant for. A device says in `about`
    which operation it was, and in `address` where; a link to the form says only what it is about."""

    text = text(_l("Ihr Text"), longest=LONGEST, required=_l("Bitte schreiben Sie etwas."))
    about = carried(LONGEST_ABOUT)
    address = carried(LONGEST_ABOUT)
    reason = carried(LONGEST_REASON)
    kind = carried(LONGEST_KIND)

    @property
    def words(self) -> dict:
        place = self.address.data or ("" if one_id(self.about.data) else self.about.data)
        about = own_path(place) if place else ""
        return {"text": self.text.data, "about": about, "reason": self.reason.data, "kind": self.kind.data}
