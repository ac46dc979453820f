"""The nouns of needs."""

from neighbour.needs.models.answer import Answer
from neighbour.needs.models.kinds import Network, Outcome, State, Urgency
from neighbour.needs.models.need import Need
from neighbour.needs.models.same_here import SameHere
from neighbour.needs.models.step import Step
from neighbour.needs.models.version import Version

__all__ = ["Answer", "Need", "Network", "Outcome", "SameHere", "State", "Step", "Urgency", "Version"]
