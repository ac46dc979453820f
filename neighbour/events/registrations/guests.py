"""What a link, a key or a word lets somebody without an account find."""

import hmac
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from neighbour.db import db, now
from neighbour.events.models import Event
from neighbour.events.models.registration import Channel, Registration
from neighbour.initiatives import Initiative
from neighbour.initiatives.reaching import Reach, team_of
from neighbour.web.folding import fold

SHOWN_AFTER = timedelta(days=14)
KNOWN_AFTER = timedelta(days=7)
WITH_REACH = joinedload(Event.initiative).joinedload(Initiative.companion), joinedload(Event.contact)


def event_with_token(token: str) -> Event | None:
    return db.session.scalars(select(Event).where(Event.guest_token == token[:40]).options(*WITH_REACH)).first()


def with_key(key: str) -> Registration | None:
    """Also one that was cancelled: its slip says so."""
    event = joinedload(Registration.event).options(*WITH_REACH)
    return db.session.scalars(select(Registration).where(Registration.key == key[:40]).options(event)).first()


def with_word(event: Event, *, name: str, code: str) -> Registration | None:
    """By name and receipt word together: the word alone is short."""
    said = "".join(fold(code).split()).upper()
    rows = db.session.scalars(Registration.running(event))
    same_name = [each for each in rows if fold(each.name) == fold(name)]
    return next((each for each in same_name if is_same_word(each.code.replace("-", ""), said)), None)


def is_same_word(code: str, said: str) -> bool:
    """As bytes: letters of any alphabet may be typed, and texts are compared in ASCII only."""
    return hmac.compare_digest(code.encode(), said.encode())


def named_guess(event: Event, name: str) -> str:
    """Who guesses the word of one person waits, however many networks the guesses come from."""
    return f"{event.id} {fold(name)}"


def sent_before(event: Event, operation: UUID | None, name: str) -> Registration | None:
    """What a browser that keeps no cookies has sent already: the same form a second time, with the same name."""
    if operation is None:
        return None
    event.lock()
    sent = select(Registration).where(Registration.id == operation, Registration.event_id == event.id)
    known = db.session.scalars(sent.where(Registration.channel == Channel.GUEST)).first()
    return known if known is not None and fold(known.name) == fold(name) else None


def free_id(operation: UUID | None) -> UUID | None:
    """None for an id that a registration has already: the database then chooses one."""
    is_taken = db.session.scalar(select(Registration.id).where(Registration.id == operation)) is not None
    return None if is_taken else operation


def is_long_past(event: Event) -> bool:
    return event.ends_at < now() - SHOWN_AFTER


def known_until(event: Event, tag: str) -> datetime:
    """How long a browser is known: a week longer than the last event that somebody registered for from it."""
    own = select(func.max(Event.ends_at)).join(Registration, Registration.event_id == Event.id)
    last = db.session.scalar(own.where(Registration.visitor == tag)) if tag else None
    return max(event.ends_at, last or event.ends_at) + KNOWN_AFTER


def reach_of_guests(event: Event | None) -> Reach | None:
    """Who answers the telephone: the contact, else who accompanies the hosts, else the project team."""
    if event is not None and event.contact is not None and event.contact.phone:
        return Reach(event.contact.name, event.contact.phone)
    return team_of(event.initiative if event else None)
