"""The start page: what is next, what waits, what is new. Features fill it through slots."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from neighbour.start import packing, routes
from neighbour.web import navigation


def init_app(app: Flask) -> None:
    app.register_blueprint(routes.bp)
    packing.init_app(app)
    navigation.add(app, navigation.BAR, _l("Start"), "start.start", icon="house", order=10)
