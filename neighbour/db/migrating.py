"""Brings the database to the schema of the code, and looks whether it is whole."""


from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app
from flask_migrate import upgrade
from sqlalchemy import text

from neighbour.config import ROOT
from neighbour.db.engine import db, sqlite_driver

FOLDER = ROOT / "neighbour" / "migrations"


class NewerThanCode(Exception):
    """The database was written by a newer version of Neighbour than this one."""


def bring_up_to_date() -> None:
    """Runs the migrations that are missing. Raises NewerThanCode rather than guess."""
    known = ScriptDirectory(str(FOLDER))
    there = revision()
    if there == known.get_current_head():
        return
    if there is not None and there not in {script.revision for script in known.walk_revisions()}:
        raise NewerThanCode(f"the database is at {there}, which this version does not know")
    db.session.remove()
    upgrade(directory=str(FOLDER))


def revision() -> str | None:
    with db.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def findings() -> list[str]:
    """One line for each thing an operator wants to know."""
    lines = [f"home: {current_app.config['HOME']}", f"database: {db.engine.dialect.name}", f"schema: {revision()}"]
    if db.engine.dialect.name == "sqlite":
        lines.append(f"SQLite {sqlite_driver().sqlite_version}")
        lines.append(f"integrity: {db.session.scalar(text('PRAGMA integrity_check'))}")
        broken = db.session.execute(text("PRAGMA foreign_key_check")).all()
        lines.append(f"foreign keys: {'whole' if not broken else broken[:5]}")
    return lines


