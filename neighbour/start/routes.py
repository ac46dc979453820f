"""The first page, and whether the server is alive."""

from flask import Blueprint
from flask_babel import gettext
from flask_login import current_user
from sqlalchemy import text

from neighbour.db import db, now
from neighbour.pwa import kept
from neighbour.web.filters import BERLIN
from neighbour.web.fragments import page
from neighbour.web.public import public
from neighbour.web.slots import gather

bp = Blueprint("start", __name__)
kept(bp, except_=("livez", "readyz"))
NEWEST = 5


@bp.get("/")
def start() -> str:
    waiting = gather("start.waiting", current_user)
    next_step = soonest(gather("start.next", current_user))
    if next_step is None:
        next_step, waiting = first_of(waiting)
    if next_step is None:
        next_step = next(iter(gather("start.otherwise", current_user)), None)
    return page(
        "start/start.html",
        greeting=greeting(called(current_user.name)),
        next=next_step,
        waiting=waiting,
        news=sorted(gather("start.news", current_user), key=lambda thing: thing["at"], reverse=True)[:NEWEST],
        companion=gather("start.companion", current_user),
    )


def first_of(waiting: list[dict]) -> tuple[dict | None, list[dict]]:
    """Without a date ahead, the first thing that waits is what comes next; it is not shown twice."""
    if not waiting:
        return None, []
    first, *rest = waiting
    return {"kicker": gettext("Als Nächstes"), "label": gettext("Ansehen"), **first}, rest


def called(name: str) -> str:
    """The first name; a name that begins with a title is said whole: nobody is „Guten Tag, Prof.“."""
    first = name.split()[0]
    return name if first.endswith(".") else first


def greeting(name: str) -> str:
    hour = now().astimezone(BERLIN).hour
    if hour < 11:
        return gettext("Guten Morgen, %(name)s", name=name)
    if hour < 18:
        return gettext("Guten Tag, %(name)s", name=name)
    return gettext("Guten Abend, %(name)s", name=name)


def soonest(candidates: list[dict]) -> dict | None:
    """One thing is next: what has a date comes before what has none, the earliest first."""
    dated = sorted((thing for thing in candidates if thing["at"]), key=lambda thing: thing["at"])
    return next(iter(dated or candidates), None)


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
