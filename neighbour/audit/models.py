"""One line of the audit log."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Select, String, false, select
from sqlalchemy.orm import Mapped, mapped_column

from neighbour.db import Model, db, now


class LogLine(Model):
    """An act with consequences for others: who, what, on which thing, in one sentence."""

    __tablename__ = "audit_log_lines"
    __table_args__ = (Index(None, "subject_id"), Index(None, "actor_id"))

    at: Mapped[datetime] = mapped_column(default=now)
    actor_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    act: Mapped[str] = mapped_column(String(60))
    subject_id: Mapped[UUID | None]
    sentence: Mapped[str] = mapped_column(String(500))

    @classmethod
    def visible_to(cls, viewer) -> Select[tuple["LogLine"]]:
        """The log is the team's."""
        return select(cls) if viewer.is_team else select(cls).where(false())


def log(act: str, sentence: str, *, by: UUID | None, subject: UUID | None = None) -> LogLine:
    """Adds a line to the running transaction. `act` is a noun with its feature: `forum.closure`."""
    line = LogLine(act=act, sentence=sentence[:500], actor_id=by, subject_id=subject)
    db.session.add(line)
    return line
