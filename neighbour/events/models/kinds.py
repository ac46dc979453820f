"""What an event can be, for whom, and how the network at its place is, with the words on screen."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l


class EventKind(StrEnum):
    WORKSHOP = "workshop"
    MEETING = "meeting"
    ROUND_TABLE = "round_table"
    CONFERENCE = "conference"


class Audience(StrEnum):
    """Who sees an event and may come."""

    ALL = "all"
    INITIATIVE = "initiative"


class Network(StrEnum):
    """How well telephones and the internet work at a place."""

    GOOD = "good"
    PATCHY = "patchy"
    NONE = "none"


KIND_WORDS = {
    EventKind.WORKSHOP: _l("Workshop"),
    EventKind.MEETING: _l("Treffen"),
    EventKind.ROUND_TABLE: _l("Runder Tisch"),
    EventKind.CONFERENCE: _l("Tagung"),
}
AUDIENCE_WORDS = {
    Audience.ALL: _l("Alle im Netzwerk"),
    Audience.INITIATIVE: _l("Nur die eigene Initiative und das Projektteam"),
}
NETWORK_WORDS = {
    Network.GOOD: _l("Internet: gut"),
    Network.PATCHY: _l("Internet: mal ja, mal nein"),
    Network.NONE: _l("Kein Internet, kein Empfang"),
}
