"""What the forum's writes are called where somebody asks for them by their receipt word."""

from flask_babel import lazy_gettext as _l

KINDS = {
    "forum.create_topic": _l("Thema im Forum"),
    "forum.create_post": _l("Antwort im Forum"),
    "forum.update_post": _l("Änderung an einem Beitrag"),
    "forum.create_withdrawal": _l("Beitrag zurückgezogen"),
    "forum.create_closure": _l("Thema geschlossen"),
    "forum.create_report": _l("Beitrag gemeldet"),
}
