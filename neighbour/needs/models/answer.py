"""A letter below a need."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from neighbour.accounts import User
from neighbour.db import Model, now
from neighbour.initiatives import Initiative


class Answer(Model):
    """What somebody answered, of the team or of an initiative; `initiative` is where they were at home."""

    __tablename__ = "needs_answers"
    shown_on = ("need_id",)

    need_id: Mapped[UUID] = mapped_column(ForeignKey("needs_needs.id", ondelete="CASCADE"), index=True)
    author_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    initiative_id: Mapped[UUID | None] = mapped_column(ForeignKey("initiatives_initiatives.id", ondelete="SET NULL"))
    by_team: Mapped[bool] = mapped_column(default=False)
    body: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(default=now)

    author: Mapped[User | None] = relationship()
    initiative: Mapped[Initiative | None] = relationship()
