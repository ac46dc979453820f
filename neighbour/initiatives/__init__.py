"""Initiatives: who they are, who belongs to them, who accompanies them, and how somebody joins."""

from neighbour.initiatives.models import Initiative, Invitation, Membership

__all__ = ["Initiative", "Invitation", "Membership"]


def init_app(app) -> None:
    """Registers what initiatives show on the web."""
