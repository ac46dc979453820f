"""The table of people: found by name, initiative or role; last seen and invited, without a query for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, or_, select

from neighbour.accounts import Device, Role, User
from neighbour.accounts.models import RoleName
from neighbour.db import db
from neighbour.desk.forms import ENDED, PeopleForm
from neighbour.initiatives import Initiative, Invitation, Membership

PAGE = 50


@dataclass(frozen=True)
class People:
    """One page of the table; `after` is the handle from which it goes on, empty on the last page."""

    rows: Sequence[User]
    after: str
    last_seen: dict[UUID, datetime]
    invited: set[str]


def people(form: PeopleForm, viewer) -> People:
    """In the order of handles: they are unique, and sorted as people expect on every database."""
    rows = matching(form).order_by(User.handle).limit(PAGE + 1)
    found = db.session.scalars(rows).unique().all()
    shown, after = found[:PAGE], found[PAGE - 1].handle if len(found) > PAGE else ""
    return People(shown, after, last_seen([user.id for user in shown]), invited(shown, viewer))


def matching(form: PeopleForm) -> Select[tuple[User]]:
    rows = select(User).where(User.ended_at.is_not(None) if form.role.data == ENDED else User.ended_at.is_(None))
    if form.q.data:
        rows = rows.where(named(form.q.data))
    if form.after.data:
        rows = rows.where(User.handle > form.after.data)
    return in_initiative(with_role(rows, form.role.data), form)


def named(typed: str):
    """SQLite knows no capitals beyond A to Z, so a name is also looked for as one writes names."""
    return or_(
        User.name.icontains(typed, autoescape=True),
        User.name.contains(typed.title(), autoescape=True),
        User.handle.icontains(typed.removeprefix("@"), autoescape=True),
        User.email.icontains(typed, autoescape=True),
    )


def with_role(rows: Select, role: str) -> Select:
    if role not in set(RoleName):
        return rows
    return rows.where(User.id.in_(select(Role.user_id).where(Role.name == role)))


def in_initiative(rows: Select, form: PeopleForm) -> Select:
    """A role in an initiative means the one that is chosen, if one is."""
    there = select(Membership.user_id)
    if form.initiative.data:
        there = there.join(Membership.initiative).where(Initiative.slug == form.initiative.data)
    inside = form.role.data if form.role.data and form.role.data not in {ENDED, *RoleName} else ""
    if inside:
        there = there.where(Membership.role == inside)
    return rows.where(User.id.in_(there)) if inside or form.initiative.data else rows


def invited(users: Sequence[User], viewer) -> set[str]:
    """The addresses among theirs to which an invitation is still open."""
    addresses = [user.email for user in users if user.email]
    rows = Invitation.open_to(viewer).where(func.lower(Invitation.email).in_(addresses))
    return {invitation.email.lower() for invitation in db.session.scalars(rows).unique()}


def last_seen(ids: list[UUID]) -> dict[UUID, datetime]:
    seen = select(Device.user_id, func.max(Device.seen_at)).where(Device.user_id.in_(ids))
    return dict(db.session.execute(seen.group_by(Device.user_id)).all())
