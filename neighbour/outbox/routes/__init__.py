"""What devices and people ask the outbox on the web."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from neighbour.outbox.page import bp
from neighbour.outbox.routes import letters, sync
from neighbour.web import navigation

for part in (sync, letters):
    part.add_to(bp)


def init_app(app: Flask) -> None:
    app.register_blueprint(bp)
    navigation.add(app, navigation.MENU, _l("Ausgang"), "outbox.outbox", icon="tray", order=77)
