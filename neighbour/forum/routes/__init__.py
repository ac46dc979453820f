"""Where the forum is on the web."""

from flask import Blueprint, Flask
from flask_babel import lazy_gettext as _l

from neighbour.forum.routes import moderation, posts, rooms, search, topics
from neighbour.pwa import kept
from neighbour.web import navigation

bp = Blueprint("forum", __name__, url_prefix="/forum")
kept(bp, except_=("found", "new_hiding", "new_move"))
for part in (rooms, topics, posts, moderation, search):
    part.add_to(bp)


def init_app(app: Flask) -> None:
    app.register_blueprint(bp)
    navigation.add(
        app,
        navigation.BAR,
        _l("Forum"),
        "forum.forum",
        icon="speech",
        order=20,
        shown_to=lambda viewer: viewer.reads_content,
    )
