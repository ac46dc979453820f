"""Where materials are on the web."""

from flask import Blueprint, Flask

from neighbour.materials.routes import reading, upkeep, withdrawing, writing

bp = Blueprint("materials", __name__)
for part in (writing, reading, upkeep, withdrawing):
    part.add_to(bp)


def init_app(app: Flask) -> None:
    app.register_blueprint(bp)
