"""The programme itself: its name, its dates, its phases, what the team promises."""

from flask import Flask

from neighbour.programme import commands
from neighbour.programme.commands import at_init
from neighbour.programme.current import current
from neighbour.programme.models import OPERATOR, Phase, Programme
from neighbour.web.slots import fill

__all__ = ["OPERATOR", "Phase", "Programme", "at_init", "current", "init_app"]


def init_app(app: Flask) -> None:
    app.context_processor(words)
    fill(app, "pack.around", facts)
    commands.init_app(app)


def facts(_viewer) -> list:
    """What every page may say of the programme, for the versions of pages that devices keep."""
    programme = current()
    return [getattr(programme, column.key) for column in Programme.__table__.columns]


def words() -> dict:
    """`programme` on every page, and whether people and places on it are invented."""
    programme = current()
    return {"programme": programme, "demo": programme.is_demo}
