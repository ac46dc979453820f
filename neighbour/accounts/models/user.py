"""A person with an account, what they may do by their roles, and somebody without an account."""

import secrets
from datetime import datetime
from uuid import UUID

from flask_babel import lazy_gettext as _l
from flask_login import UserMixin
from sqlalchemy import ForeignKey, Select, String, UniqueConstraint, false, select
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from neighbour import audit
from neighbour.accounts.models.viewer import LEADS_ALONE, NETWORK_ROLE_WORDS, Rights, RoleName
from neighbour.db import Model, db, now
from neighbour.errors import Invalid, NotAllowed


class User(Rights, UserMixin, Model):
    """A person with an account. `tag` names the account to devices, without saying who it is."""

    __tablename__ = "accounts_users"
    shown = ("name", "handle", "phone", "about", "knows", "photo_id", "ended_at")

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
    reads_plain: Mapped[bool] = mapped_column(default=False)
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
    def visible_to(cls, viewer) -> Select[tuple["User"]]:
        """The list of all accounts is the team's."""
        return select(cls) if viewer.is_team else select(cls).where(false())

    @classmethod
    def with_email(cls, email: str) -> Select[tuple["User"]]:
        return select(cls).where(cls.email == email.strip().lower())

    @classmethod
    def known_as(cls, typed: str) -> Select[tuple["User"]]:
        """By address or by short name, for people without an address: `Heinz`, `@heinz`, `heinz@example.org`."""
        name = typed.strip().lower().removeprefix("@")
        return cls.with_email(name) if "@" in name else select(cls).where(cls.handle == name)

    def role_changeable_by(self, viewer, name: str) -> bool:
        """The team gives and takes roles; those that open the desk or the machine only the lead."""
        return viewer.is_lead or (viewer.is_team and name not in LEADS_ALONE)

    def give_role(self, name: str, by: "User") -> None:
        self.require_changeable_role(name, by)
        if not self.is_active:
            raise NotAllowed(_l("Dieses Konto ist beendet. Öffnen Sie es zuerst wieder."))
        if name not in self.role_names:
            self.roles.append(Role(name=name, given_by_id=by.id))
            audit.log(
                "accounts.role", f"{self.name}: + {NETWORK_ROLE_WORDS[RoleName(name)]}", by=by.id, subject=self.id
            )

    def take_role(self, name: str, by: "User") -> None:
        self.require_changeable_role(name, by)
        if name not in self.role_names:
            return
        if name == RoleName.LEAD:
            self.require_another_lead()
        self.roles = [role for role in self.roles if role.name != name]
        audit.log("accounts.role", f"{self.name}: − {NETWORK_ROLE_WORDS[RoleName(name)]}", by=by.id, subject=self.id)

    def require_changeable_role(self, name: str, by: "User") -> None:
        if name not in set(RoleName):
            raise Invalid(_l("Diese Rolle gibt es nicht."))
        if not self.role_changeable_by(by, name):
            raise NotAllowed(_l("Über diese Rolle entscheidet nur die Projektleitung."))

    def require_another_lead(self) -> None:
        """Locks who leads, so that two who step back at the same moment do not leave nobody."""
        leading = select(Role).join(Role.user).where(Role.name == RoleName.LEAD, User.ended_at.is_(None))
        leads = db.session.scalars(leading.with_for_update(of=[Role, User])).unique()
        if all(role.user_id == self.id for role in leads):
            raise NotAllowed(_l("Ohne Projektleitung geht es nicht. Geben Sie die Rolle erst jemand anderem."))

    def endable_by(self, viewer) -> bool:
        """Somebody else, who could have given every role that the person has."""
        guarded = bool(self.role_names & LEADS_ALONE)
        return viewer.id != self.id and (viewer.is_lead if guarded else viewer.is_team)

    def end(self, by: "User") -> None:
        """Ends the account and every sign-in; what the person wrote stays."""
        if not self.endable_by(by):
            raise NotAllowed(_l("Nur die Projektleitung beendet dieses Konto. Ihr eigenes beendet jemand anderes."))
        if not self.is_active:
            return
        if self.is_lead:
            self.require_another_lead()
        for device in self.devices:
            device.end(by=by)
        self.ended_at = now()
        audit.log("accounts.end", self.name, by=by.id, subject=self.id)

    def reopen(self, by: "User") -> None:
        if not self.endable_by(by):
            raise NotAllowed(_l("Dieses Konto kann nur die Projektleitung wieder öffnen."))
        if not self.is_active:
            self.ended_at = None
            audit.log("accounts.reopening", self.name, by=by.id, subject=self.id)

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
