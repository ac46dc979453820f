"""A person in an initiative."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, backref, mapped_column, relationship

from neighbour.accounts import User
from neighbour.db import Model, now
from neighbour.initiatives.models.initiative import Initiative


class MembershipRole(StrEnum):
    COORDINATOR = "coordinator"
    DEPUTY = "deputy"
    TREASURER = "treasurer"
    MEMBER = "member"


DECIDING = {MembershipRole.COORDINATOR, MembershipRole.DEPUTY}


class Membership(Model):
    """Somebody belongs to an initiative, in one role. Every viewer carries theirs as `viewer.memberships`."""

    __tablename__ = "initiatives_memberships"
    __table_args__ = (UniqueConstraint("user_id", "initiative_id"),)

    user_id: Mapped[UUID] = mapped_column(ForeignKey("accounts_users.id", ondelete="CASCADE"))
    initiative_id: Mapped[UUID] = mapped_column(ForeignKey("initiatives_initiatives.id", ondelete="CASCADE"), index=True)
    role: Mapped[str] = mapped_column(String(12), default=MembershipRole.MEMBER)
    joined_at: Mapped[datetime] = mapped_column(default=now)

    user: Mapped[User] = relationship(backref=backref("memberships", lazy="selectin", cascade="all, delete-orphan"))
    initiative: Mapped[Initiative] = relationship(
        lazy="joined", innerjoin=True, backref=backref("memberships", lazy="select", order_by=lambda: Membership.joined_at)
    )

    @property
    def decides(self) -> bool:
        """Whether this person may decide for the initiative."""
        return self.role in DECIDING
