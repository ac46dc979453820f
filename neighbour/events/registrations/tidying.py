"""A week after the end nobody needs to know any more who eats what, nor how guests were reached."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import or_, select, update

from neighbour.db import db, now
from neighbour.events.models import Event
from neighbour.events.models.registration import NEEDS, Registration
from neighbour.worker import add_job

AN_HOUR = 3600
KEPT = timedelta(days=7)
PERSONAL = (*NEEDS, "phone", "email")


def init_app(app: Flask) -> None:
    add_job(app, "registrations", forget_needs, every=AN_HOUR)


def forget_needs() -> None:
    over = select(Event.id).where(Event.ends_at < now() - KEPT)
    told = or_(*(getattr(Registration, name) != "" for name in PERSONAL))
    forgotten = update(Registration).where(Registration.event_id.in_(over), told)
    db.session.execute(forgotten.values(dict.fromkeys(PERSONAL, "")))
    db.session.commit()
