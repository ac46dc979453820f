"""An organised group in a quarter: its portrait, its trail mark, its place on the map, its companion."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Select, String, Text, case, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from neighbour.accounts import User
from neighbour.db import Model, now
from neighbour.errors import NotAllowed


class Status(StrEnum):
    """Where an initiative stands in the programme."""

    APPLIED = "applied"
    SELECTED = "selected"
    WITHDRAWN = "withdrawn"
    FRIEND = "friend"


class Region(StrEnum):
    HOLLERLAND = "hollerland"
    BRAMMER_LAND = "brammer-land"
    BERGLAND = "bergland"
    REVIER = "revier"
    GRENZLAND = "grenzland"


class Mark(StrEnum):
    """The shape of a trail mark; its colour is the region's."""

    DISC = "disc"
    WAVE = "wave"
    TRIANGLE = "triangle"
    BARS = "bars"
    DIAMOND = "diamond"
    CROSS = "cross"


class Light(StrEnum):
    """How an initiative says it is doing, in its own words."""

    GOOD = "good"
    BUSY = "busy"
    STUCK = "stuck"
    SILENT_ON_PURPOSE = "silent_on_purpose"
    NONE = "none"


class Initiative(Model):
    """One initiative or network friend. `map_x` and `map_y` are per cent of the drawn map."""

    __tablename__ = "initiatives_initiatives"

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
    companion_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    joined_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[UUID | None]

    companion: Mapped[User | None] = relationship()

    @classmethod
    def visible_to(cls, viewer) -> Select[tuple["Initiative"]]:
        """Everybody who reads content sees every initiative, but an application only the team."""
        shown = select(cls)
        if not viewer.reads_content:
            return shown.where(False)
        return shown if viewer.is_team else shown.where(cls.status != Status.APPLIED)

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

    def editable_by(self, viewer) -> bool:
        return viewer.is_team or any(m.initiative_id == self.id and m.decides for m in viewer.memberships)

    def edit(self, by: User, **words) -> None:
        if not self.editable_by(by):
            raise NotAllowed(_l("Das darf nur die Koordination oder das Projektteam."))
        for name, value in words.items():
            setattr(self, name, value)
