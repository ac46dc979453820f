"""A sign-in on a device, as a row that can be ended from another device."""

import hashlib
import secrets
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Select, String, bindparam, select
from sqlalchemy.orm import Mapped, backref, contains_eager, mapped_column, relationship

from neighbour.accounts.models.user import User
from neighbour.db import Model, db, now
from neighbour.errors import NotAllowed

SEEN_EVERY = timedelta(hours=1)


class Owner(StrEnum):
    """„Wem gehört dieses Gerät?“"""

    MINE = "mine"
    SHARED = "shared"


# Renate must not be signed out in a hall without signal; a phone that several people use forgets the same day.
IDLE = {Owner.MINE: timedelta(days=180), Owner.SHARED: timedelta(hours=8)}


class Device(Model):
    """One sign-in. Only a digest of its token is kept, so a copy of the database signs nobody in."""

    __tablename__ = "accounts_devices"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("accounts_users.id", ondelete="CASCADE"), index=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    owner: Mapped[str] = mapped_column(String(8))
    label: Mapped[str] = mapped_column(String(80))
    signed_in_at: Mapped[datetime] = mapped_column(default=now)
    seen_at: Mapped[datetime] = mapped_column(default=now)
    ended_at: Mapped[datetime | None]
    took_along_at: Mapped[datetime | None]

    user: Mapped[User] = relationship(backref=backref("devices", cascade="all, delete-orphan", passive_deletes=True))

    token = ""  # known only to the request that made the sign-in or carries its cookie

    @classmethod
    def sign_in(cls, user: User, *, owner: Owner, label: str) -> "Device":
        token = secrets.token_urlsafe(32)
        device = cls(user=user, digest=digest(token), owner=owner, label=label[:80])
        device.token = token
        return device

    @classmethod
    def with_token(cls, token: str) -> "Device | None":
        """The sign-in with this token and its person, unless either has ended."""
        return db.session.scalars(running_sign_in(), {"digest": digest(token)}).unique().one_or_none()

    @classmethod
    def running_of(cls, user: User) -> Select[tuple["Device"]]:
        return select(cls).where(cls.user_id == user.id, cls.ended_at.is_(None)).order_by(cls.seen_at.desc())

    @property
    def is_over(self) -> bool:
        return self.ended_at is not None or now() - self.seen_at > IDLE[Owner(self.owner)]

    @property
    def was_not_seen_lately(self) -> bool:
        return now() - self.seen_at > SEEN_EVERY

    def end(self, by: User) -> None:
        if by.id != self.user_id and not by.is_team:
            raise NotAllowed(_l("Nur Sie selbst können dieses Gerät abmelden."))
        self.ended_at = self.ended_at or now()


@lru_cache
def running_sign_in() -> Select[tuple[Device]]:
    """With everything that is asked of a viewer on every page; put together once, because that takes as long as asking."""
    person = contains_eager(Device.user).joinedload(User.memberships)
    running = Device.digest == bindparam("digest"), Device.ended_at.is_(None), User.ended_at.is_(None)
    return select(Device).join(Device.user).options(person).where(*running)


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
