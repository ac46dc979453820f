"""„Auf jede Frage antwortet ein Mensch in drei Arbeitstagen.“"""

from datetime import datetime, timedelta

from neighbour.web.filters import BERLIN

WORKING_DAYS = 3
SATURDAY = 5


def due(opened_at: datetime) -> datetime:
    """The end of the third working day (Monday to Friday) after the day of the question."""
    day = opened_at.astimezone(BERLIN).replace(hour=23, minute=59, second=0, microsecond=0)
    left = WORKING_DAYS
    while left:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY:
            left -= 1
    return day
