"""An organised group in a quarter: its portrait, its trail mark, its place on the map, its companion."""

from datetime import datetime
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Select, String, Text, case, or_, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from neighbour import audit
from neighbour.accounts import Role, User
from neighbour.accounts.models import RoleName
from neighbour.db import Model, Revised, db, now, uuid7
from neighbour.errors import NotAllowed
from neighbour.initiatives.models.kinds import (
    LIGHT_WORDS,
    REGION_WORDS,
    STATUS_WORDS,
    Light,
    Mark,
    MembershipRole,
    Status,
)
from neighbour.outbox import operation_id
from neighbour.web.two_writers import conflict

PROMISE = _l("Auf jede Frage antwortet ein Mensch in drei Arbeitstagen.")
OWN_WORDS = ("about", "quarter", "active", "light", "light_note", "portrait", "contact_phone")


class Initiative(Revised, Model):
    """One initiative or network friend. `map_x` and `map_y` are hundredths of the width of the drawn map."""

    __tablename__ = "initiatives_initiatives"
    shown = ("slug", "name", "place", "region", "mark", "status", "companion_id")

    slug: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    place: Mapped[str] = mapped_column(String(80))
    quarter: Mapped[str] = mapped_column(String(120), default="")
    municipality: Mapped[str] = mapped_column(String(80), default="")
    region: Mapped[str] = mapped_column(String(20))
    mark: Mapped[str] = mapped_column(String(10), default=Mark.DISC)
    about: Mapped[str] = mapped_column(String(200), default="")
    portrait: Mapped[str] = mapped_column(Text, default="")
    active: Mapped[int] = mapped_column(default=0)
    map_x: Mapped[int] = mapped_column(default=50)
    map_y: Mapped[int] = mapped_column(default=50)
    status: Mapped[str] = mapped_column(String(12), default=Status.APPLIED, index=True)
    light: Mapped[str] = mapped_column(String(20), default=Light.NONE)
    light_note: Mapped[str] = mapped_column(String(200), default="")
    contact_phone: Mapped[str] = mapped_column(String(40), default="")
    companion_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    joined_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[UUID | None]

    companion: Mapped[User | None] = relationship()

    @classmethod
    def visible_to(cls, viewer) -> Select[tuple["Initiative"]]:
        """Everybody who reads content sees every initiative, but an application only the team and its own people."""
        shown = select(cls)
        if not viewer.reads_content:
            return shown.where(False)
        own = [membership.initiative_id for membership in viewer.memberships]
        return shown if viewer.is_team else shown.where(or_(cls.status != Status.APPLIED, cls.id.in_(own)))

    @classmethod
    def nearest_to(cls, viewer) -> Select[tuple["Initiative"]]:
        """Own quarter first, then the region, then the state."""
        own = [membership.initiative for membership in viewer.memberships]
        nearness = case(
            (cls.id.in_([initiative.id for initiative in own]), 0),
            (cls.region.in_([initiative.region for initiative in own]), 1),
            else_=2,
        )
        return cls.visible_to(viewer).order_by(nearness, cls.status != Status.SELECTED, cls.name)

    @classmethod
    def add(cls, *, by: User, **words) -> "Initiative":
        if not by.is_team:
            raise NotAllowed(_l("Das darf nur das Projektteam."))
        initiative = cls(**words)
        db.session.add(initiative)
        db.session.flush()
        audit.log("initiatives.addition", initiative.name, by=by.id, subject=initiative.id)
        return initiative

    @classmethod
    def possible_companions(cls) -> Select[tuple[User]]:
        """Everybody on the team."""
        on_team = User.roles.any(Role.name.in_((RoleName.TEAM, RoleName.LEAD)))
        return select(User).where(on_team, User.ended_at.is_(None)).order_by(User.name)

    @property
    def status_words(self):
        return STATUS_WORDS[Status(self.status)]

    @property
    def light_words(self):
        return LIGHT_WORDS[Light(self.light)]

    @property
    def region_words(self) -> str:
        return REGION_WORDS[self.region]

    def includes(self, viewer) -> bool:
        return any(m.initiative_id == self.id for m in viewer.memberships)

    def known_closely_by(self, viewer) -> bool:
        """Members and team: who may see phone numbers and the light."""
        return viewer.is_team or self.includes(viewer)

    def editable_by(self, viewer) -> bool:
        return viewer.is_team or any(m.initiative_id == self.id and m.decides for m in viewer.memberships)

    def coordinated_by(self, viewer) -> bool:
        """Who decides about the people in it."""
        coordinating = (m.initiative_id == self.id and m.role == MembershipRole.COORDINATOR for m in viewer.memberships)
        return viewer.is_team or any(coordinating)

    def edit(self, by: User, *, version: UUID | None, **words) -> None:
        """Raises Conflict with both texts when somebody else has written since `version`."""
        if not self.editable_by(by) or (not by.is_team and not set(words) <= set(OWN_WORDS)):
            raise NotAllowed(_l("Das darf nur die Koordination oder das Projektteam."))
        self.lock()
        if version != self.version:
            raise conflict(self, words)
        for name, value in words.items():
            setattr(self, name, value)
        self.version = operation_id() or uuid7()
        audit.log("initiatives.edit", self.name, by=by.id, subject=self.id)
