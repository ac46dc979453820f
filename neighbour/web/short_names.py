"""Short names in addresses and mentions: made once, never given twice."""

from itertools import count

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from neighbour.db import db


def first_free(
    stem: str, column: InstrumentedAttribute, *, joint: str = "-", reserved: frozenset[str] = frozenset()
) -> str:
    """The first of `hofladen`, `hofladen-2`, … that nobody has in this column."""
    taken = reserved | set(db.session.scalars(select(column).where(column.startswith(stem, autoescape=True))))
    names = (stem if number == 1 else f"{stem}{joint}{number}" for number in count(1))
    return next(name for name in names if name not in taken)
