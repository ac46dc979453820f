"""Telling registered people what has changed: in the app, by mail, and for whom neither reaches, on the list of calls."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from uuid import UUID

from flask import Flask, url_for
from flask_babel import gettext
from sqlalchemy import select

from neighbour import mail, notifications
from neighbour.accounts import Device, User
from neighbour.db import db, now
from neighbour.events.models import Audience, Event
from neighbour.events.models.registration import BY_THEMSELVES, News, Registration
from neighbour.events.registrations.letters import GuestLetters, write
from neighbour.events.words import when

# Who has not opened the app for so long does not hear of a workshop that is moved to tomorrow.
OPENED_LATELY = timedelta(days=14)


def init_app(app: Flask) -> None:
    mail.when_given_up(app, call_instead)
    notifications.kind(app, News.MOVED, moved, icon="calendar")
    notifications.kind(app, News.CANCELLED, cancelled, icon="calendar")
    notifications.kind(app, News.PLACE_FREE, place_free, icon="calendar")
    notifications.kind(app, News.TAKEN_OFF, taken_off, icon="calendar")


def moved(words: dict, _count: int) -> str:
    return gettext("„%(title)s“ ist verlegt.", title=words.get("title", ""))


def cancelled(words: dict, _count: int) -> str:
    return gettext("„%(title)s“ fällt aus.", title=words.get("title", ""))


def place_free(words: dict, _count: int) -> str:
    return gettext("Ein Platz ist frei geworden: %(title)s", title=words.get("title", ""))


def taken_off(words: dict, _count: int) -> str:
    named = {name: words.get(name, "") for name in ("by", "name", "title")}
    if named["name"]:
        return gettext("%(by)s hat %(name)s von „%(title)s“ abgemeldet.", **named)
    return gettext("%(by)s hat Sie von „%(title)s“ abgemeldet.", **named)


def told_about(event: Event, kind: str, by) -> None:
    """Everybody who comes or waits; called after the event has changed."""
    tell(event, list(db.session.scalars(Registration.running(event))), News(kind), by)


def tell(event: Event, registrations: Sequence[Registration], news: News, by) -> None:
    if not registrations:
        return
    words = {"title": event.title, "line": f"{when(event)}, {event.venue}"}
    if news == News.TAKEN_OFF:
        words |= {"by": by.name, "name": "" if registrations[0].person_id else registrations[0].name}
    href = url_for("events.event", event_id=event.id)
    accounts = accounts_of(registrations)
    strangers = strangers_to(event, accounts)
    notifications.notify(news, accounts - strangers, subject=("event", event.id), by=by, href=href, words=words)
    addresses, openers = reach_of(registrations)
    letters = GuestLetters(event, registrations)
    for registration in registrations:
        if by is not None and by.id is not None and registration.person_id == by.id:
            continue
        address = addresses.get(registration.person_id, "") or letters.address_of(registration)
        if registration.person_id in strangers:
            registration.wait_for_call(news)
        elif address:
            write(address, registration, event, news)
        # Who called or sent a slip expects a call, also where an account bears the name.
        called = registration.channel not in BY_THEMSELVES
        if called or not (address or registration.person_id in openers):
            registration.wait_for_call(news)


def accounts_of(registrations: Iterable[Registration]) -> set[UUID]:
    """The people themselves, and who registered somebody without an account: they pass it on."""
    own = {registration.person_id for registration in registrations}
    others = {each.entered_by_id for each in registrations if not each.person_id and each.channel in BY_THEMSELVES}
    return (own | others) - {None}


def strangers_to(event: Event, accounts: set[UUID]) -> set[UUID]:
    """Who has left the initiative since: they may not read an event of its own any more, the hosts call them."""
    if event.audience == Audience.ALL:
        return set()
    people = db.session.scalars(select(User).where(User.id.in_(accounts))).unique()
    return {person.id for person in people if not (person.is_team or event.initiative_id in person.own_initiatives)}


def call_instead(cause: str) -> None:
    """A mail about an event that never arrives becomes a call, unless the app has told it."""
    part, _, rest = cause.partition("/")
    if part != "events":
        return
    _event, id, news = rest.split("/")
    registration = db.session.get(Registration, UUID(id))
    if registration is None or registration.event.is_over or registration.person_id in reach_of([registration])[1]:
        return
    event = registration.event
    event.lock()
    registration.lock()
    if registration.is_running:
        registration.wait_for_call(News.CANCELLED if event.is_cancelled else News(news))
    elif news == News.TAKEN_OFF:
        registration.wait_for_call(News.TAKEN_OFF)


def registered_ids(event: Event) -> set[UUID]:
    """The accounts of everybody who comes or waits."""
    return accounts_of(db.session.scalars(Registration.running(event)).all())


def reach_of(registrations: Iterable[Registration]) -> tuple[dict[UUID | None, str], set[UUID]]:
    """Their mail addresses, and who has opened the app lately."""
    ids = {registration.person_id for registration in registrations} - {None}
    people = select(User.id, User.email).where(User.id.in_(ids), User.ended_at.is_(None))
    addresses = {id: email for id, email in db.session.execute(people) if email}
    lately = Device.ended_at.is_(None), Device.seen_at > now() - OPENED_LATELY
    openers = set(db.session.scalars(select(Device.user_id).where(Device.user_id.in_(ids), *lately)))
    return addresses, openers
