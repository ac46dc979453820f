"""The programme itself: its name, its dates, its phases, what the team promises."""

from flask import Flask

from neighbour.programme import commands
from neighbour.programme.commands import at_init
from neighbour.programme.current import current
from neighbour.programme.models import OPERATOR, Phase, Programme

__all__ = ["OPERATOR", "Phase", "Programme", "at_init", "current", "init_app"]


def init_app(app: Flask) -> None:
    app.context_processor(words)
    commands.init_app(app)


def words() -> dict:
    """`programme` on every page, and whether people and places on it are invented."""
    programme = current()
    return {"programme": programme, "demo": programme.is_demo}
