"""What the tests of registrations look at."""

from uuid import UUID

from sqlalchemy import select

from neighbour.db import db
from neighbour.events.models import Event, Registration


def event_at(address: str) -> Event:
    """The event of `/events/<uuid>`; needs an open stage."""
    return db.session.get(Event, UUID(address.rpartition("/")[2]))


def rows(address: str) -> list[Registration]:
    """In the order of arrival."""
    here = select(Registration).where(Registration.event_id == UUID(address.rpartition("/")[2]))
    return list(db.session.scalars(here.order_by(Registration.number)))


def states(address: str) -> dict[str, str]:
    return {row.name: row.state for row in rows(address)}


def guest_link(address: str) -> str:
    return f"/events/guest/{event_at(address).guest_token}"
