"""A text with pictures or files that belongs to an event, a tool or another place."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Index, Select, String, func, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from neighbour import audit
from neighbour.accounts import User
from neighbour.db import Model, Revised, db, now, uuid7
from neighbour.errors import NotAllowed
from neighbour.materials.models.version import MaterialVersion, spoken, state_of
from neighbour.materials.places import Place
from neighbour.uploads import Received, Upload, attach, belonging_to
from neighbour.uploads.prepared import Prepared
from neighbour.web.two_writers import changes, conflict


class Material(Revised, Model):
    """One material. What is read stands in its versions; `newest` is the number of the last one. Who sees the place
    sees the material, who keeps the place writes it."""

    __tablename__ = "materials_materials"
    __table_args__ = (Index(None, "place_kind", "place_id", "position"),)
    kind_name = "material"
    shown_on_kind = ("place_kind", "place_id")

    place_kind: Mapped[str] = mapped_column(String(12))
    place_id: Mapped[UUID]
    position: Mapped[int] = mapped_column(default=1)
    is_minutes: Mapped[bool] = mapped_column(default=False)
    newest: Mapped[int] = mapped_column(default=0)
    created_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(default=now)

    versions: Mapped[list[MaterialVersion]] = relationship(
        order_by=MaterialVersion.number, cascade="all, delete-orphan", passive_deletes=True
    )

    @classmethod
    def hanging_at(cls, kind: str, ids: Iterable[UUID]) -> Select[tuple["Material"]]:
        """In their order. Who sees them is asked of the places: `reading.placed`."""
        here = select(cls).where(cls.place_kind == kind, cls.place_id.in_(list(ids)))
        return here.order_by(cls.position, cls.id)

    @classmethod
    def count_for(cls, kind: str, ids: Iterable[UUID]) -> dict[UUID, int]:
        """How many each of these places has, in one query; minutes come later and do not count."""
        wanted = list(ids)
        theirs = select(cls.place_id, func.count()).where(cls.place_kind == kind, cls.place_id.in_(wanted))
        counted = db.session.execute(theirs.where(cls.is_minutes.is_(False)).group_by(cls.place_id))
        return dict.fromkeys(wanted, 0) | {place_id: count for place_id, count in counted}

    @classmethod
    def write(
        cls, place: Place, *, by: User, id: UUID | None = None, is_minutes: bool = False, at=None, **words
    ) -> "Material":
        """A new material at a place, with its first version; `words` as for `add_version`, `at` for what was written
        before it came here."""
        refuse_writing(place)
        last = db.session.scalar(select(func.max(cls.position)).where(*cls.is_at(place)))
        named = {"place_kind": place.kind, "place_id": place.id, "position": (last or 0) + 1}
        material = cls(
            id=id or uuid7(), is_minutes=is_minutes, newest=0, created_by_id=by.id, created_at=at or now(), **named
        )
        db.session.add(material)
        version = material.add_version(by=by, at=at, **words)
        if at is None:
            audit.log("materials.addition", f"{place.title}: {version.title}", by=by.id, subject=material.id)
        return material

    @classmethod
    def is_at(cls, place: Place) -> tuple:
        return cls.place_kind == place.kind, cls.place_id == place.id

    def replace(
        self, place: Place, *, by: User, seen: UUID | None, removed: Iterable[UUID] = (), uploads=(), **words
    ) -> MaterialVersion:
        """A new version beside the old ones; what it keeps of their files stays one file. The same words again change
        nothing. Raises Conflict with both texts when `seen` is no longer the newest."""
        refuse_writing(place)
        self.lock()
        db.session.expire(self, ["versions"])
        before = db.session.scalars(self.numbered(self.newest)).one()
        changed = changes(before, stated(words))
        if changed and seen != before.id:
            raise conflict(before, changed, spoken)
        gone = {str(one) for one in removed}
        kept = [one for one in before.upload_ids if one not in gone]
        new = uploads.all if isinstance(uploads, Received) else list(uploads)
        if not changed and not new and kept == before.upload_ids:
            return before
        version = self.add_version(by=by, uploads=new, kept=kept, **words)
        if "at" not in words:
            sentence = f"{place.title}: {version.title} ({version.number})"
            audit.log("materials.replacement", sentence, by=by.id, subject=self.id)
        return version

    def withdraw(self, place: Place, version: MaterialVersion, *, by: User, reason: str) -> None:
        """Takes one version from readers, with what only it holds; the first reason stays."""
        refuse_writing(place)
        self.lock()
        db.session.refresh(version)
        if version.is_withdrawn:
            return
        version.withdrawn_at, version.withdrawn_by_id, version.withdrawn_reason = now(), by.id, reason
        sentence = f"{place.title}: {version.title} ({version.number}): {reason}"
        audit.log("materials.withdrawal", sentence, by=by.id, subject=self.id)

    def numbered(self, number: int) -> Select[tuple[MaterialVersion]]:
        return select(MaterialVersion).where(MaterialVersion.material_id == self.id, MaterialVersion.number == number)

    def add_version(
        self,
        *,
        by: User,
        uploads: Received | Iterable[Prepared] = (),
        alt: str = "",
        kept: Iterable[str] = (),
        at: datetime | None = None,
        **words,
    ) -> MaterialVersion:
        """`words`: title, body, perhaps plain, plain_state, note. The row must be locked or new."""
        moment = at or now()
        self.newest += 1
        attached = attach(uploads, "material", self.id, by=by, alt=alt, at=moment)
        version = MaterialVersion(
            id=uuid7(),
            material_id=self.id,
            number=self.newest,
            written_by_id=by.id,
            written_at=moment,
            note=words.get("note", ""),
            **stated(words),
        ).holding([*self.uploads_among(kept), *attached])
        db.session.add(version)
        return version

    def uploads_among(self, ids: Iterable[str]) -> list[Upload]:
        wanted = set(ids)
        known = belonging_to("material", [self.id])[self.id] if wanted else []
        return [upload for upload in known if str(upload.id) in wanted]


def stated(words: dict) -> dict:
    """The texts as they will be kept, with the state that fits them."""
    plain = words.get("plain", "")
    texts = {"title": words["title"], "body": words["body"], "plain": plain}
    return {**texts, "plain_state": state_of(plain, words.get("plain_state", ""))}


def refuse_writing(place: Place) -> None:
    if not place.editable:
        raise NotAllowed(_l("Materialien schreibt das Projektteam oder wer den Termin ausrichtet."))
