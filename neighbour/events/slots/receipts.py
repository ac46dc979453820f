"""Registrations, where somebody asks for one by the word on its slip."""

from flask import url_for
from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import contains_eager

from neighbour.db import db
from neighbour.events.models import Event
from neighbour.events.models.registration import Registration, State
from neighbour.events.words import when_briefly
from neighbour.outbox.words import spoken

KINDS = {
    "events.create_registration": _l("Anmeldung"),
    "events.create_guest_registration": _l("Anmeldung"),
    "events.cancel_registration": _l("Abmeldung"),
    "events.cancel_guest_registration": _l("Abmeldung"),
    "events.cancel_slip": _l("Abmeldung"),
}
STATES = {
    State.CONFIRMED: _l("hat einen Platz"),
    State.WAITING: _l("steht auf der Warteliste"),
    State.CANCELLED: _l("abgemeldet"),
}


def registrations(viewer, code: str) -> list[dict]:
    """The word is made from the id, which no database can turn round: all ids are looked at."""
    if not viewer.is_team:
        return []
    wanted = [id for id in db.session.scalars(select(Registration.id)) if spoken(id) == code]
    rows = (
        Registration.visible_to(viewer).where(Registration.id.in_(wanted)).options(contains_eager(Registration.event))
    )
    return [row(registration) for registration in db.session.scalars(rows).unique()]


def row(registration: Registration) -> dict:
    event: Event = registration.event
    return {
        "id": registration.id,
        "who": registration.name,
        "at": registration.at,
        "what": str(KINDS["events.create_registration"]),
        "href": url_for("events.registrations", event_id=event.id, _anchor=f"registration-{registration.id}"),
        "lines": [f"{event.title}, {when_briefly(event)}", str(STATES[State(registration.state)])],
    }
