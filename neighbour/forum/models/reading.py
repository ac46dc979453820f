"""What a person has read, and which topics they want to hear of."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint, update
from sqlalchemy.orm import Mapped, mapped_column

from neighbour.db import Model, db, now


class ReadMark(Model):
    """Up to which post somebody has read a topic, and when they last opened it to find something new."""

    __tablename__ = "forum_read_marks"
    __table_args__ = (UniqueConstraint("user_id", "topic_id"),)

    user_id: Mapped[UUID] = mapped_column(ForeignKey("accounts_users.id", ondelete="CASCADE"))
    topic_id: Mapped[UUID] = mapped_column(ForeignKey("forum_topics.id", ondelete="CASCADE"), index=True)
    number: Mapped[int] = mapped_column(default=0)
    read_at: Mapped[datetime] = mapped_column(default=now)

    @classmethod
    def advance(cls, user_id: UUID, topic_id: UUID, number: int) -> None:
        """Moves the mark on, never back; two devices may read the same topic."""
        mark = db.session.query(cls).filter_by(user_id=user_id, topic_id=topic_id).with_for_update().one_or_none()
        if mark is None:
            db.session.add(cls(user_id=user_id, topic_id=topic_id, number=number))
        else:
            mark.number, mark.read_at = max(mark.number, number), now()

    @classmethod
    def pass_own(cls, post) -> None:
        """One's own post is read, if everything before it was."""
        mine = update(cls).where(
            cls.user_id == post.author_id, cls.topic_id == post.topic_id, cls.number == post.number - 1
        )
        db.session.execute(mine.values(number=post.number, read_at=now()))


class Watch(Model):
    """Somebody wants to hear of new posts in a topic. Ended ones stay, so that a reply does not begin them again."""

    __tablename__ = "forum_watches"
    __table_args__ = (UniqueConstraint("user_id", "topic_id"),)

    user_id: Mapped[UUID] = mapped_column(ForeignKey("accounts_users.id", ondelete="CASCADE"))
    topic_id: Mapped[UUID] = mapped_column(ForeignKey("forum_topics.id", ondelete="CASCADE"), index=True)
    since: Mapped[datetime] = mapped_column(default=now)
    ended_at: Mapped[datetime | None]

    @classmethod
    def of(cls, user_id: UUID, topic_id: UUID) -> "Watch | None":
        return db.session.query(cls).filter_by(user_id=user_id, topic_id=topic_id).one_or_none()
