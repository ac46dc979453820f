"""An entry of the catalogue: what is known of it, how a group starts with it, how sure we are."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import JSON, Date, ForeignKey, Select, String, Text, select
from sqlalchemy.orm import Mapped, mapped_column, relationship, undefer, undefer_group

from neighbour.db import Model, Revised, uuid7
from neighbour.tools.models.upkeep import Kept
from neighbour.tools.models.wish import Category, Offer, Wish
from neighbour.web.folding import fold

LAST = 99  # a tool that the team adds to a wish stands behind those of the file


class Sure(StrEnum):
    """How far an entry can be relied on."""

    UNCHECKED = "unchecked"
    WRITTEN = "written"
    CHECKED = "checked"


def page_text() -> Mapped[str]:
    """A text that only the page of the tool shows; lists leave it in the database."""
    return mapped_column(Text, default="", deferred=True, deferred_group="page")


class Tool(Kept, Revised, Model):
    """A tool, digital or of paper. A fact that is None is not known, which is never the same as no."""

    __tablename__ = "tools_tools"
    kind_name = "tool"
    shown = ("name", "slug", "paper", "one_line", "offline", "account_participant", "cost_model", "difficulty")

    slug: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    paper: Mapped[bool] = mapped_column(default=False)
    category_id: Mapped[UUID | None] = mapped_column(ForeignKey("tools_categories.id"), index=True)
    one_line: Mapped[str] = mapped_column(String(200), default="")

    offline: Mapped[str | None] = mapped_column(String(10))
    account_organiser: Mapped[str | None] = mapped_column(String(16))
    account_participant: Mapped[str | None] = mapped_column(String(16))
    cost_model: Mapped[str | None] = mapped_column(String(24))
    cost_note: Mapped[str] = mapped_column(String(200), default="")
    eu_hosting: Mapped[bool | None]
    us_provider: Mapped[bool | None]
    self_host: Mapped[bool | None]
    provider: Mapped[str] = mapped_column(String(160), default="")
    hosting_note: Mapped[str] = mapped_column(String(300), default="")
    german: Mapped[bool | None]
    difficulty: Mapped[int | None]
    group_min: Mapped[int | None]
    group_max: Mapped[int | None]
    open_source: Mapped[bool | None]
    licence: Mapped[str] = mapped_column(String(60), default="")
    licence_precision: Mapped[str | None] = mapped_column(String(10))
    licence_evidence: Mapped[str] = mapped_column(String(200), default="")
    privacy_note: Mapped[str] = mapped_column(String(300), default="")
    caution: Mapped[str] = mapped_column(String(300), default="")
    site: Mapped[str] = mapped_column(String(120), default="")

    steps: Mapped[str] = page_text()
    stays_on_paper: Mapped[str] = page_text()
    watch_out: Mapped[str] = page_text()
    rather_not: Mapped[str] = page_text()
    plain: Mapped[str] = page_text()
    form_title: Mapped[str] = page_text()
    form_intro: Mapped[str] = page_text()
    form_columns: Mapped[str] = page_text()
    form_footer: Mapped[str] = page_text()
    has_page: Mapped[bool] = mapped_column(default=False)
    folded: Mapped[str] = mapped_column(Text, default="", deferred=True)

    as_of: Mapped[date | None] = mapped_column(Date)
    sure: Mapped[str] = mapped_column(String(10), default=Sure.UNCHECKED)
    checked_by: Mapped[str] = mapped_column(String(80), default="")
    checked_at: Mapped[datetime | None]

    version: Mapped[UUID] = mapped_column(default=uuid7)
    edited_fields: Mapped[list] = mapped_column(JSON, default=list)
    edited_at: Mapped[datetime | None] = mapped_column(index=True)
    edited_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))

    category: Mapped[Category | None] = relationship()
    offers: Mapped[list[Offer]] = relationship(
        back_populates="tool", cascade="all, delete-orphan", order_by=lambda: Offer.position
    )
    links: Mapped[list["Alternative"]] = relationship(
        cascade="all, delete-orphan",
        foreign_keys=lambda: Alternative.tool_id,
        order_by=lambda: Alternative.position,
    )

    @classmethod
    def visible_to(cls, viewer) -> Select[tuple["Tool"]]:
        """Everybody who reads content sees the whole catalogue."""
        return select(cls) if viewer.reads_content else select(cls).where(False)

    @classmethod
    def whole(cls, viewer) -> Select[tuple["Tool"]]:
        """With every text of its page."""
        return cls.visible_to(viewer).options(undefer_group("page"), undefer(cls.folded))

    @property
    def step_lines(self) -> list[str]:
        return [line for line in self.steps.splitlines() if line.strip()]

    @property
    def wishes(self) -> list[Wish]:
        """What it helps with."""
        return [offer.wish for offer in self.offers]

    @wishes.setter
    def wishes(self, wanted: list[Wish]) -> None:
        known = {offer.wish: offer for offer in self.offers}
        self.offers = [known.get(wish) or Offer(wish=wish, position=LAST) for wish in wanted]

    @property
    def beside(self) -> list["Tool"]:
        """What stands beside it, other tools and paper."""
        return [link.other for link in self.links]

    @beside.setter
    def beside(self, wanted: list["Tool"]) -> None:
        known = {link.other: link for link in self.links}
        self.links = [known.get(other) or Alternative(other=other) for other in wanted]
        for position, link in enumerate(self.links):
            link.position = position

    @property
    def alternatives(self) -> list["Tool"]:
        return [other for other in self.beside if not other.paper]

    @property
    def on_paper(self) -> list["Tool"]:
        """What does the same without a screen."""
        return [other for other in self.beside if other.paper]

    def __str__(self) -> str:
        return self.name

    def refold(self) -> None:
        """Writes what the search reads: name, purpose, one line, the rest, each on a line of its own."""
        purposes = [f"{wish.sentence} {wish.analogue_process}" for wish in self.wishes]
        purpose = " ".join([*purposes, self.category.label if self.category else ""])
        texts = (self.steps, self.stays_on_paper, self.watch_out, self.rather_not, self.plain)
        rest = " ".join((self.provider, self.site, self.privacy_note, self.caution, *texts))
        self.folded = "\n".join(map(fold, (f"{self.name} {self.slug}", purpose, self.one_line, rest)))
        self.has_page = bool(self.steps or self.plain)


class Alternative(Model):
    """A tool that stands beside another; one of paper stands beside it with the same rank."""

    __tablename__ = "tools_alternatives"
    shown_on = ("tool_id", "other_id")

    tool_id: Mapped[UUID] = mapped_column(ForeignKey("tools_tools.id", ondelete="CASCADE"), index=True)
    other_id: Mapped[UUID] = mapped_column(ForeignKey("tools_tools.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = mapped_column(default=0)

    other: Mapped[Tool] = relationship(foreign_keys=other_id)

    @classmethod
    def leading_to(cls, tool_id: UUID) -> Select[tuple[UUID]]:
        """The tools beside which this one stands."""
        return select(cls.tool_id).where(cls.other_id == tool_id)
