"""Runs migrations inside the application, on its own engine."""

from alembic import context
from flask import current_app

engine = current_app.extensions["migrate"].db.engine
metadata = current_app.extensions["migrate"].db.metadata


def render(kind, thing, _autogen):
    """Our own column type is written as the type it is kept as: migrations do not import models."""
    if kind == "type" and type(thing).__name__ == "Moment":
        return "sa.DateTime(timezone=True)"
    return False


def foreign_keys(connection, state: str) -> None:
    """On the driver's own connection and before the first statement: inside a transaction SQLite ignores it, and with
    foreign keys on, a table that is rebuilt takes its children's rows along."""
    if connection.dialect.name == "sqlite":
        connection.connection.driver_connection.execute(f"PRAGMA foreign_keys={state}")


def broken(connection) -> list:
    if connection.dialect.name != "sqlite":
        return []
    return connection.exec_driver_sql("PRAGMA foreign_key_check").all()


with engine.connect() as connection:
    foreign_keys(connection, "OFF")
    context.configure(
        connection=connection, target_metadata=metadata, render_as_batch=True, render_item=render, compare_type=True
    )
    with context.begin_transaction():
        context.run_migrations()
        if found := broken(connection):
            raise RuntimeError(f"this migration would leave rows without their owner: {found[:5]}")
    foreign_keys(connection, "ON")
