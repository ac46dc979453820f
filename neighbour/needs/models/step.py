"""A step on the way of a need, so that everybody sees who moved it and when."""

from datetime import datetime
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from neighbour.accounts import User
from neighbour.db import Model, now
from neighbour.needs.models.kinds import STATE_WORDS, Mark, State


class Step(Model):
    """One state that a need came into, or a mark on its way: by whom, when, with which words to the initiative. `name` is
    to whom it was handed, or who confirmed it on the telephone."""

    __tablename__ = "needs_steps"
    shown_on = ("need_id",)

    need_id: Mapped[UUID] = mapped_column(ForeignKey("needs_needs.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(String(12))
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(default=now)
    words: Mapped[str] = mapped_column(Text, default="")
    name: Mapped[str] = mapped_column(String(80), default="")

    by: Mapped[User | None] = relationship()

    @property
    def state_words(self):
        if self.state == Mark.HANDED:
            return _l("weitergegeben an %(name)s", name=self.name)
        if self.state == Mark.CONFIRMED:
            return _l("am Telefon bestätigt von %(name)s", name=self.name)
        return STATE_WORDS[State(self.state)]
