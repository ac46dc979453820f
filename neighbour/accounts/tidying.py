"""What nobody needs any more goes: old attempts, links that are over, sign-ins that have ended."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import delete

from neighbour.accounts.models import Attempts, Device, SignInLink
from neighbour.db import db, now
from neighbour.worker import add_job

AN_HOUR = 3600
ATTEMPTS_KEPT = timedelta(days=1)
LINKS_KEPT = timedelta(days=7)
ENDED_DEVICES_KEPT = timedelta(days=90)


def init_app(app: Flask) -> None:
    add_job(app, "accounts", tidy, every=AN_HOUR)


def tidy() -> None:
    db.session.execute(delete(Attempts).where(Attempts.last_at < now() - ATTEMPTS_KEPT))
    db.session.execute(delete(SignInLink).where(SignInLink.expires_at < now() - LINKS_KEPT))
    db.session.execute(delete(Device).where(Device.ended_at < now() - ENDED_DEVICES_KEPT))
    db.session.commit()
