"""Who of the team takes care of something that waits."""

from datetime import datetime
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Select, String, false, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from neighbour import audit
from neighbour.accounts import User
from neighbour.db import Model, db, now
from neighbour.errors import Conflict, NotAllowed


class Assignment(Model):
    """One waiting thing, named by the address where it is dealt with, and the person who took it."""

    __tablename__ = "desk_assignments"

    place: Mapped[str] = mapped_column(String(300), unique=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("accounts_users.id", ondelete="CASCADE"))
    taken_at: Mapped[datetime] = mapped_column(default=now)

    person: Mapped[User] = relationship()

    @classmethod
    def visible_to(cls, viewer) -> Select[tuple["Assignment"]]:
        return select(cls) if viewer.is_team else select(cls).where(false())

    @classmethod
    def at(cls, places: list[str]) -> dict[str, "Assignment"]:
        found = db.session.scalars(select(cls).where(cls.place.in_(places)))
        return {assignment.place: assignment for assignment in found.unique()}

    @classmethod
    def take(cls, place: str, title: str, *, by: User, instead_of: UUID | None) -> "Assignment":
        """`instead_of` is who had it on the page that was read. Raises Conflict after a change."""
        if not by.is_team:
            raise NotAllowed(_l("Das darf nur das Projektteam."))
        found = db.session.scalars(select(cls).where(cls.place == place).with_for_update()).one_or_none()
        if found is not None and found.person_id not in (instead_of, by.id):
            raise Conflict(_l("%(name)s hat das eben übernommen.", name=found.person.name))
        if found is None:
            found = cls(place=place)
            db.session.add(found)
        found.person, found.taken_at = by, now()
        audit.log("desk.assignment", title, by=by.id, subject=by.id)
        return found

    def give_back(self, title: str, *, by: User) -> None:
        if self.person_id != by.id:
            raise NotAllowed(_l("Das hat jemand anderes übernommen."))
        audit.log("desk.return", title, by=by.id, subject=by.id)
        db.session.delete(self)
