"""A person with an account, what they may do by their roles, and somebody without an account."""

import secrets
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from flask_login import AnonymousUserMixin, UserMixin
from sqlalchemy import ForeignKey, Select, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from neighbour.db import Model, now


class RoleName(StrEnum):
    """What somebody is in the whole network, beside what they are in an initiative. Roles combine."""

    TEAM = "team"
    LEAD = "lead"
    JUROR = "juror"
    BOARD = "board"
    MUNICIPALITY = "municipality"
    PRESS = "press"
    OPERATOR = "operator"


class Rights:
    """The questions that templates and models ask of a viewer, answered from `role_names`."""

    role_names: frozenset[str] = frozenset()

    @property
    def is_team(self) -> bool:
        """The project team and its lead: they accompany every initiative."""
        return bool(self.role_names & {RoleName.TEAM, RoleName.LEAD})

    @property
    def is_lead(self) -> bool:
        return RoleName.LEAD in self.role_names

    @property
    def is_board(self) -> bool:
        return RoleName.BOARD in self.role_names

    @property
    def is_operator(self) -> bool:
        return RoleName.OPERATOR in self.role_names

    @property
    def reads_content(self) -> bool:
        """Somebody who only runs the machine has no right to what people wrote."""
        return self.is_signed_in and self.role_names != {RoleName.OPERATOR}


class User(Rights, UserMixin, Model):
    """A person with an account. `tag` names the account to devices, without saying who it is."""

    __tablename__ = "accounts_users"

    name: Mapped[str] = mapped_column(String(80))
    handle: Mapped[str] = mapped_column(String(42), unique=True)
    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    password_hash: Mapped[str | None] = mapped_column(String(120))
    tag: Mapped[str] = mapped_column(String(32), unique=True, default=lambda: secrets.token_urlsafe(12))
    phone: Mapped[str] = mapped_column(String(40), default="")
    about: Mapped[str] = mapped_column(String(400), default="")
    knows: Mapped[str] = mapped_column(String(200), default="")
    photo_id: Mapped[UUID | None]
    language: Mapped[str] = mapped_column(String(8), default="")
    text_size: Mapped[str] = mapped_column(String(8), default="normal")
    look: Mapped[str] = mapped_column(String(8), default="")
    toured_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    ended_at: Mapped[datetime | None]

    roles: Mapped[list["Role"]] = relationship(
        back_populates="user", cascade="all, delete-orphan", foreign_keys="Role.user_id", lazy="joined"
    )

    is_signed_in = True
    device = None  # the Device of this request, set by neighbour.accounts.session

    @property
    def role_names(self) -> frozenset[str]:
        return frozenset(role.name for role in self.roles)

    @property
    def is_active(self) -> bool:
        return self.ended_at is None

    def get_id(self) -> str:
        """What the session cookie carries: the token of the device, not the id of the person."""
        return self.device.token

    @validates("email")
    def in_small_letters(self, _name: str, email: str | None) -> str | None:
        """Addresses are compared as people type them, with or without capitals."""
        return email.strip().lower() if email else None

    @classmethod
    def with_email(cls, email: str) -> Select[tuple["User"]]:
        return select(cls).where(cls.email == email.strip().lower())

    def __repr__(self) -> str:
        return f"<User {self.handle}>"


class Role(Model):
    """One role of one person."""

    __tablename__ = "accounts_roles"
    __table_args__ = (UniqueConstraint("user_id", "name"),)

    user_id: Mapped[UUID] = mapped_column(ForeignKey("accounts_users.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(20))
    given_at: Mapped[datetime] = mapped_column(default=now)
    given_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))

    user: Mapped[User] = relationship(back_populates="roles", foreign_keys=user_id)


class Visitor(Rights, AnonymousUserMixin):
    """Somebody who is not signed in; answers every question that a User answers."""

    id = None
    name = ""
    tag = ""
    language = ""
    text_size = "normal"
    look = ""
    is_signed_in = False
    memberships: tuple = ()
    device = None
