"""What was read goes after ninety days, everything after 400."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import delete, or_

from neighbour.db import db, now
from neighbour.notifications.models import Notification
from neighbour.worker import add_job

A_DAY = 24 * 3600
READ_KEPT = timedelta(days=90)
KEPT = timedelta(days=400)


def init_app(app: Flask) -> None:
    add_job(app, "notifications", tidy, every=A_DAY)


def tidy() -> None:
    old = or_(Notification.read_at < now() - READ_KEPT, Notification.at < now() - KEPT)
    db.session.execute(delete(Notification).where(old))
    db.session.commit()
