"""The nouns of accounts."""

from neighbour.accounts.models.attempts import Attempts
from neighbour.accounts.models.device import Device
from neighbour.accounts.models.sign_in_link import SignInLink
from neighbour.accounts.models.user import Role, User
from neighbour.accounts.models.viewer import NETWORK_ROLE_WORDS, RoleName, Visitor

__all__ = ["NETWORK_ROLE_WORDS", "Attempts", "Device", "Role", "RoleName", "SignInLink", "User", "Visitor"]
