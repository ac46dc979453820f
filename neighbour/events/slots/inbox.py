"""How the inbox says what happens around events."""

from uuid import UUID

from flask import Flask
from flask_babel import gettext

from neighbour import notifications
from neighbour.db import db
from neighbour.events.models import Event


def init_app(app: Flask) -> None:
    notifications.kind(app, "invited", invited, icon="calendar")
    notifications.kind(app, "minutes_ready", minutes_ready, icon="paper")
    notifications.subject(app, "event", visible)


def invited(words: dict, _count: int) -> str:
    named = {"name": words.get("name", ""), "title": words.get("title", ""), "when": words.get("when", "")}
    return gettext("%(name)s lädt Sie ein: „%(title)s“, %(when)s", **named)


def minutes_ready(words: dict, _count: int) -> str:
    return gettext("Das Protokoll ist da: „%(title)s“", title=words.get("title", ""))


def visible(viewer, ids: set[UUID]) -> set[UUID]:
    shown = Event.visible_to(viewer).where(Event.id.in_(ids)).with_only_columns(Event.id)
    return set(db.session.scalars(shown))
