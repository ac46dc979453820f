"""Mails are rows first, written with their cause and sent by the worker."""

from collections.abc import Callable

from flask import Flask

from neighbour.mail import tidying
from neighbour.mail.models import Mail, write, written_for

__all__ = ["Mail", "init_app", "when_given_up", "write", "written_for"]


def init_app(app: Flask) -> None:
    app.extensions["mails_given_up"] = []
    tidying.init_app(app)


def when_given_up(app: Flask, tell: Callable[[str], None]) -> None:
    """`tell(cause)` is called in the transaction that gives a mail up: somebody has to be told otherwise."""
    app.extensions["mails_given_up"].append(tell)
