"""The desk, only for the team: what waits for whom, people and roles, calls noted, and who did what."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from neighbour.desk import letters, pages, routes
from neighbour.desk.models import Assignment, CallNote
from neighbour.web import navigation

__all__ = ["Assignment", "CallNote", "init_app"]


def init_app(app: Flask) -> None:
    routes.init_app(app)
    pages.init_app(app)
    letters.init_app(app)
    navigation.add(
        app, navigation.BAR, _l("Schreib\u00adtisch"), "desk.today", icon="desk", order=5, shown_to=pages.is_for
    )
