"""A photo or a file that somebody added to something."""

from datetime import datetime
from urllib.parse import quote
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Select, String, select
from sqlalchemy.orm import Mapped, mapped_column

from neighbour.db import Model, now
from neighbour.uploads.files import KIND_WORDS
from neighbour.uploads.photos import SMALL, fitted

LONGEST_ALT = 200


class Upload(Model):
    """One upload. Its bytes are stored under its id before this row is; they never change."""

    __tablename__ = "uploads_uploads"
    __table_args__ = (Index(None, "owner_id", "owner_kind"),)
    shown_on_kind = ("owner_kind", "owner_id")

    kind: Mapped[str] = mapped_column(String(8))
    name: Mapped[str] = mapped_column(String(100))
    mime: Mapped[str] = mapped_column(String(100))
    octets: Mapped[int]
    small_octets: Mapped[int] = mapped_column(default=0)
    width: Mapped[int | None]
    height: Mapped[int | None]
    sha256: Mapped[str] = mapped_column(String(64))
    alt: Mapped[str] = mapped_column(String(LONGEST_ALT), default="")
    uploaded_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("accounts_users.id", ondelete="SET NULL"), index=True
    )
    uploaded_at: Mapped[datetime] = mapped_column(default=now)
    owner_kind: Mapped[str] = mapped_column(String(20), default="")
    owner_id: Mapped[UUID | None]
    position: Mapped[int] = mapped_column(default=0)

    @classmethod
    def with_id(cls, id: UUID) -> Select[tuple["Upload"]]:
        """Who may see it says its owner: `guards.is_visible`."""
        return select(cls).where(cls.id == id)

    @property
    def is_photo(self) -> bool:
        return self.kind == "photo"

    @property
    def href(self) -> str:
        return f"/uploads/{self.id}/{quote(self.name)}"

    @property
    def small_href(self) -> str:
        return f"/uploads/{self.id}/small"

    @property
    def small_size(self) -> tuple[int, int]:
        """Width and height of the small version, so that a page keeps the place before it arrives."""
        return fitted(self.width, self.height, SMALL)

    @property
    def kind_words(self) -> str:
        """What it is, in words: „PDF“, „Text (Word)“."""
        return KIND_WORDS[self.mime]
