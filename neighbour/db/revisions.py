"""When a thing that has pages changed last, or anything that stands on them. One listener says so, and nobody else.

A model with pages of its own is `Revised`. What stands on the pages of others names in `shown_on` its columns that lead
there; what others say of a thing, as the name of a person, stands in its `shown`.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from uuid import UUID

from sqlalchemy import event, inspect, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from neighbour.db.model import Model
from neighbour.db.uuid7 import uuid7


class Revised:
    """A thing with pages. `revision` tells two states of them apart; it says nothing of when."""

    revision: Mapped[UUID] = mapped_column(default=uuid7, index=True)


def listen(session) -> None:
    event.listen(session, "before_flush", raise_revisions)


def raise_revisions(session: Session, _context, _instances) -> None:
    """Bulk statements pass by here: models that are revised, or shown on such, are changed as objects."""
    rows = [*session.new, *session.deleted, *(row for row in session.dirty if session.is_modified(row))]
    if not rows:
        return
    with session.no_autoflush:
        things = list(reached(session, rows))
    revision = uuid7()
    for thing in things:
        if thing not in session.deleted:
            thing.revision = revision


def reached(session: Session, changed: list[Model]) -> Iterator[Revised]:
    """Every thing on whose pages one of these rows stands."""
    waiting = [*changed, *(row for one in changed if one not in session.new for row in mentioning(session, one))]
    seen: set[int] = set()
    while waiting:
        row = waiting.pop()
        if id(row) in seen:
            continue
        seen.add(id(row))
        waiting += owners(session, row)
        if isinstance(row, Revised):
            yield row


def owners(session: Session, row: Model) -> Iterator[Model]:
    """Where the row stands now, and where it stood before this change."""
    for column, relation, target in ways(type(row)):
        leading = [row.__dict__.get(relation)] if relation else []
        ids = {getattr(row, column), *before(row, column)}
        leading += [session.get(target, id) for id in ids if id is not None]
        yield from (owner for owner in leading if owner is not None)
    for kind, column in (type(row).shown_on_kind,) if type(row).shown_on_kind else ():
        target, id = of_kind(getattr(row, kind)), getattr(row, column)
        owner = session.get(target, id) if target and id else None
        yield from [owner] if owner is not None else []


def before(row: Model, name: str) -> Iterable:
    return inspect(row).attrs[name].history.deleted or ()


def mentioning(session: Session, row: Model) -> Iterator[Model]:
    """What says something of this thing that has just changed."""
    state = inspect(row)
    if row not in session.deleted and not any(state.attrs[name].history.has_changes() for name in type(row).shown):
        return
    for mentioner, column in references(type(row)) if type(row).shown else ():
        named = column == row.id
        if issubclass(mentioner, Revised):
            yield from session.scalars(select(mentioner).where(named)).unique()
        for way, _relation, target in ways(mentioner):
            there = select(getattr(mentioner, way)).where(named)
            yield from session.scalars(select(target).where(target.id.in_(there))).unique()


@lru_cache(maxsize=256)
def ways(model: type[Model]) -> tuple[tuple[str, str | None, type[Model]], ...]:
    """Of each column in `shown_on`: its name, the relationship that uses it, and where it leads."""
    mapper = inspect(model)
    found = []
    for name in model.shown_on:
        column = mapper.columns[name]
        [key] = column.foreign_keys
        using = [one.key for one in mapper.relationships if one.local_columns == {column} and not one.uselist]
        found.append((name, using[0] if using else None, model_of(key.column.table)))
    return tuple(found)


@lru_cache(maxsize=64)
def references(model: type[Model]) -> tuple:
    """Models that have pages or stand on some, with each of their columns that leads to this one."""
    table = inspect(model).local_table
    return tuple(
        (other.class_, getattr(other.class_, other.get_property_by_column(column).key))
        for other in Model.registry.mappers
        if issubclass(other.class_, Revised) or other.class_.shown_on
        for column in other.local_table.columns
        if any(key.column.table is table for key in column.foreign_keys)
    )


@lru_cache(maxsize=64)
def model_of(table) -> type[Model]:
    return next(mapper.class_ for mapper in Model.registry.mappers if mapper.local_table is table)


@lru_cache(maxsize=64)
def of_kind(kind: str) -> type[Model] | None:
    """The model that is called so where uploads and materials name what they belong to."""
    return next((mapper.class_ for mapper in Model.registry.mappers if kind and mapper.class_.kind_name == kind), None)
