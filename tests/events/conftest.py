"""Events of the tests: the mill invites, or the team."""

from datetime import timedelta

import pytest

from neighbour.db import now
from neighbour.events.models import Event
from tests.cast import initiative, person


@pytest.fixture
def announce(stage):
    """`announce("ada", title="Soup")` is the address of an event in ten days; Ada's belong to the mill, Eva's to the team."""

    def announced(by: str = "eva", *, days: float = 10, **words) -> str:
        with stage():
            starts = now().replace(second=0, microsecond=0) + timedelta(days=days)
            host = initiative("mill").id if by in ("ada", "ben") else None
            known = {"title": "Soup", "venue": "The hall", "initiative_id": host}
            known |= {"starts_at": starts, "ends_at": starts + timedelta(hours=3)} | words
            return f"/events/{Event.announce(by=person(by), **known).id}"

    return announced
