"""That an initiative was invited to an event by mail: once, by whom and when."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from neighbour.db import Model, db, now


class Mailing(Model):
    """One initiative, invited to one event by mail."""

    __tablename__ = "events_mailings"
    __table_args__ = (UniqueConstraint("event_id", "initiative_id"),)
    shown_on = ("event_id",)

    event_id: Mapped[UUID] = mapped_column(ForeignKey("events_events.id", ondelete="CASCADE"))
    initiative_id: Mapped[UUID] = mapped_column(ForeignKey("initiatives_initiatives.id", ondelete="CASCADE"))
    sent_at: Mapped[datetime] = mapped_column(default=now)
    sent_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))

    @classmethod
    def sent_to(cls, event_id: UUID) -> dict[UUID, datetime]:
        """When each initiative was invited."""
        sent = select(cls.initiative_id, cls.sent_at).where(cls.event_id == event_id)
        return dict(db.session.execute(sent).all())
