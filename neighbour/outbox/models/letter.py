"""What a person hands to the project team because the house would not take it."""

from datetime import datetime, timedelta
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Index, Select, String, Text, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from neighbour.accounts import User
from neighbour.db import Model, db, now
from neighbour.errors import NotAllowed, TooOften

A_DAY = timedelta(days=1)
MOST_A_DAY = 40


class Letter(Model):
    """A text that was refused, with the reason and the page it was meant for; it waits on the desk until it is settled."""

    __tablename__ = "outbox_letters"
    __table_args__ = (Index(None, "settled_at"), Index(None, "by_id", "sent_at"))

    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    kind: Mapped[str] = mapped_column(String(40), default="")
    about: Mapped[str] = mapped_column(String(400), default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    text: Mapped[str] = mapped_column(Text)
    sent_at: Mapped[datetime] = mapped_column(default=now)
    settled_at: Mapped[datetime | None]
    settled_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    answer: Mapped[str] = mapped_column(Text, default="")

    by: Mapped[User | None] = relationship(foreign_keys=by_id)
    settled_by: Mapped[User | None] = relationship(foreign_keys=settled_by_id)

    @classmethod
    def visible_to(cls, viewer) -> Select[tuple["Letter"]]:
        """Letters are read by the team and by who wrote them."""
        return select(cls) if viewer.is_team else select(cls).where(cls.by_id == viewer.id)

    @classmethod
    def send(cls, *, by: User, id: UUID | None = None, **words) -> "Letter":
        """Raises TooOften."""
        since = select(cls.id).where(cls.by_id == by.id, cls.sent_at > now() - A_DAY)
        if len(db.session.scalars(since.limit(MOST_A_DAY)).all()) == MOST_A_DAY:
            too_many = _l("Das waren heute sehr viele Briefe. Bitte rufen Sie das Projektteam an.")
            raise TooOften(too_many, wait=3600)
        letter = cls(id=id, by=by, **words)
        db.session.add(letter)
        db.session.flush()  # its id names its page
        return letter

    def settle(self, by: User, answer: str = "") -> bool:
        """Whether it was still waiting: of two who settle it, the first one's answer stands."""
        if not by.is_team:
            raise NotAllowed(_l("Das darf nur das Projektteam."))
        self.lock()
        if self.settled_at is not None:
            return False
        self.settled_at, self.settled_by, self.answer = now(), by, answer
        return True
