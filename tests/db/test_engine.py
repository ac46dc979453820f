"""The connections are set up as the programme needs them."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from neighbour.db import db
from neighbour.db.engine import SAFE_SQLITE, sqlite_driver


def asked(app, *questions: str) -> list:
    with app.app_context():
        return [db.session.scalar(text(question)) for question in questions]


def test_sqlite_is_safe_and_set_up(app):
    with app.app_context():
        if db.engine.dialect.name != "sqlite":
            return
    version = tuple(map(int, sqlite_driver().sqlite_version.split(".")))

    wal, synchronous, foreign_keys = asked(app, "PRAGMA journal_mode", "PRAGMA synchronous", "PRAGMA foreign_keys")

    assert wal == ("wal" if version >= SAFE_SQLITE else "delete")
    assert (synchronous, foreign_keys) == (2, 1)


def test_postgresql_reads_what_is_committed(app):
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            return
    assert asked(app, "SHOW transaction_isolation") == ["read committed"]


def test_what_people_wrote_does_not_stand_in_errors(app):
    with app.app_context(), pytest.raises(SQLAlchemyError) as failure:
        db.session.execute(text("SELECT * FROM nowhere WHERE words = :words"), {"words": "a secret"})

    assert "nowhere" in str(failure.value)
    assert "a secret" not in str(failure.value)
