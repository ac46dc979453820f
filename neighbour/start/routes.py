"""The first page, and whether the server is alive."""

from flask import Blueprint
from flask_login import current_user
from sqlalchemy import text

from neighbour.db import db
from neighbour.web.fragments import page
from neighbour.web.public import public
from neighbour.web.slots import gather

bp = Blueprint("start", __name__)


@bp.get("/")
def start() -> str:
    parts = {name: gather(f"start.{name}", current_user) for name in ("next", "waiting", "news", "companion")}
    return page("start/start.html", **parts)


@bp.get("/livez")
@public
def livez() -> str:
    """The process answers."""
    return "ok"


@bp.get("/readyz")
@public
def readyz() -> str:
    """The database answers too."""
    db.session.execute(text("SELECT 1"))
    return "ok"
