"""Where needs are on the web."""

from flask import Blueprint, Flask
from flask_babel import lazy_gettext as _l

from neighbour.needs.routes import editing, marking, moving, naming, reading, speaking
from neighbour.pwa import kept
from neighbour.web import navigation

bp = Blueprint("needs", __name__, url_prefix="/needs")
kept(
    bp,
    except_=(
        "similar",
        "new_declination",
        "new_merger",
        "new_responsibility",
        "new_settlement",
        "new_spoken_confirmation",
        "new_state",
    ),
)
for part in (reading, naming, editing, speaking, moving, marking):
    part.add_to(bp)


def init_app(app: Flask) -> None:
    app.register_blueprint(bp)
    navigation.add(
        app,
        navigation.BAR,
        _l("Bedarf"),
        "needs.needs",
        icon="bulb",
        order=30,
        shown_to=lambda viewer: viewer.reads_content,
    )
