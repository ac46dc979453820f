"""Lists of events: what comes, the own region first, and what was."""

from collections.abc import Collection
from uuid import UUID

from flask_login import current_user
from sqlalchemy import Select, and_, or_, select

from neighbour.db import db, now
from neighbour.events.models import Event
from neighbour.initiatives import Initiative
from neighbour.web.paging import Page

SIZE = 20
NEAR = 6


def coming() -> Select[tuple[Event]]:
    """What has not ended, the soonest first."""
    ahead = Event.visible_to(current_user).where(Event.ends_at > now())
    return ahead.order_by(Event.starts_at, Event.id)


def own_regions() -> set[str]:
    return {membership.initiative.region for membership in current_user.memberships}


def near(regions: Collection[str]) -> list[Event]:
    """What comes soonest in these regions."""
    there = select(Initiative.id).where(Initiative.region.in_(regions))
    rows = coming().where(Event.initiative_id.in_(there)).limit(NEAR)
    return db.session.scalars(rows).unique().all() if regions else []


def further(known: list[Event], *, after: UUID | None) -> Page:
    """All that comes but `known`, page by page; a page goes on after an event."""
    rows = coming().where(Event.id.not_in([event.id for event in known]))
    last = seen(after)
    if last is not None:
        same_time = and_(Event.starts_at == last.starts_at, Event.id > last.id)
        rows = rows.where(or_(Event.starts_at > last.starts_at, same_time))
    return paged(rows)


def past(*, before: UUID | None, size: int = SIZE, of: UUID | None = None) -> Page:
    """What is over, the latest first; `of` one initiative, or of all."""
    rows = Event.visible_to(current_user).where(Event.ends_at <= now())
    if of is not None:
        rows = rows.where(Event.initiative_id == of)
    last = seen(before)
    if last is not None:
        same_time = and_(Event.ends_at == last.ends_at, Event.id < last.id)
        rows = rows.where(or_(Event.ends_at < last.ends_at, same_time))
    return paged(rows.order_by(Event.ends_at.desc(), Event.id.desc()), size)


def seen(event_id: UUID | None) -> Event | None:
    """Where a page goes on, if the viewer may know it."""
    if event_id is None:
        return None
    return db.session.scalars(Event.visible_to(current_user).where(Event.id == event_id)).first()


def paged(rows: Select, size: int = SIZE) -> Page:
    found = db.session.scalars(rows.limit(size + 1)).unique().all()
    return Page(found[:size], found[size - 1].id if len(found) > size else None)
