"""People, their roles, their devices, and how they prove who they are."""

from flask import Flask

from neighbour.accounts import commands, routes, session, tidying
from neighbour.accounts.models import Device, Role, User, Visitor

__all__ = ["Device", "Role", "User", "Visitor", "init_app"]


def init_app(app: Flask) -> None:
    session.init_app(app)
    routes.init_app(app)
    commands.init_app(app)
    tidying.init_app(app)
