"""Lists page by key, never by offset: the page after a row costs the same on the first and on the last page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import Select
from sqlalchemy.orm import InstrumentedAttribute

from neighbour.db import db
from neighbour.web.forms import one_id


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


def microseconds(at: datetime) -> int:
    """A moment in an address, since 1970."""
    return round(at.timestamp() * 1_000_000)


def moment_of(words: str) -> datetime | None:
    """None for anything that is no moment."""
    try:
        seconds, rest = divmod(int(words), 1_000_000)
        return datetime.fromtimestamp(seconds, UTC).replace(microsecond=rest)
    except (ValueError, OverflowError, OSError):
        return None


def moment_key(at: datetime, id: UUID) -> str:
    """Where a page ended of a list that is ordered by a moment and, among equal ones, by id."""
    return f"{microseconds(at)}-{id.hex}"


def moment_and_id(key: str | None) -> tuple[datetime, UUID] | None:
    """What `moment_key` was made of; None for anything that is not a key of ours."""
    moment, _, rest = (key or "").partition("-")
    at, id = moment_of(moment), one_id(rest)
    return (at, id) if at and id else None
