"""Places with materials: a tool that everybody sees, an event of the harbour that only its people and the team see."""

from datetime import timedelta

import pytest

from neighbour.db import db, now
from neighbour.events import Event
from neighbour.tools import Tool
from tests import cast


@pytest.fixture
def tool(stage) -> str:
    """The code of a tool as a place."""
    with stage():
        chain = Tool(slug="chain", name="The Chain", paper=True)
        db.session.add(chain)
        db.session.flush()
        return f"tool:{chain.id}"


@pytest.fixture
def new_event(stage):
    """`new_event(days=-3)` is the code of the harbour's own event that ended three days ago."""

    def made(*, days: float, audience: str = "initiative") -> str:
        with stage():
            ends = now() + timedelta(days=days)
            place = {"venue": "Boathouse", "initiative": cast.initiative("harbour"), "audience": audience}
            event = Event(title="Knots", starts_at=ends - timedelta(hours=2), ends_at=ends, **place)
            db.session.add(event)
            db.session.flush()
            return f"event:{event.id}"

    return made


@pytest.fixture
def event(new_event) -> str:
    """The harbour's own event next week."""
    return new_event(days=7)
