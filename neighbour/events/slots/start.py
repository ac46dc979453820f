"""My next event, and what is newly announced."""

from datetime import timedelta

from flask import url_for
from flask_babel import gettext
from sqlalchemy import or_, select

from neighbour.db import db, now
from neighbour.events import words
from neighbour.events.models import Event
from neighbour.events.models.registration import Registration, State
from neighbour.web.filters import moment

SOON = timedelta(days=60)
NEW = timedelta(days=30)
MOST = 3


def next_event(viewer) -> list[dict]:
    """The soonest that the viewer comes to, answers for, or whose initiative invites."""
    own = select(Registration.state).where(Registration.event_id == Event.id, Registration.person_id == viewer.id)
    state = own.where(Registration.state != State.CANCELLED).order_by(Registration.number).limit(1).scalar_subquery()
    mine = or_(state.is_not(None), Event.contact_id == viewer.id, Event.initiative_id.in_(viewer.own_initiatives))
    ahead = Event.ends_at > now(), Event.starts_at < now() + SOON, Event.cancelled_at.is_(None)
    found = Event.visible_to(viewer).where(mine, *ahead).order_by(Event.starts_at, Event.id).limit(1)
    return [step(event, state) for event, state in db.session.execute(found.add_columns(state)).unique()]


def step(event: Event, state: str | None) -> dict:
    """`state`: of the viewer's own registration, if there is one."""
    said = {
        State.CONFIRMED: gettext("Sie sind angemeldet."),
        State.WAITING: gettext("Sie stehen auf der Warteliste."),
        None: gettext("Sie sind noch nicht angemeldet."),
    }
    return {
        "kicker": gettext("Als Nächstes %(ahead)s", ahead=words.ahead(event.starts_at)),
        "title": event.title,
        "lines": [words.when(event), event.venue, said[state]],
        "label": gettext("Ansehen"),
        "href": url_for("events.event", event_id=event.id),
        "at": event.starts_at,
    }


def news(viewer) -> list[dict]:
    """What was announced lately and is still to come."""
    ahead = Event.starts_at > now(), Event.created_at > now() - NEW, Event.cancelled_at.is_(None)
    found = Event.visible_to(viewer).where(*ahead).order_by(Event.created_at.desc()).limit(MOST)
    return [row(event) for event in db.session.scalars(found).unique()]


def row(event: Event) -> dict:
    home = event.initiative
    return {
        "title": gettext("%(kind)s: %(title)s", kind=event.kind_words, title=event.title),
        "href": url_for("events.event", event_id=event.id),
        "lines": [f"{words.when_briefly(event)}, {event.venue}", moment(event.created_at)],
        "at": event.created_at,
        "icon": "calendar",
        "mark": home.mark if home else "",
        "region": home.region if home else "",
    }
