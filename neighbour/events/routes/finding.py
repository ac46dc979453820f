"""The event that an address names, as far as the viewer may see it."""

from uuid import UUID

from flask import url_for
from flask_login import current_user
from sqlalchemy.orm import joinedload

from neighbour.db import db
from neighbour.events.models import Event


def find(event_id: UUID) -> Event:
    return db.first_or_404(
        Event.visible_to(current_user).where(Event.id == event_id).options(joinedload(Event.contact))
    )


def address_of(event: Event) -> str:
    return url_for("events.event", event_id=event.id)
