"""Days and times of day as people type them, and the moments they mean in Germany."""

import re
from datetime import date, datetime, time

from neighbour.web.filters import BERLIN

GERMAN_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)
CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?: Uhr)?", re.ASCII)


def read_day(typed: str | None) -> date | None:
    """„2026-08-01“ as browsers send it, or „1.8.2026“. Raises ValueError."""
    if not typed:
        return None
    if match := GERMAN_DAY.fullmatch(typed):
        day, month, year = map(int, match.groups())
        return date(year, month, day)
    return date.fromisoformat(typed)


def read_clock(typed: str) -> time:
    """„14:00“, „9.30“ or „14 Uhr“. Raises ValueError."""
    match = CLOCK.fullmatch(typed)
    if match is None:
        raise ValueError(typed)
    return time(int(match[1]), int(match[2] or 0))


def moment_of(day: date, clock: time) -> datetime:
    """The moment at which clocks in Germany show this. Raises ValueError for the hour that spring leaves out."""
    moment = datetime.combine(day, clock, BERLIN)
    if datetime.fromtimestamp(moment.timestamp(), BERLIN).time() != clock:
        raise ValueError(clock)
    return moment
