"""What events have to take along: each with its materials, and the list of what comes."""

from datetime import timedelta

from flask import Flask, url_for
from flask_babel import gettext
from sqlalchemy import select

from neighbour.db import db, now
from neighbour.events.models import Event
from neighbour.events.words import when_briefly
from neighbour.initiatives import Initiative
from neighbour.materials import Material
from neighbour.materials.packing import taken_from
from neighbour.pwa import Page, Part, offer

TAKEN = 20
LISTED = 100
LATELY = timedelta(days=60)


def init_app(app: Flask) -> None:
    offer(app, ["event", "basic"], parts)


def parts(viewer) -> list[Part]:
    """What comes, and what was lately, because its minutes are read afterwards."""
    if not viewer.reads_content:
        return []
    near = Event.visible_to(viewer).where(Event.ends_at > now() - LATELY)
    events = db.session.scalars(near.order_by(Event.ends_at, Event.id).limit(2 * TAKEN)).unique().all()
    hung = taken_from(viewer, "event", [event.id for event in events])
    next_one = next(
        (event for event in events if not event.is_over and not event.is_cancelled and hung.get(event.id)), None
    )
    listed = Part("basic", pages=[Page(url_for("events.events"), rows_of_list(viewer))])
    return [listed, *(part(event, hung.get(event.id, ([], [])), event is next_one) for event in events)]


def part(event: Event, hung: tuple, is_next: bool) -> Part:
    pages, files = hung
    own = Page(url_for("events.event", event_id=event.id), (event.revision,), event.title)
    more = [Page(url_for("events.new_registration", event_id=event.id), (event.revision,))]
    title = gettext("%(title)s, %(when)s", title=event.title, when=when_briefly(event))
    forms = more if not (event.is_over or event.is_cancelled) else []
    return Part(
        f"event-{event.id}", title, own.url, [own, *forms, *pages], files, wanted=is_next, order=15 if is_next else 20
    )


def rows_of_list(viewer) -> tuple:
    """What a row of the list shows, which is less than the page of the event: who registers changes none of it."""
    columns = Event.id, Event.version, Event.moved_at, Event.cancelled_at, Event.audience, Initiative.revision
    latest = Event.visible_to(viewer).with_only_columns(*columns).outerjoin(Event.initiative)
    rows = db.session.execute(latest.order_by(Event.ends_at.desc(), Event.id).limit(LISTED)).all()
    hung = select(Material.id, Material.revision).where(Material.place_kind == "event").order_by(Material.id)
    kept = db.session.execute(hung.where(Material.place_id.in_([row.id for row in rows])))
    return [tuple(row) for row in rows], [tuple(row) for row in kept]
