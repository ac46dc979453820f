"""Receipts are kept for 400 days: so long may a device be away and still deliver only once. So are letters, once settled.
The key of an account that has ended opens nothing any more."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import delete, select

from neighbour.accounts import User
from neighbour.db import db, now
from neighbour.outbox.models import Letter, OutboxKey, Receipt
from neighbour.worker import add_job

A_DAY = 24 * 3600
KEPT = timedelta(days=400)


def init_app(app: Flask) -> None:
    add_job(app, "receipts", tidy, every=A_DAY)


def tidy() -> None:
    before = now() - KEPT
    db.session.execute(delete(Receipt).where(Receipt.arrived_at < before))
    db.session.execute(delete(Letter).where(Letter.settled_at < before))
    ended = select(User.id).where(User.ended_at.is_not(None))
    db.session.execute(delete(OutboxKey).where(OutboxKey.user_id.in_(ended)))
    db.session.commit()
