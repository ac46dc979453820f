"""Events as places where materials hang; minutes are told to everybody who was registered."""

from collections.abc import Iterable
from uuid import UUID

from flask import url_for

from neighbour import notifications
from neighbour.db import db
from neighbour.events.models import Event
from neighbour.events.registrations.telling import registered_ids


def places(viewer, kind: str, ids: Iterable[UUID]) -> list[dict]:
    """Those of these events that the viewer sees; hosts write there, before and after."""
    if kind != "event":
        return []
    events = db.session.scalars(Event.visible_to(viewer).where(Event.id.in_(ids))).unique()
    return [
        {
            "kind": "event",
            "id": event.id,
            "title": event.title,
            "href": url_for("events.event", event_id=event.id),
            "ends_at": event.ends_at,
            "editable": event.hosted_by(viewer),
        }
        for event in events
    ]


def written(viewer, material) -> list:
    """A new version of minutes is news to who was there."""
    if material.place_kind != "event" or not material.is_minutes:
        return []
    event = db.session.get(Event, material.place_id)
    if event is not None:
        address = url_for("materials.material", material_id=material.id)
        words = {"title": event.title, "line": event.venue}
        subject, people = ("material", material.id), registered_ids(event)
        notifications.notify("minutes_ready", people, subject=subject, by=viewer, href=address, words=words)
    return []
