"""The one programme of this installation, who answers for it, and its phases."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from neighbour.db import Model

OPERATOR = (
    "operator_name",
    "operator_address",
    "operator_email",
    "operator_phone",
    "responsible",
    "privacy_officer",
    "supervisory_authority",
    "ombuds_office",
)


class Programme(Model):
    """The frame that `init` asks for: names and dates that stand on every page, and who runs this installation
    (`OPERATOR`), as the law wants it said in the imprint and the notice on data protection."""

    __tablename__ = "programme_programmes"

    name: Mapped[str] = mapped_column(String(120), default="Neighbour")
    land: Mapped[str] = mapped_column(String(120), default="")
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    promise: Mapped[str] = mapped_column(String(200), default="")
    phone_hour: Mapped[str] = mapped_column(String(80), default="")
    is_demo: Mapped[bool] = mapped_column(default=False)
    operator_name: Mapped[str] = mapped_column(String(200), default="")
    operator_address: Mapped[str] = mapped_column(String(300), default="")
    operator_email: Mapped[str] = mapped_column(String(254), default="")
    operator_phone: Mapped[str] = mapped_column(String(40), default="")
    responsible: Mapped[str] = mapped_column(String(200), default="")
    privacy_officer: Mapped[str] = mapped_column(String(300), default="")
    supervisory_authority: Mapped[str] = mapped_column(String(300), default="")
    ombuds_office: Mapped[str] = mapped_column(String(300), default="")

    phases: Mapped[list["Phase"]] = relationship(
        order_by="Phase.starts_on", lazy="selectin", cascade="all, delete-orphan"
    )


class Phase(Model):
    """A part of the programme with its own goal."""

    __tablename__ = "programme_phases"

    programme_id: Mapped[UUID] = mapped_column(ForeignKey("programme_programmes.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(80))
    goal: Mapped[str] = mapped_column(String(300), default="")
    starts_on: Mapped[date]
    ends_on: Mapped[date]
