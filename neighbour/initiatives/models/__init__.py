"""The nouns of initiatives."""

from neighbour.initiatives.models.initiative import Initiative
from neighbour.initiatives.models.invitation import Invitation
from neighbour.initiatives.models.kinds import Light, Mark, MembershipRole, Region, Status
from neighbour.initiatives.models.membership import Membership

__all__ = ["Initiative", "Invitation", "Light", "Mark", "Membership", "MembershipRole", "Region", "Status"]
