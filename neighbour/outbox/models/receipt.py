"""The proof that an operation has arrived."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, String, UniqueConstraint, false, select
from sqlalchemy.orm import Mapped, mapped_column

from neighbour.db import Model, now
from neighbour.outbox.words import spoken

LONGEST_LOCATION = 400


def code_of(row) -> str:
    return spoken(row.get_current_parameters()["operation_id"])


class Receipt(Model):
    """The outcome of one operation of one account: what was sent (its digest), what was answered. `kind` is the endpoint
    that did it; the code is kept because somebody may ask for it by word."""

    __tablename__ = "outbox_receipts"
    __table_args__ = (UniqueConstraint("account", "operation_id", "fingerprint"),)

    account: Mapped[str] = mapped_column(String(32))
    operation_id: Mapped[UUID] = mapped_column(index=True)
    fingerprint: Mapped[str] = mapped_column(String(64))
    status: Mapped[int]
    location: Mapped[str] = mapped_column(String(LONGEST_LOCATION))
    arrived_at: Mapped[datetime] = mapped_column(default=now, index=True)
    code: Mapped[str] = mapped_column(String(20), default=code_of, index=True)
    kind: Mapped[str] = mapped_column(String(80), default="")

    @classmethod
    def visible_to(cls, viewer) -> Select[tuple["Receipt"]]:
        """Only the team looks up what others have sent, by its word."""
        return select(cls) if viewer.is_team else select(cls).where(false())

    @classmethod
    def of(cls, account: str, operations: Iterable[UUID]) -> Select[tuple["Receipt"]]:
        """Those of one account, the newest first."""
        mine = select(cls).where(cls.account == account, cls.operation_id.in_(operations))
        return mine.order_by(cls.arrived_at.desc())
