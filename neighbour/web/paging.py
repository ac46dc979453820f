"""Lists page by key, never by offset: the page after a row costs the same on the first and on the last page."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select
from sqlalchemy.orm import InstrumentedAttribute

from neighbour.db import db


@dataclass(frozen=True)
class Page:
    """Some rows of a list, and the id from which older ones go on (None at the end)."""

    rows: Sequence
    older: UUID | None


def newest_first(rows: Select, id_column: InstrumentedAttribute, *, before: UUID | None, size: int = 20) -> Page:
    """`size` rows with an id below `before`; ids sort by time."""
    if before is not None:
        rows = rows.where(id_column < before)
    found = db.session.scalars(rows.order_by(id_column.desc()).limit(size + 1)).unique().all()
    return Page(found[:size], found[size - 1].id if len(found) > size else None)
