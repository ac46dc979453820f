"""Events of the tests: the mill invites, or the team."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from neighbour.db import db, now
from neighbour.events.models import Event
from neighbour.events.models.registration import Channel
from neighbour.events.registrations import arrive
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


@pytest.fixture
def register(stage):
    """`register("cem", "dora")` registers them for the only event."""

    def registered(*handles: str) -> None:
        for handle in handles:
            with stage():
                event, someone = db.session.query(Event).one(), person(handle)
                arrive(event, by=someone, name=someone.name, channel=Channel.APP, person=someone)

    return registered


@pytest.fixture
def event(stage):
    """What is stored of the only event."""

    def found() -> SimpleNamespace:
        with stage():
            one = db.session.query(Event).one()
            return SimpleNamespace(**{column.key: getattr(one, column.key) for column in Event.__table__.columns})

    return found
