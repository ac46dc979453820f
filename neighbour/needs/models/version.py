"""What a need said before it was changed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from neighbour.accounts import User
from neighbour.db import Model, now


class Version(Model):
    """An earlier text of a need, kept when it was replaced; `by` is who replaced it."""

    __tablename__ = "needs_versions"
    shown_on = ("need_id",)

    need_id: Mapped[UUID] = mapped_column(ForeignKey("needs_needs.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(Text)
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    replaced_at: Mapped[datetime] = mapped_column(default=now)

    by: Mapped[User | None] = relationship()
