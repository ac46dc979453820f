"""A material as it was at one time; its words never change, because somebody may be reading them."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from neighbour.db import Model, now
from neighbour.uploads import Upload

LONGEST_REASON = 200
LABELS = {
    "title": _l("Titel"),
    "body": _l("Text"),
    "plain": _l("Einfache Sprache"),
    "plain_state": _l("Stand der einfachen Sprache"),
}


class PlainState(StrEnum):
    """How far the second text, in plain language, can be relied on."""

    MISSING = "missing"
    DRAFT = "draft"
    CHECKED = "checked"


STATE_WORDS = {
    PlainState.MISSING: _l("noch keine"),
    PlainState.DRAFT: _l("Entwurf, noch nicht geprüft"),
    PlainState.CHECKED: _l("geprüft"),
}


def state_of(plain: str, wanted: str) -> PlainState:
    """A text that is not there has no other state than that."""
    if not plain:
        return PlainState.MISSING
    return PlainState.CHECKED if wanted == PlainState.CHECKED else PlainState.DRAFT


class MaterialVersion(Model):
    """One version. `upload_ids` are its photos and files, in their order; a later version may keep some of them.
    `octets` is how much of it a reader fetches."""

    __tablename__ = "materials_versions"
    __table_args__ = (UniqueConstraint("material_id", "number"),)
    shown_on = ("material_id",)

    material_id: Mapped[UUID] = mapped_column(ForeignKey("materials_materials.id", ondelete="CASCADE"))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(120))
    body: Mapped[str] = mapped_column(Text, deferred=True, deferred_group="text")
    plain: Mapped[str] = mapped_column(Text, default="", deferred=True, deferred_group="text")
    plain_state: Mapped[str] = mapped_column(String(8), default=PlainState.MISSING)
    note: Mapped[str] = mapped_column(String(200), default="")
    upload_ids: Mapped[list] = mapped_column(JSON, default=list)
    has_photo: Mapped[bool] = mapped_column(default=False)
    octets: Mapped[int] = mapped_column(default=0)
    written_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    written_at: Mapped[datetime] = mapped_column(default=now)
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    withdrawn_reason: Mapped[str] = mapped_column(String(LONGEST_REASON), default="")

    @property
    def is_withdrawn(self) -> bool:
        """Read from then on only by who writes the material; everybody else reads why."""
        return self.withdrawn_at is not None

    @property
    def has_plain(self) -> bool:
        return self.plain_state != PlainState.MISSING

    @property
    def plain_words(self) -> str:
        return STATE_WORDS[PlainState(self.plain_state)]

    def holding(self, uploads: list[Upload]) -> "MaterialVersion":
        """Photos first, then files; says how large all of it is."""
        in_order = sorted(uploads, key=lambda upload: not upload.is_photo)
        self.upload_ids = [str(upload.id) for upload in in_order]
        self.has_photo = any(upload.is_photo for upload in in_order)
        texts = (self.title, self.body, self.plain)
        self.octets = sum(len(text.encode()) for text in texts) + sum(upload.octets for upload in in_order)
        return self


def spoken(words: dict) -> str:
    """Some of the texts with their labels, to be read beside those of somebody else."""
    known = {"plain_state": STATE_WORDS}
    return "\n\n".join(f"{LABELS[name]}: {known.get(name, {}).get(text, text)}" for name, text in words.items())
