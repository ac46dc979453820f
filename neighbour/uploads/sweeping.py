"""Bytes that no row names are removed after a day: a form that was refused, an owner that is gone."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import UUID

from flask import Flask
from sqlalchemy import delete, select

from neighbour.db import db, now
from neighbour.uploads.models import Upload
from neighbour.uploads.storage import storage
from neighbour.web.forms import one_id
from neighbour.worker import add_job

A_DAY = timedelta(days=1)
AT_ONCE = 500


def init_app(app: Flask) -> None:
    add_job(app, "uploads", sweep, every=3600)


def sweep() -> None:
    """Never removes what may still get its row: an id says when its bytes came."""
    forgotten = Upload.owner_id.is_(None), Upload.uploaded_at < now() - A_DAY
    db.session.execute(delete(Upload).where(*forgotten))
    db.session.commit()
    old = [key for key in storage().keys() if is_old(key)]
    for start in range(0, len(old), AT_ONCE):
        remove_nameless(old[start : start + AT_ONCE])


def remove_nameless(keys: Iterable[str]) -> None:
    by_key = {key: upload_id(key) for key in keys}
    named = set(db.session.scalars(select(Upload.id).where(Upload.id.in_(list(by_key.values())))))
    db.session.rollback()  # nobody waits for the lock while storage answers
    for key, one in by_key.items():
        if one not in named:
            storage().delete(key)


def upload_id(key: str) -> UUID | None:
    return one_id(key.removesuffix("-small"))


def is_old(key: str) -> bool:
    one = upload_id(key)
    return one is not None and datetime.fromtimestamp((one.int >> 80) / 1000, UTC) < now() - A_DAY
