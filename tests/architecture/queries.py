"""How many statements a page sends, and rows enough to see them grow."""

from contextlib import contextmanager
from itertools import cycle

from sqlalchemy import String, Text, UniqueConstraint, event, inspect, select
from sqlalchemy.exc import IntegrityError

from neighbour.accounts import User
from neighbour.db import Model, db, uuid7


@contextmanager
def counted(app):
    """`with counted(app) as statements:` collects what is sent to the database meanwhile."""
    statements: list[str] = []

    def note(_connection, _cursor, statement, *_rest):
        if not statement.startswith(("PRAGMA", "BEGIN", "SET ", "SHOW", "SAVEPOINT")):
            statements.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", note)


def grow(times: int) -> list[str]:
    """Copies of rows of every kind, each by another person; returns the kinds that could be copied."""
    people = list(db.session.scalars(select(User.id).order_by(User.id)))
    grown = []
    for mapper in sorted(Model.registry.mappers, key=lambda mapper: mapper.class_.__name__):
        originals = db.session.scalars(select(mapper.class_).limit(times)).unique().all()
        if not originals or mapper.class_ is User:
            continue
        try:
            with db.session.begin_nested():
                for number, original in zip(range(times), cycle(originals), strict=False):
                    db.session.add(copy(original, number, people))
                db.session.flush()
            grown.append(mapper.class_.__name__)
        except IntegrityError:
            continue  # a pair that may exist only once
    return grown


def copy(original: Model, number: int, people: list) -> Model:
    table = inspect(type(original)).local_table
    alone = {key for key in table.constraints if isinstance(key, UniqueConstraint)}
    single = {next(iter(key.columns)).name for key in alone if len(key.columns) == 1}
    words = {}
    for attribute in inspect(type(original)).column_attrs:
        column = attribute.columns[0]
        value = getattr(original, attribute.key)
        if column.primary_key:
            value = uuid7()
        elif any(key.column.table.name == "accounts_users" for key in column.foreign_keys) and value is not None:
            value = people[number % len(people)]
        elif (column.unique or column.name in single) and isinstance(column.type, String | Text) and value is not None:
            value = f"{value[:20]}-{number}-{uuid7().hex[-6:]}"[: column.type.length]
        words[attribute.key] = value
    return type(original)(**words)
