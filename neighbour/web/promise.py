"""„Auf jede Frage antwortet ein Mensch in drei Arbeitstagen.“"""

from datetime import datetime, timedelta

from flask_babel import format_date, gettext

from neighbour.db import now
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


def state(due: datetime) -> tuple[str, str]:
    """How near the end of a promise is: a kind of state and its words."""
    days = (due.date() - now().astimezone(BERLIN).date()).days
    if days < 0:
        return "needs", gettext("Zusage ist abgelaufen")
    if days == 0:
        return "needs", gettext("Zusage läuft heute ab")
    if days == 1:
        return "needs", gettext("Zusage läuft morgen ab")
    return "sending", gettext("Zugesagt bis %(day)s", day=format_date(due.date(), "EEEE"))
