"""What somebody must know, as a row in the transaction of its cause."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Index, Select, String, select, text
from sqlalchemy.orm import Mapped, mapped_column

from neighbour.db import Model, now

LONGEST_HREF = 400
UNREAD = text("read_at IS NULL")


class Notification(Model):
    """One thing that one person is told. Of what is unread there is one row for a kind and a subject; `count` says how
    often it happened, `words` are of the last time, `at` is when."""

    __tablename__ = "notifications_notifications"
    __table_args__ = (
        Index(
            None,
            *("recipient_id", "kind", "subject_kind", "subject_id"),
            unique=True,
            sqlite_where=UNREAD,
            postgresql_where=UNREAD,
        ),
        Index(None, "recipient_id", "at", "id"),
        Index(None, "subject_kind", "subject_id"),
        Index(None, "at"),
    )

    recipient_id: Mapped[UUID] = mapped_column(ForeignKey("accounts_users.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(30))
    subject_kind: Mapped[str] = mapped_column(String(30))
    subject_id: Mapped[UUID]
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    href: Mapped[str] = mapped_column(String(LONGEST_HREF))
    words: Mapped[dict] = mapped_column(JSON)
    count: Mapped[int] = mapped_column(default=1)
    at: Mapped[datetime] = mapped_column(default=now)
    read_at: Mapped[datetime | None]

    @classmethod
    def visible_to(cls, viewer) -> Select[tuple["Notification"]]:
        """Everybody's own, and nobody else's."""
        return select(cls).where(cls.recipient_id == viewer.id)
