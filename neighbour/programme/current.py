"""The programme of this installation, as every page needs it: read once a minute, not once a request."""

from time import monotonic

from flask import current_app
from sqlalchemy import select

from neighbour.db import db
from neighbour.programme.models import OPERATOR, Programme

KEPT_SECONDS = 60


def current() -> Programme:
    """The programme of this installation, read again once a minute; an unnamed one before `init`."""
    kept = current_app.extensions.get("programme")
    if kept is None or kept[0] < monotonic():
        found = db.session.scalars(select(Programme).limit(1)).first()
        if found is not None:
            db.session.expunge(found)
        kept = monotonic() + KEPT_SECONDS, found or unnamed()
        current_app.extensions["programme"] = kept
    return kept[1]


def unnamed() -> Programme:
    nothing = dict.fromkeys(("land", "promise", "phone_hour", *OPERATOR), "")
    return Programme(name="Neighbour", is_demo=False, phases=[], **nothing)
