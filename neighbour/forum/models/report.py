"""A reader who thinks that the team should look at a post."""

from datetime import datetime
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Index, Select, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from neighbour.accounts import User
from neighbour.db import Model, db, now
from neighbour.errors import NotAllowed
from neighbour.forum.models.post import Post


class Report(Model):
    """One person reports one post once, with a reason; it waits on the desk until it is settled."""

    __tablename__ = "forum_reports"
    __table_args__ = (UniqueConstraint("post_id", "by_id"), Index(None, "settled_at"))
    shown_on = ("post_id",)

    post_id: Mapped[UUID] = mapped_column(ForeignKey("forum_posts.id", ondelete="CASCADE"))
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    reason: Mapped[str] = mapped_column(Text)
    reported_at: Mapped[datetime] = mapped_column(default=now)
    settled_at: Mapped[datetime | None]
    settled_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))

    post: Mapped[Post] = relationship()
    by: Mapped[User | None] = relationship(foreign_keys=by_id)

    @classmethod
    def visible_to(cls, viewer) -> Select[tuple["Report"]]:
        """Reports are read by the team."""
        return select(cls) if viewer.is_team else select(cls).where(False)

    @classmethod
    def make(cls, post: Post, *, by: User, reason: str, id: UUID | None = None) -> "Report":
        """Reported once more by the same person it waits again, with the new reason."""
        if not post.reportable_by(by):
            raise NotAllowed(_l("Diesen Beitrag können Sie nicht melden."))
        report = db.session.scalar(select(cls).where(cls.post_id == post.id, cls.by_id == by.id))
        if report is None:
            report = cls(id=id, post=post, by=by)
            db.session.add(report)
        report.reason, report.reported_at = reason, now()
        report.settled_at = report.settled_by_id = None
        return report

    def settle(self, by: User) -> None:
        if not by.is_team:
            raise NotAllowed(_l("Das darf nur das Projektteam."))
        self.settled_at = self.settled_at or now()
        self.settled_by_id = by.id
