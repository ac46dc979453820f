"""A week after the end nobody needs to know any more who eats what, how guests were reached, nor from which browser."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import or_, select, update

from neighbour.db import db, now
from neighbour.events.models import Event
from neighbour.events.models.registration import NEEDS, Registration
from neighbour.outbox import Receipt
from neighbour.worker import add_job

AN_HOUR = 3600
KEPT = timedelta(days=7)
PERSONAL = (*NEEDS, "phone", "email", "visitor")


def init_app(app: Flask) -> None:
    add_job(app, "registrations", forget_needs, every=AN_HOUR)


def forget_needs() -> None:
    over = Registration.event_id.in_(select(Event.id).where(Event.ends_at < now() - KEPT))
    forget_ways(over)
    told = or_(*(getattr(Registration, name) != "" for name in PERSONAL))
    for registration in db.session.scalars(select(Registration).where(over, told)):  # each says so to kept pages
        for name in PERSONAL:
            setattr(registration, name, "")
    db.session.commit()


def forget_ways(over) -> None:
    """Receipts of visitors no longer lead to what they registered."""
    known = select(Registration.id, Registration.key, Registration.visitor).where(over, Registration.visitor != "")
    for id, key, visitor in db.session.execute(known).all():
        ways = or_(Receipt.location.contains(str(id)), Receipt.location.contains(key, autoescape=True))
        db.session.execute(update(Receipt).where(Receipt.account == visitor, ways).values(location="/"))
