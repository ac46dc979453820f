"""What somebody must know, as rows written with their cause: an inbox in the app, later mail and push."""

from flask import Flask

from neighbour.notifications import unread
from neighbour.notifications.kinds import kind, subject
from neighbour.notifications.models import Notification
from neighbour.notifications.telling import notify, settled, taken_back
from neighbour.notifications.unread import seen

__all__ = ["Notification", "init_app", "kind", "notify", "seen", "settled", "subject", "taken_back"]


def init_app(app: Flask) -> None:
    unread.init_app(app)
