"""Workshops and meetings: the invitation, who comes, what changes, and who has to be told."""

from flask import Flask

from neighbour.events import packing, registrations, routes, slots, words
from neighbour.events.models import Event

__all__ = ["Event", "init_app"]


def init_app(app: Flask) -> None:
    """Registers what events show on the web."""
    app.jinja_env.filters.update(
        event_when=words.when,
        event_when_briefly=words.when_briefly,
        event_where=words.where,
        event_facts=words.facts,
        event_host=words.host_of,
    )
    routes.init_app(app)
    slots.init_app(app)
    packing.init_app(app)
    registrations.init_app(app)
