"""Brings the database to the schema of the code, and looks whether it is whole.

Alembic is imported only where it has something to do: most starts find the schema as it should be.
"""

from pathlib import Path

from flask import Flask, current_app
from sqlalchemy import inspect, text

from neighbour.config import ROOT
from neighbour.db.engine import db, sqlite_driver

FOLDER = ROOT / "neighbour" / "migrations"


class NewerThanCode(Exception):
    """The database was written by a newer version of Neighbour than this one."""


def numbers(folder: Path = FOLDER) -> list[str]:
    """The migrations that this version knows, in their order: `0001_house.py` is number 0001."""
    return sorted(path.name.split("_")[0] for path in (folder / "versions").glob("[0-9]*.py"))


def bring_up_to_date() -> None:
    """Runs the migrations that are missing. Raises NewerThanCode rather than guess."""
    there, known = revision(), numbers()
    if there == known[-1]:
        return
    if there is not None and there not in known:
        raise NewerThanCode(f"the database is at {there}, which this version does not know")
    from flask_migrate import upgrade

    db.session.remove()
    register(current_app._get_current_object())
    upgrade(directory=str(FOLDER))


def register(app: Flask) -> None:
    """Makes `db …` commands and the environment of the migrations know this application."""
    from flask_migrate import Migrate

    if "migrate" not in app.extensions:
        Migrate(app, db, directory=str(FOLDER), render_as_batch=True)


def revision() -> str | None:
    """The number of the last migration that ran on this database."""
    with db.engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.scalar(text("SELECT version_num FROM alembic_version"))


def findings() -> list[str]:
    """One line for each thing an operator wants to know."""
    lines = [f"home: {current_app.config['HOME']}", f"database: {db.engine.dialect.name}", f"schema: {revision()}"]
    if db.engine.dialect.name == "sqlite":
        lines.append(f"SQLite {sqlite_driver().sqlite_version}")
        lines.append(f"integrity: {db.session.scalar(text('PRAGMA integrity_check'))}")
        broken = db.session.execute(text("PRAGMA foreign_key_check")).all()
        lines.append(f"foreign keys: {'whole' if not broken else broken[:5]}")
    return lines
