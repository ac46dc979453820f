"""What an initiative, its light and a membership can be, with the words on screen."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l


class Status(StrEnum):
    """Where an initiative stands in the programme."""

    APPLIED = "applied"
    SELECTED = "selected"
    WITHDRAWN = "withdrawn"
    FRIEND = "friend"


class Region(StrEnum):
    HOLLERLAND = "hollerland"
    BRAMMER_LAND = "brammer-land"
    BERGLAND = "bergland"
    REVIER = "revier"
    GRENZLAND = "grenzland"


class Mark(StrEnum):
    """The shape of a trail mark; its colour is the region's."""

    DISC = "disc"
    WAVE = "wave"
    TRIANGLE = "triangle"
    BARS = "bars"
    DIAMOND = "diamond"
    CROSS = "cross"


class Light(StrEnum):
    """How an initiative says it is doing, in its own words."""

    GOOD = "good"
    BUSY = "busy"
    STUCK = "stuck"
    SILENT_ON_PURPOSE = "silent_on_purpose"
    NONE = "none"


class MembershipRole(StrEnum):
    COORDINATOR = "coordinator"
    DEPUTY = "deputy"
    TREASURER = "treasurer"
    MEMBER = "member"


STATUS_WORDS = {
    Status.APPLIED: _l("Beworben, noch nicht entschieden"),
    Status.SELECTED: _l("Im Programm dabei"),
    Status.WITHDRAWN: _l("Nicht mehr im Programm"),
    Status.FRIEND: _l("Netzwerkfreund"),
}
# Names of places are the same in every language.
REGION_WORDS = {
    Region.HOLLERLAND: "Hollerland",
    Region.BRAMMER_LAND: "Brammer Land",
    Region.BERGLAND: "Bergland",
    Region.REVIER: "Revier",
    Region.GRENZLAND: "Grenzland",
}
MARK_WORDS = {
    Mark.DISC: _l("Kreis"),
    Mark.WAVE: _l("Welle"),
    Mark.TRIANGLE: _l("Dreieck"),
    Mark.BARS: _l("Balken"),
    Mark.DIAMOND: _l("Raute"),
    Mark.CROSS: _l("Kreuz"),
}
LIGHT_WORDS = {
    Light.NONE: _l("Keine Angabe"),
    Light.GOOD: _l("Es läuft gut"),
    Light.BUSY: _l("Es ist viel los"),
    Light.STUCK: _l("Es hakt"),
    Light.SILENT_ON_PURPOSE: _l("Gerade still, und das ist gut so"),
}
ROLE_WORDS = {
    MembershipRole.COORDINATOR: _l("Koordination"),
    MembershipRole.DEPUTY: _l("Vertretung"),
    MembershipRole.TREASURER: _l("Kasse"),
    MembershipRole.MEMBER: _l("Mitglied"),
}
