"""A person in an initiative."""

from datetime import datetime
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Select, String, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, backref, joinedload, mapped_column, relationship

from neighbour import audit
from neighbour.accounts import User
from neighbour.db import Model, db, now
from neighbour.errors import NotAllowed
from neighbour.initiatives.models.initiative import Initiative
from neighbour.initiatives.models.kinds import ROLE_WORDS, MembershipRole

DECIDING = {MembershipRole.COORDINATOR, MembershipRole.DEPUTY}


class Membership(Model):
    """Somebody belongs to an initiative, in one role. Every viewer carries theirs as `viewer.memberships`."""

    __tablename__ = "initiatives_memberships"
    __table_args__ = (UniqueConstraint("user_id", "initiative_id"),)
    shown_on = ("initiative_id",)

    user_id: Mapped[UUID] = mapped_column(ForeignKey("accounts_users.id", ondelete="CASCADE"))
    initiative_id: Mapped[UUID] = mapped_column(
        ForeignKey("initiatives_initiatives.id", ondelete="CASCADE"), index=True
    )
    role: Mapped[str] = mapped_column(String(12), default=MembershipRole.MEMBER)
    joined_at: Mapped[datetime] = mapped_column(default=now)

    user: Mapped[User] = relationship(backref=backref("memberships", lazy="selectin", cascade="all, delete-orphan"))
    initiative: Mapped[Initiative] = relationship(
        lazy="joined",
        innerjoin=True,
        backref=backref("memberships", lazy="select", order_by=lambda: Membership.joined_at),
    )

    @classmethod
    def of(cls, initiative: Initiative) -> Select[tuple["Membership"]]:
        """Everybody who belongs to it and has not ended their account, in the order of joining."""
        people = select(cls).join(cls.user).where(cls.initiative_id == initiative.id, User.ended_at.is_(None))
        return people.options(joinedload(cls.user)).order_by(cls.joined_at, cls.id)

    @classmethod
    def counts(cls) -> dict[UUID, int]:
        """How many people each initiative has here, in one query."""
        counted = select(cls.initiative_id, func.count()).join(cls.user).where(User.ended_at.is_(None))
        return dict(db.session.execute(counted.group_by(cls.initiative_id)).all())

    @property
    def decides(self) -> bool:
        """Whether this person may decide for the initiative."""
        return self.role in DECIDING

    @property
    def role_words(self):
        return ROLE_WORDS[MembershipRole(self.role)]

    def changeable_by(self, viewer) -> bool:
        return self.initiative.coordinated_by(viewer)

    def removable_by(self, viewer) -> bool:
        """The coordinator and the team remove; everybody may leave."""
        return self.user_id == viewer.id or self.changeable_by(viewer)

    def become(self, role: MembershipRole, *, by: User) -> None:
        if not self.changeable_by(by):
            raise NotAllowed(_l("Das darf nur die Koordination oder das Projektteam."))
        if role != MembershipRole.COORDINATOR:
            self.leave_a_coordinator()
        self.role = role
        audit.log("initiatives.role", f"{self.user.name}: {role}", by=by.id, subject=self.initiative_id)

    def remove(self, *, by: User) -> None:
        if not self.removable_by(by):
            raise NotAllowed(_l("Das darf nur die Koordination oder das Projektteam."))
        self.leave_a_coordinator()
        audit.log("initiatives.removal", f"{self.user.name}: {self.initiative.name}", by=by.id, subject=self.user_id)
        db.session.delete(self)

    def leave_a_coordinator(self) -> None:
        """Raises NotAllowed for the last one. The rows are locked: two who leave at once wait for each other."""
        coordinating = Membership.initiative_id == self.initiative_id, Membership.role == MembershipRole.COORDINATOR
        there = db.session.scalars(select(Membership.id).where(*coordinating).with_for_update()).all()
        if there == [self.id]:
            sentence = _l("Ohne Koordination geht es nicht. Bitte geben Sie die Rolle zuerst jemand anderem.")
            raise NotAllowed(sentence)
