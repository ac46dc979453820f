"""What registrations lay on other pages: whom to call, and of whom nothing has been heard before an event."""

from collections import defaultdict
from datetime import datetime, timedelta

from flask import Flask, url_for
from flask_babel import gettext, ngettext
from sqlalchemy import Select, exists, func, or_, select, true

from neighbour.db import db, now
from neighbour.events.models import Audience, Event, Mailing
from neighbour.events.models.registration import Registration
from neighbour.events.words import when_briefly
from neighbour.initiatives import Initiative
from neighbour.initiatives.loading import home_of
from neighbour.initiatives.models import Status
from neighbour.web.slots import fill

MOST = 50
NAMED = 4
ASKED_BEFORE = timedelta(days=14)


def init_app(app: Flask) -> None:
    fill(app, "desk.waiting", people_to_call, order=31)
    fill(app, "desk.waiting", silent_initiatives, order=33)
    fill(app, "start.waiting", own_people_to_call, order=30)


def calls_by_event(viewer) -> list[tuple[Event, int, datetime]]:
    """Coming events with people to call: the event, how many, since when; those that the viewer hosts."""
    unheard = select(
        Registration.event_id, func.count().label("number"), func.min(Registration.to_tell_since).label("at")
    )
    waiting = unheard.where(Registration.to_tell != "")
    calls = waiting.group_by(Registration.event_id).subquery()
    rows = select(Event, calls.c.number, calls.c.at).join(calls, calls.c.event_id == Event.id)
    if not viewer.is_team:
        rows = rows.where(Event.initiative_id.in_([m.initiative_id for m in viewer.memberships if m.decides]))
    coming = rows.where(Event.ends_at > now()).options(home_of(Event.initiative)).order_by(Event.starts_at)
    return list(db.session.execute(coming.limit(MOST)))


def calls_title(event: Event, number: int) -> str:
    return ngettext(
        "Einen Menschen anrufen: %(title)s", "%(num)d Menschen anrufen: %(title)s", number, title=event.title
    )


def people_to_call(viewer) -> list[dict]:
    if not viewer.is_team:
        return []
    return [
        row(
            event,
            viewer,
            title=calls_title(event, number),
            since=since,
            href=url_for("events.calls", event_id=event.id),
        )
        | {"lines": [gettext("Weder App noch E-Mail erreicht sie.")], "label": gettext("Anrufen"), "owed": True}
        for event, number, since in calls_by_event(viewer)
    ]


def own_people_to_call(viewer) -> list[dict]:
    """For who decides for an initiative that invites."""
    if viewer.is_team or not any(membership.decides for membership in viewer.memberships):
        return []
    return [
        {
            "title": calls_title(event, number),
            "href": url_for("events.calls", event_id=event.id),
            "lines": [gettext("Weder App noch E-Mail erreicht sie.")],
            "sign": "icon",
            "icon": "phone",
            "mark": "",
            "region": "",
        }
        for event, number, _since in calls_by_event(viewer)
    ]


def silent_initiatives(viewer) -> list[dict]:
    """Two weeks before an event: initiatives of which nobody is registered. A call brings in the reply slips."""
    if not viewer.is_team:
        return []
    silent: dict[Event, list[str]] = defaultdict(list)
    for event, name in db.session.execute(nothing_heard()):
        silent[event].append(name)
    return [heard_nothing(event, names, viewer) for event, names in silent.items()]


def nothing_heard() -> Select[tuple[Event, str]]:
    heard = exists().where(Registration.event_id == Event.id, Registration.initiative_id == Initiative.id)
    soon = Event.starts_at > now(), Event.starts_at < now() + ASKED_BEFORE, Event.cancelled_at.is_(None)
    invited = exists().where(Mailing.event_id == Event.id)
    by_mail = invited.where(Mailing.initiative_id == Initiative.id)
    to_hear_of = or_(by_mail, ~invited & (Initiative.status == Status.SELECTED))
    asked = to_hear_of, Initiative.id.is_distinct_from(Event.initiative_id)
    pairs = select(Event, Initiative.name).join(Initiative, true()).where(*soon, *asked, ~heard)
    all_asked = pairs.where(Event.audience == Audience.ALL).options(home_of(Event.initiative))
    return all_asked.order_by(Event.starts_at, Event.id, Initiative.name).limit(500)


def heard_nothing(event: Event, names: list[str], viewer) -> dict:
    rest = len(names) - NAMED
    said = ", ".join(names[:NAMED]) + (gettext(" und %(rest)d weitere", rest=rest) if rest > 0 else "")
    href = url_for("events.registrations", event_id=event.id, _anchor="silent")
    words = row(event, viewer, title=gettext("Anmeldungen eintragen: %(title)s", title=event.title), href=href)
    return words | {
        "lines": [gettext("Noch nichts gehört von %(names)s. Anrufen?", names=said)],
        "since": event.starts_at - ASKED_BEFORE,
        "label": gettext("Eintragen"),
    }


def row(event: Event, viewer, *, title: str, href: str, since=None) -> dict:
    home = event.initiative
    return {
        "title": title,
        "href": href,
        "since": since,
        "due": event.starts_at,
        "state": ("plain", when_briefly(event)),
        "mark": home.mark if home else "",
        "region": home.region if home else "",
        "mine": viewer.id == event.contact_id or bool(home and home.companion_id == viewer.id),
        "owed": False,
    }
