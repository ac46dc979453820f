"""What leads to tools: a wish in everyday words, a category, and what is left out and why."""

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import ForeignKey, Select, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from neighbour.db import Model

if TYPE_CHECKING:
    from neighbour.tools.models.tool import Tool


class Category(Model):
    """A group of tools, in the order of the list."""

    __tablename__ = "tools_categories"
    shown = ("code", "label", "position")

    code: Mapped[str] = mapped_column(String(40), unique=True)
    label: Mapped[str] = mapped_column(String(80))
    position: Mapped[int] = mapped_column(default=0)

    @classmethod
    def in_order(cls) -> Select[tuple["Category"]]:
        return select(cls).order_by(cls.position)


class Wish(Model):
    """„Ich möchte …“: what somebody wants to do, and the paper process that does it today."""

    __tablename__ = "tools_wishes"
    shown = ("code", "sentence", "analogue_process", "position")

    code: Mapped[str] = mapped_column(String(40), unique=True)
    sentence: Mapped[str] = mapped_column(String(120))
    analogue_process: Mapped[str] = mapped_column(String(120), default="")
    position: Mapped[int] = mapped_column(default=0)

    offers: Mapped[list["Offer"]] = relationship(back_populates="wish", order_by=lambda: Offer.position)

    def __str__(self) -> str:
        return self.sentence

    @classmethod
    def in_order(cls) -> Select[tuple["Wish"]]:
        return select(cls).order_by(cls.position)


class Offer(Model):
    """A tool that helps with a wish; what helps most often stands first."""

    __tablename__ = "tools_offers"
    __table_args__ = (UniqueConstraint("wish_id", "tool_id"),)
    shown_on = ("tool_id",)

    wish_id: Mapped[UUID] = mapped_column(ForeignKey("tools_wishes.id", ondelete="CASCADE"))
    tool_id: Mapped[UUID] = mapped_column(ForeignKey("tools_tools.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = mapped_column(default=0)

    wish: Mapped[Wish] = relationship(back_populates="offers")
    tool: Mapped["Tool"] = relationship(back_populates="offers")


class Exclusion(Model):
    """Something people ask for that is not in the catalogue, and the reason."""

    __tablename__ = "tools_exclusions"

    name: Mapped[str] = mapped_column(String(120), unique=True)
    reason: Mapped[str] = mapped_column(String(300))
    evidence: Mapped[str] = mapped_column(String(200), default="")

    @classmethod
    def in_order(cls) -> Select[tuple["Exclusion"]]:
        return select(cls).order_by(cls.name)
