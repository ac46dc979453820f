"""Connections: SQLite as the programme needs it, PostgreSQL by URL; a page that is only read cannot write."""

import logging
import sqlite3
from types import ModuleType

from flask import Flask, g, has_request_context
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Engine, event

from neighbour.db.model import Model
from neighbour.db.revisions import listen

db = SQLAlchemy(model_class=Model, session_options={"expire_on_commit": False})
listen(db.session)

# Older versions can lose a write when the write-ahead log restarts (https://sqlite.org/wal.html, "the WAL-reset bug").
SAFE_SQLITE = (3, 51, 3)
WAIT_FOR_LOCK_SECONDS = 15
# The server has 64 threads (neighbour.serving): none of them waits for a connection that another one holds.
# What people wrote stays out of the log: an error names its statement, not the values in it.
OPTIONS = {"pool_size": 16, "max_overflow": 48, "hide_parameters": True}


def init_app(app: Flask) -> None:
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    if url.startswith("sqlite"):
        driver = sqlite_driver()
        options = {"module": driver, "connect_args": {"timeout": WAIT_FOR_LOCK_SECONDS}, **OPTIONS}
    else:
        options = {"pool_pre_ping": True, **OPTIONS}
    app.config.setdefault("SQLALCHEMY_ENGINE_OPTIONS", options)
    db.init_app(app)
    with app.app_context():
        prepare(db.engine)


def sqlite_driver() -> ModuleType:
    """The newest SQLite there is: from the package, else the standard library's."""
    try:
        from pysqlite3 import dbapi2
    except ImportError:
        return sqlite3
    return dbapi2


def prepare(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", set_up_sqlite)
        event.listen(engine, "begin", begin_sqlite)
    else:
        event.listen(engine, "begin", begin_postgresql)


def set_up_sqlite(connection, _record) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves: the driver's own way loses updates
    safe = tuple(map(int, sqlite_driver().sqlite_version.split("."))) >= SAFE_SQLITE
    journal = "WAL" if safe else "DELETE"
    if not safe:
        logging.getLogger("neighbour").warning("SQLite is older than 3.51.3: slower, safer journal is used")
    for pragma in (f"journal_mode={journal}", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}")


def is_writing() -> bool:
    """Whether the transaction about to begin may write: commands always, requests only inside their view."""
    return g.get("writing", False) if has_request_context() else True


def begin_sqlite(connection) -> None:
    writing = is_writing()
    connection.connection.driver_connection.execute(f"PRAGMA query_only={0 if writing else 1}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def begin_postgresql(connection) -> None:
    if not is_writing():
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")
