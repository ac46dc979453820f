"""The nouns of events."""

from neighbour.events.models.event import Event
from neighbour.events.models.kinds import AUDIENCE_WORDS, KIND_WORDS, NETWORK_WORDS, Audience, EventKind, Network
from neighbour.events.models.mailing import Mailing
from neighbour.events.models.registration import Registration
from neighbour.events.models.run_sheet import RunSheetLine

__all__ = [
    "AUDIENCE_WORDS",
    "KIND_WORDS",
    "NETWORK_WORDS",
    "Audience",
    "Event",
    "EventKind",
    "Mailing",
    "Network",
    "Registration",
    "RunSheetLine",
]
