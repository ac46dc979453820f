"""Who may invite, for whom, and who may answer questions about it."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from neighbour.accounts import User
from neighbour.db import db
from neighbour.initiatives import Initiative, Membership
from neighbour.initiatives.models.membership import DECIDING


def may_announce(viewer) -> bool:
    """The team, and who decides for an initiative."""
    return viewer.is_team or any(membership.decides for membership in viewer.memberships)


def possible_hosts(viewer) -> list[Initiative]:
    """For whom the viewer may announce."""
    if viewer.is_team:
        return db.session.scalars(Initiative.visible_to(viewer).order_by(Initiative.name)).unique().all()
    return [membership.initiative for membership in viewer.memberships if membership.decides]


def possible_contacts(initiative_ids: Iterable[UUID | None], *, now: User | None = None) -> list[User]:
    """The team, who decides for these initiatives, and who answers `now`."""
    deciding = select(User).join(Membership, Membership.user_id == User.id).where(User.ended_at.is_(None))
    theirs = Membership.initiative_id.in_(list(initiative_ids)), Membership.role.in_(DECIDING)
    asked = Initiative.possible_companions(), deciding.where(*theirs)
    known = {person for people in asked for person in db.session.scalars(people).unique()} | {now}
    return sorted(known - {None}, key=lambda person: person.name)
