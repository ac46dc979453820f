"""Where materials are on the web."""

from flask import Blueprint, Flask

from neighbour.materials.routes import reading, upkeep, withdrawing, writing
from neighbour.pwa import kept

bp = Blueprint("materials", __name__)
kept(bp, except_=("new_withdrawal", "upkeep"))
for part in (writing, reading, upkeep, withdrawing):
    part.add_to(bp)


def init_app(app: Flask) -> None:
    app.register_blueprint(bp)
