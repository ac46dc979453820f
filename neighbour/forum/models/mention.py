"""Somebody's name in somebody else's post."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from neighbour.db import Model, now


class Mention(Model):
    """A person who is named in a post that they may read."""

    __tablename__ = "forum_mentions"
    __table_args__ = (UniqueConstraint("post_id", "user_id"),)

    post_id: Mapped[UUID] = mapped_column(ForeignKey("forum_posts.id", ondelete="CASCADE"))
    user_id: Mapped[UUID] = mapped_column(ForeignKey("accounts_users.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(default=now)
