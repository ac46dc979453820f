"""The nouns of initiatives."""

from neighbour.initiatives.models.initiative import Initiative, Light, Mark, Region, Status
from neighbour.initiatives.models.invitation import Invitation
from neighbour.initiatives.models.membership import Membership, MembershipRole

__all__ = ["Initiative", "Invitation", "Light", "Mark", "Membership", "MembershipRole", "Region", "Status"]
