"""What a need can be, with the words on screen."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l


class State(StrEnum):
    """How far the team and the initiative have come with it."""

    RECEIVED = "received"
    UNDERSTOOD = "understood"
    MODELLED = "modelled"
    IN_TRIAL = "in_trial"
    SETTLED = "settled"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Mark(StrEnum):
    """What else happens on the way of a need; its state stays as it is."""

    HANDED = "handed"
    CONFIRMED = "confirmed"


class Outcome(StrEnum):
    """How a settled need ended. „Back to paper“ and „no tool“ are results like the others."""

    KEEP = "keep"
    CHANGE = "change"
    PAPER = "paper"
    NO_TOOL = "no_tool"


class Urgency(StrEnum):
    NOW = "now"
    SOON = "soon"
    LATER = "later"


class Network(StrEnum):
    """How good the net is where the thing is done."""

    GOOD = "good"
    PATCHY = "patchy"
    NONE = "none"


STATE_WORDS = {
    State.RECEIVED: _l("eingegangen"),
    State.UNDERSTOOD: _l("verstanden"),
    State.MODELLED: _l("Vorschlag liegt vor"),
    State.IN_TRIAL: _l("wird ausprobiert"),
    State.SETTLED: _l("geklärt"),
    State.DECLINED: _l("abgelehnt"),
    State.WITHDRAWN: _l("hat sich erledigt"),
}
OUTCOME_WORDS = {
    Outcome.KEEP: _l("Das Neue behalten"),
    Outcome.CHANGE: _l("Das Neue ändern"),
    Outcome.PAPER: _l("Zurück zum Papier, zu Recht"),
    Outcome.NO_TOOL: _l("Es geht ohne Werkzeug"),
}
URGENCY_WORDS = {
    Urgency.NOW: _l("Es drängt"),
    Urgency.SOON: _l("In den nächsten Monaten"),
    Urgency.LATER: _l("Es hat Zeit"),
}
NETWORK_WORDS = {
    Network.GOOD: _l("gutes Netz"),
    Network.PATCHY: _l("mal ja, mal nein"),
    Network.NONE: _l("gar kein Netz"),
}
ENDED = (State.SETTLED, State.DECLINED, State.WITHDRAWN)
ON_THE_WAY = (State.UNDERSTOOD, State.MODELLED, State.IN_TRIAL)
