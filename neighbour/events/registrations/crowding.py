"""A link that has gone astray, or one person, does not fill the hall with invented names."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from neighbour.accounts.guessing import count_use
from neighbour.db import db
from neighbour.errors import NotAllowed
from neighbour.events.models import Event
from neighbour.events.models.registration import BY_THEMSELVES, Channel, Registration

MOST_OTHERS = 10
# A library or a village hall shares one address; nobody there registers more than a bus full.
MOST_OF_NETWORK = 60
MOST_GUESTS = 200
GUESTS_A_PLACE = 2


def refuse_crowd(event: Event, by, *, channel: str, is_self: bool) -> None:
    """Asked under the lock of the event, before somebody new comes. Raises NotAllowed."""
    if channel not in BY_THEMSELVES or is_self or event.hosted_by(by):
        return
    mine = Registration.belongs_to(by), Registration.person_id.is_(None)
    if count(event, *mine) >= MOST_OTHERS:
        raise NotAllowed(_l("Von hier sind schon %(most)d Menschen angemeldet. Bitte rufen Sie an.", most=MOST_OTHERS))
    if channel == Channel.GUEST:
        refuse_guests(event)


def refuse_guests(event: Event) -> None:
    """Cookies can be thrown away: the network and the whole list have an end, too."""
    most = max(MOST_GUESTS, GUESTS_A_PLACE * (event.places or 0))
    here = count_use(f"guests of {event.id}")
    if here > MOST_OF_NETWORK or count(event, Registration.channel == Channel.GUEST) >= most:
        raise NotAllowed(_l("Über diesen Link sind schon sehr viele Menschen angemeldet. Bitte rufen Sie an."))


def count(event: Event, *conditions) -> int:
    rows = Registration.running(event).where(*conditions).order_by(None)
    return db.session.scalar(select(func.count()).select_from(rows.subquery()))
