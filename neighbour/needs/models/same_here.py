"""„Bei uns auch“: somebody of another initiative knows the same difficulty."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from neighbour.accounts import User
from neighbour.db import Model, db, now
from neighbour.initiatives import Initiative


class SameHere(Model):
    """One person's „bei uns auch“ for their initiative. It stays at the need to which it was said; where that one was
    merged into another, it counts there too."""

    __tablename__ = "needs_same_here"
    __table_args__ = (UniqueConstraint("need_id", "person_id"),)
    shown_on = ("need_id",)

    need_id: Mapped[UUID] = mapped_column(ForeignKey("needs_needs.id", ondelete="CASCADE"))
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    initiative_id: Mapped[UUID] = mapped_column(
        ForeignKey("initiatives_initiatives.id", ondelete="CASCADE"), index=True
    )
    words: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime] = mapped_column(default=now)

    person: Mapped[User | None] = relationship()
    initiative: Mapped[Initiative] = relationship()

    @classmethod
    def newest_of(cls, needs: set[UUID], *, but: UUID) -> "SameHere | None":
        """The last that somebody else said and who is still here."""
        said = select(cls).where(cls.need_id.in_(needs), cls.person_id.is_not(None), cls.person_id != but)
        return db.session.scalars(said.order_by(cls.at.desc(), cls.id.desc()).limit(1)).first()

    @classmethod
    def of(cls, need_id: UUID, person_id: UUID) -> "SameHere | None":
        return db.session.scalars(select(cls).where(cls.need_id == need_id, cls.person_id == person_id)).first()
