"""What somebody must know, as rows written with their cause: an inbox in the app, later mail and push."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from neighbour.notifications import routes, start, tidying, unread
from neighbour.notifications.kinds import kind, subject
from neighbour.notifications.models import Notification
from neighbour.notifications.telling import notify, settled, taken_back, told_one_less
from neighbour.notifications.unread import seen, unread_about
from neighbour.web import navigation
from neighbour.web.slots import fill

__all__ = [
    "Notification", "init_app", "kind", "notify", "seen", "settled", "subject", "taken_back", "told_one_less",
    "unread_about",
]  # fmt: skip


def init_app(app: Flask) -> None:
    app.register_blueprint(routes.bp)
    unread.init_app(app)
    tidying.init_app(app)
    fill(app, "start.waiting", start.waiting, order=20)
    label = _l("Benach\u00adrichtigungen")
    navigation.add(app, navigation.MENU, label, "notifications.notifications", icon="bell", order=75)
