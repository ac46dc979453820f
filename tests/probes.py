"""Addresses that only the tests have: what a view could do wrong, done on purpose."""

import threading

from flask import Blueprint, request
from flask_login import current_user

from neighbour.accounts.visiting import recognise
from neighbour.audit import LogLine
from neighbour.db import db
from neighbour.errors import NotAllowed
from neighbour.outbox import operation_id
from neighbour.web.public import public
from neighbour.web.transaction import preparing, remember

bp = Blueprint("probe", __name__, url_prefix="/probe")
HOLD = threading.Event()


def note(words: str, id=None) -> LogLine:
    line = LogLine(id=id, act="probe", sentence=words)
    db.session.add(line)
    return line


@bp.get("/write")
@public
def write_in_a_get() -> str:
    note("written in a GET")
    db.session.flush()
    return "written"


@bp.get("/remember")
@public
def remember_in_a_get() -> str:
    remember(lambda: note("remembered in a GET"))
    return "read"


@bp.post("/keep")
def keep() -> str:
    note(request.form.get("words", ""), id=operation_id())
    return "kept"


@bp.post("/refuse")
@public
def refuse():
    note("refused")
    db.session.flush()
    remember(lambda: note("remembered beside a refusal"))
    return "no", 422


@bp.post("/raise")
@public
def fail() -> str:
    note("raised")
    db.session.flush()
    raise NotAllowed("Das darf hier niemand.")


@bp.post("/break")
@public
def break_down() -> str:
    note("broken")
    db.session.flush()
    remember(lambda: note("remembered beside a failure"))
    raise RuntimeError("on purpose")


@bp.post("/slow")
@public
@preparing(lambda: HOLD.wait(5))
def slow() -> str:
    note("slow")
    return "kept"


@bp.get("/guest")
@public
def guest() -> str:
    recognise("/probe/guest")
    return "a page for guests"


@bp.post("/guest/keep")
@public
def keep_from_guest() -> str:
    note(request.form.get("words", ""), id=operation_id())
    return "kept"


@bp.get("/who")
def who() -> str:
    return current_user.handle


def notes() -> list[str]:
    """What has been kept by these addresses."""
    return sorted(line.sentence for line in db.session.query(LogLine).filter(LogLine.act == "probe"))
