"""An invitation: a link, or a printed slip with a short code, that makes somebody a member once."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Select, String, select, update
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from neighbour import audit
from neighbour.accounts import Role, User
from neighbour.db import Model, db, now
from neighbour.errors import Conflict, NotAllowed
from neighbour.initiatives.models.initiative import Initiative
from neighbour.initiatives.models.kinds import MembershipRole
from neighbour.initiatives.models.membership import Membership

VALID_FOR = timedelta(days=30)
WAITING_AFTER = timedelta(days=7)
# No letters or digits that look alike on paper: no 0 O, 1 I L, 2 Z, 5 S, 8 B.
LETTERS = "ACDEFGHJKMNPQRTUVWXY34679"
LENGTH = 8


def new_code() -> str:
    """Eight characters, 37 bits: enough beside the limits on guessing and the thirty days."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


class Invitation(Model):
    """An open door for one person. The code is kept readable, because slips are printed again when one is lost;
    it opens nothing but what stands here, and ends with its use, its date, or its withdrawal."""

    __tablename__ = "initiatives_invitations"

    code: Mapped[str] = mapped_column(String(12), unique=True, default=new_code)
    name: Mapped[str] = mapped_column(String(80), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    initiative_id: Mapped[UUID | None] = mapped_column(ForeignKey("initiatives_initiatives.id", ondelete="CASCADE"))
    membership_role: Mapped[str] = mapped_column(String(12), default=MembershipRole.MEMBER)
    role: Mapped[str] = mapped_column(String(20), default="")
    invited_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    invited_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime] = mapped_column(default=lambda: now() + VALID_FOR)
    redeemed_at: Mapped[datetime | None]
    redeemed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    withdrawn_at: Mapped[datetime | None]

    initiative: Mapped[Initiative | None] = relationship()
    invited_by: Mapped[User | None] = relationship(foreign_keys=invited_by_id)

    @classmethod
    def issue(cls, *, by: User, initiative: Initiative | None, id: UUID | None = None, **words) -> "Invitation":
        """A new open invitation. Coordinators invite members; everything else is the team's."""
        words = {"membership_role": MembershipRole.MEMBER, "role": "", "code": new_code(), **words}
        invitation = cls(id=id, initiative=initiative, invited_by_id=by.id, **words)
        if not invitation.issuable_by(by):
            raise NotAllowed(_l("Einladen darf die Koordination für ihre Initiative, sonst das Projektteam."))
        db.session.add(invitation)
        db.session.flush()
        audit.log("initiatives.invitation", invitation.name or invitation.code, by=by.id, subject=invitation.id)
        return invitation

    @classmethod
    def issue_many(
        cls, names: Sequence[str], *, by: User, initiative: Initiative | None, **words
    ) -> list["Invitation"]:
        """One open invitation for each name, for slips to hand out."""
        return [cls.issue(by=by, initiative=initiative, name=name, **words) for name in names]

    def issuable_by(self, viewer) -> bool:
        if viewer.is_team:
            return viewer.is_lead or not self.role
        return self.is_plain and self.initiative is not None and self.initiative.editable_by(viewer)

    @property
    def is_plain(self) -> bool:
        """It makes somebody a member and nothing more."""
        return not self.role and self.membership_role == MembershipRole.MEMBER

    @property
    def is_backed(self) -> bool:
        """Nobody gives later what they may no longer give now; a plain slip outlives who printed it."""
        issuer = self.invited_by
        return self.is_plain or (issuer is not None and issuer.is_active and self.issuable_by(issuer))

    @classmethod
    def is_open(cls) -> tuple:
        return cls.redeemed_at.is_(None), cls.withdrawn_at.is_(None), cls.expires_at > now()

    @classmethod
    def open(cls) -> Select[tuple["Invitation"]]:
        return select(cls).where(*cls.is_open())

    @classmethod
    def with_code(cls, typed: str) -> Select[tuple["Invitation"]]:
        """The open invitation with this code, however it was typed: `abcd-efgh`, `ABCD EFGH`."""
        letters = "".join(letter for letter in typed.upper() if letter.isalnum())
        return cls.open().where(cls.code == letters[:12])

    @classmethod
    def visible_to(cls, viewer) -> Select[tuple["Invitation"]]:
        """The team sees all, who decides for an initiative sees its plain ones."""
        companion = joinedload(cls.initiative).joinedload(Initiative.companion)
        shown = select(cls).options(companion, joinedload(cls.invited_by))
        if viewer.is_team:
            return shown if viewer.is_lead else shown.where(cls.role == "")
        deciding = [m.initiative_id for m in viewer.memberships if m.decides]
        plain = cls.role == "", cls.membership_role == MembershipRole.MEMBER
        return shown.where(cls.initiative_id.in_(deciding), *plain)

    @classmethod
    def open_to(cls, viewer) -> Select[tuple["Invitation"]]:
        """The open ones among those, newest first."""
        return cls.visible_to(viewer).where(*cls.is_open()).order_by(cls.id.desc())

    @classmethod
    def waiting(cls, viewer) -> Select[tuple["Invitation"]]:
        """Open for more than a week: somebody should ask whether the slip got lost."""
        return cls.open_to(viewer).where(cls.invited_at < now() - WAITING_AFTER)

    @property
    def spoken_code(self) -> str:
        return f"{self.code[:4]}-{self.code[4:]}"

    def redeem(self, user: User) -> None:
        """Makes the person, who may be new, what the invitation says. Raises Conflict for the second of two."""
        if not self.is_backed:
            raise NotAllowed(
                _l("Wer Sie eingeladen hat, darf das nicht mehr. Bitte fragen Sie nach einer neuen Einladung.")
            )
        if self.brings_nothing_to(user):
            raise NotAllowed(_l("Sie gehören schon dazu. Die Einladung bleibt für jemand anderen offen."))
        self.claim()
        db.session.add(user)
        db.session.flush()
        self.redeemed_by_id = user.id
        if self.initiative is not None and not self.initiative.includes(user):
            user.memberships.append(Membership(initiative=self.initiative, role=self.membership_role))
        if self.role and self.role not in user.role_names:
            user.roles.append(Role(name=self.role, given_by_id=self.invited_by_id))
        audit.log("initiatives.redemption", self.name or user.name, by=user.id, subject=self.id)

    def brings_nothing_to(self, user: User) -> bool:
        known_place = self.initiative is None or self.initiative.includes(user)
        return user.id is not None and known_place and (not self.role or self.role in user.role_names)

    def claim(self) -> None:
        """The database lets one of several at the same moment win, before anything of an account is written."""
        first = update(Invitation).where(Invitation.id == self.id, *Invitation.is_open()).values(redeemed_at=now())
        if db.session.execute(first).rowcount != 1:
            raise Conflict(_l("Diese Einladung wurde eben schon eingelöst. Bitte fragen Sie nach einer neuen."))

    def withdraw(self, by: User) -> None:
        if not self.issuable_by(by):
            raise NotAllowed(_l("Diese Einladung hat jemand anderes ausgesprochen."))
        self.withdrawn_at = self.withdrawn_at or now()
        audit.log("initiatives.withdrawal", self.name or self.code, by=by.id, subject=self.id)
