"""A link by mail instead of a password. Opening it changes nothing; its button signs in, once."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ForeignKey, Select, String, select, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from neighbour.accounts.models.device import digest
from neighbour.accounts.models.user import User
from neighbour.db import Model, db, now

VALID_FOR = timedelta(hours=2)


class SignInLink(Model):
    """One mailed link. Mail scanners open links, so only its button counts, and only the first press."""

    __tablename__ = "accounts_sign_in_links"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("accounts_users.id", ondelete="CASCADE"))
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    expires_at: Mapped[datetime] = mapped_column(default=lambda: now() + VALID_FOR)
    used_at: Mapped[datetime | None]

    user: Mapped[User] = relationship()

    token = ""

    @classmethod
    def make(cls, user: User) -> "SignInLink":
        token = secrets.token_urlsafe(24)
        link = cls(user=user, digest=digest(token))
        link.token = token
        return link

    @classmethod
    def usable(cls, token: str) -> Select[tuple["SignInLink"]]:
        return select(cls).where(cls.digest == digest(token), cls.used_at.is_(None), cls.expires_at > now())

    @classmethod
    def end_all_of(cls, user: User) -> None:
        db.session.execute(update(cls).where(cls.user_id == user.id, cls.used_at.is_(None)).values(used_at=now()))

    def use(self) -> bool:
        """Whether this press was the first; the database decides between two at the same moment."""
        first = update(SignInLink).where(SignInLink.id == self.id, SignInLink.used_at.is_(None)).values(used_at=now())
        return db.session.execute(first).rowcount == 1
