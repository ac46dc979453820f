"""The proof that an operation has arrived."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from neighbour.db import Model, now
from neighbour.outbox.words import spoken

LONGEST_LOCATION = 400


class Receipt(Model):
    """The outcome of one operation of one account: what was sent (its digest), what was answered."""

    __tablename__ = "outbox_receipts"
    __table_args__ = (UniqueConstraint("account", "operation_id", "fingerprint"),)

    account: Mapped[str] = mapped_column(String(32))
    operation_id: Mapped[UUID] = mapped_column(index=True)
    fingerprint: Mapped[str] = mapped_column(String(64))
    status: Mapped[int]
    location: Mapped[str] = mapped_column(String(LONGEST_LOCATION))
    arrived_at: Mapped[datetime] = mapped_column(default=now, index=True)

    @property
    def code(self) -> str:
        return spoken(self.operation_id)
