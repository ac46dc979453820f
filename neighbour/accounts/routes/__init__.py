"""Where accounts are on the web: signing in, and one's own page."""

from flask import Blueprint, Flask
from flask_babel import lazy_gettext as _l

from neighbour.accounts.routes import me, reading, signing_in
from neighbour.web import navigation

bp = Blueprint("accounts", __name__)
for part in (signing_in, me, reading):
    part.add_to(bp)


def init_app(app: Flask) -> None:
    app.register_blueprint(bp)
    navigation.add(app, navigation.MENU, _l("Ich"), "accounts.me", icon="person", order=80)
    navigation.add(app, navigation.MENU, _l("Meine Geräte"), "accounts.devices", icon="device", order=82)
