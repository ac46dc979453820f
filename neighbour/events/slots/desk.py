"""What events lay on the desk: those without material, those with more people than places."""

from datetime import timedelta

from flask import url_for
from flask_babel import gettext

from neighbour.db import db, now
from neighbour.events import words
from neighbour.events.models import Event
from neighbour.events.registrations.places import summaries
from neighbour.materials import Material

SOON = timedelta(days=42)
MOST = 50


def coming(viewer, *conditions) -> list[Event]:
    ahead = Event.ends_at > now(), Event.cancelled_at.is_(None)
    found = Event.visible_to(viewer).where(*ahead, *conditions).order_by(Event.starts_at, Event.id).limit(MOST)
    return db.session.scalars(found).unique().all() if viewer.is_team else []


def without_material(viewer) -> list[dict]:
    """Six weeks before, somebody should have begun to write."""
    events = coming(viewer, Event.starts_at < now() + SOON)
    there = Material.count_for("event", [event.id for event in events]) if events else {}
    return [
        waiting(event, viewer, state=("needs", gettext("noch kein Material")), label=gettext("Ansehen"))
        for event in events
        if not there[event.id]
    ]


def over_capacity(viewer) -> list[dict]:
    """More people have a place than there are places: they are right, somebody looks for chairs. Nobody gets a place
    too many by registering: it has been so since the hosts wrote the event anew."""
    events = coming(viewer, Event.places.is_not(None))
    full = summaries(events) if events else {}
    return [
        waiting(event, viewer, state=("needs", full[event.id].words), label=gettext("Ansehen"))
        | {"since": event.changed_at}
        for event in events
        if full[event.id].over
    ]


def waiting(event: Event, viewer, *, state: tuple[str, str], label: str) -> dict:
    home = event.initiative
    return {
        "title": event.title,
        "href": url_for("events.event", event_id=event.id),
        "lines": [f"{words.when_briefly(event)}, {event.venue}"],
        "since": event.created_at,
        "due": None,
        "state": state,
        "label": label,
        "mark": home.mark if home else "",
        "region": home.region if home else "",
        "mine": event.contact_id == viewer.id or (home is not None and home.companion_id == viewer.id),
    }
