"""What the writes about needs are called where somebody asks for them by their receipt word."""

from flask_babel import lazy_gettext as _l

KINDS = {
    "needs.create_need": _l("Bedarf"),
    "needs.update_need": _l("Änderung an einem Bedarf"),
    "needs.create_same_here": _l("Bei uns auch"),
    "needs.create_answer": _l("Antwort auf einen Bedarf"),
}
