"""Three working days for every question."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from neighbour.web import promise

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("opened", "due"),
    [
        ("2026-11-16T09:00", "2026-11-19"),  # Monday: Thursday
        ("2026-11-18T22:30", "2026-11-23"),  # Wednesday: Monday
        ("2026-11-20T12:00", "2026-11-25"),  # Friday: Wednesday
        ("2026-11-21T12:00", "2026-11-25"),  # Saturday
        ("2026-11-22T23:59", "2026-11-25"),  # Sunday
        ("2026-10-23T12:00", "2026-10-28"),  # over the end of summer time
    ],
)
def test_weekends_do_not_count(opened, due):
    moment = promise.due(datetime.fromisoformat(opened).replace(tzinfo=BERLIN))

    assert (moment.date().isoformat(), moment.hour) == (due, 23)
