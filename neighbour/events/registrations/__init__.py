"""Who comes to an event: places and the waiting list, who is told what, what the hosts need to know."""

from flask import Flask

from neighbour.events.registrations import lists, slots, telling, tidying, words
from neighbour.events.registrations.arriving import arrive, cancel
from neighbour.events.registrations.places import Summary, fill_places, summaries, summary
from neighbour.events.registrations.telling import registered_ids, told_about

__all__ = [
    "Summary",
    "arrive",
    "cancel",
    "fill_places",
    "init_app",
    "registered_ids",
    "summaries",
    "summary",
    "told_about",
]


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(registration_panel=lists.panel_of, need_words=words.need_words)
    app.jinja_env.filters["call_lines"] = words.call_lines
    telling.init_app(app)
    tidying.init_app(app)
    slots.init_app(app)
