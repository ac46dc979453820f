"""The demo's time: every date is counted from the day of its first start, so it never looks old."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from neighbour.db import Model, db, now

BERLIN = ZoneInfo("Europe/Berlin")


@dataclass(frozen=True)
class Clock:
    """`today` is T, the day of the first start."""

    today: date

    def day(self, days: int) -> date:
        """T plus so many days; negative is past."""
        return self.today + timedelta(days=days)

    def moment(self, days_ago: int, at: str = "12:00") -> datetime:
        """T minus so many days, at a time of day in Berlin; never in the future."""
        wanted = datetime.combine(self.day(-days_ago), time.fromisoformat(at), BERLIN)
        return min(wanted, now() - timedelta(hours=2))


def id_of(key: str, at: datetime) -> UUID:
    """The same id at every loading: a UUIDv7 of the moment, its random part made from the key."""
    milliseconds = int(at.timestamp() * 1000)
    digest = int.from_bytes(hashlib.sha256(key.encode()).digest()[:10], "big")
    random = digest & (1 << 74) - 1
    return UUID(int=milliseconds << 80 | 0x7 << 76 | (random >> 62) << 64 | 0b10 << 62 | random & (1 << 62) - 1)


def put(thing: Model) -> bool:
    """Adds a row unless its id is there already. Returns whether it was added."""
    if db.session.get(type(thing), thing.id) is not None:
        return False
    db.session.add(thing)
    return True
