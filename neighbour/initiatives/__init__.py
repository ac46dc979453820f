"""Initiatives: who they are, who belongs to them, who accompanies them, and how somebody joins."""

from flask import Flask

from neighbour.initiatives import offers, routes
from neighbour.initiatives.models import Initiative, Invitation, Membership

__all__ = ["Initiative", "Invitation", "Membership", "init_app"]


def init_app(app: Flask) -> None:
    """Registers what initiatives show on the web."""
    routes.init_app(app)
    offers.init_app(app)
