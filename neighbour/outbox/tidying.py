"""Receipts are kept for 400 days: so long may a device be away and still deliver only once. So are letters, once settled."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import delete

from neighbour.db import db, now
from neighbour.outbox.models import Letter, Receipt
from neighbour.worker import add_job

A_DAY = 24 * 3600
KEPT = timedelta(days=400)


def init_app(app: Flask) -> None:
    add_job(app, "receipts", tidy, every=A_DAY)


def tidy() -> None:
    before = now() - KEPT
    db.session.execute(delete(Receipt).where(Receipt.arrived_at < before))
    db.session.execute(delete(Letter).where(Letter.settled_at < before))
    db.session.commit()
