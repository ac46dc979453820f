"""Workshops and meetings: the invitation, who comes, what changes, and who has to be told."""

from flask import Flask

from neighbour.events.models import Event

__all__ = ["Event", "init_app"]


def init_app(app: Flask) -> None:
    """Registers the part."""
