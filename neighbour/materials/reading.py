"""Materials with their places, for a viewer: what is shown, what was shown, what is newer."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import url_for
from flask_babel import gettext
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from neighbour.accounts import User
from neighbour.db import db
from neighbour.materials import places
from neighbour.materials.models import Material, MaterialVersion
from neighbour.materials.places import Place
from neighbour.uploads import Upload, belonging_to


@dataclass(frozen=True)
class Placed:
    """A material at its place. After the end of an event what was shown then is frozen: `as_shown`."""

    material: Material
    place: Place

    @property
    def current(self) -> MaterialVersion:
        return self.material.versions[-1]

    @property
    def as_shown(self) -> MaterialVersion | None:
        """The newest version at the end; None before it, for what was written only afterwards, and for minutes."""
        if not self.place.is_over or self.material.is_minutes:
            return None
        until_then = [version for version in self.material.versions if version.written_at <= self.place.ends_at]
        return until_then[-1] if until_then else None

    @property
    def shown(self) -> MaterialVersion:
        """What stands on the page without a question for another version."""
        return self.as_shown or self.current

    @property
    def newer(self) -> MaterialVersion | None:
        """What was written after the one that is shown."""
        return self.current if self.current is not self.shown else None

    def numbered(self, number: str | None) -> MaterialVersion | None:
        """The version that an address asks for, the shown one if it asks for none."""
        if not number:
            return self.shown
        return next((version for version in self.material.versions if str(version.number) == number), None)

    def href_of(self, version: MaterialVersion) -> str:
        number = None if version is self.shown else version.number
        return url_for("materials.material", material_id=self.material.id, version=number)

    @property
    def href(self) -> str:
        return url_for("materials.material", material_id=self.material.id)

    def shows(self, version: MaterialVersion) -> bool:
        """What is withdrawn is read only by who writes here."""
        return self.place.editable or not version.is_withdrawn

    def title_of(self, version: MaterialVersion) -> str:
        """Its own; that of another version where the viewer is not to read this one."""
        titles = [one.title for one in (*self.material.versions, version) if self.shows(one)]
        return titles[-1] if titles else gettext("Zurückgezogenes Material")

    def uploads_of(self, version: MaterialVersion) -> list[Upload]:
        """In the order of the version; none of one that the viewer is not to read."""
        if not self.shows(version):
            return []
        known = {str(one.id): one for one in belonging_to("material", [self.material.id])[self.material.id]}
        return [known[one] for one in version.upload_ids if one in known]


def placed(viewer, materials: Sequence[Material]) -> list[Placed]:
    """Those of the materials whose places the viewer sees; as many questions as there are kinds of places."""
    by_kind: dict[str, set[UUID]] = defaultdict(set)
    for material in materials:
        by_kind[material.place_kind].add(material.place_id)
    seen = {kind: places.visible(viewer, kind, ids) for kind, ids in by_kind.items()}
    known = [(material, seen[material.place_kind].get(material.place_id)) for material in materials]
    return [Placed(material, place) for material, place in known if place is not None and material.versions]


def find(viewer, material_id: UUID) -> Placed | None:
    one = select(Material).where(Material.id == material_id).options(selectinload(Material.versions))
    return next(iter(placed(viewer, db.session.scalars(one).all())), None)


def is_seen(viewer, material_id: UUID) -> bool:
    """For what was attached to it: whoever sees the material sees the files of all versions that are not withdrawn."""
    return bool(seen_among(viewer, {material_id}))


def withholds(viewer, upload: Upload) -> bool:
    """Whether a file stands only in versions that the viewer is not to read."""
    placed = find(viewer, upload.owner_id)
    if placed is None:
        return True
    holding = [version for version in placed.material.versions if str(upload.id) in version.upload_ids]
    return bool(holding) and not any(map(placed.shows, holding))


def seen_among(viewer, ids: set[UUID]) -> set[UUID]:
    """Those of the materials that the viewer sees."""
    some = select(Material).where(Material.id.in_(ids)).options(selectinload(Material.versions))
    return {one.material.id for one in placed(viewer, db.session.scalars(some).all())}


def hung_at(place: Place) -> list[Placed]:
    """What hangs at a place that the viewer is known to see."""
    here = Material.hanging_at(place.kind, [place.id]).options(selectinload(Material.versions))
    return [Placed(material, place) for material in db.session.scalars(here) if material.versions]


def listed(viewer, kind: str, place_id: UUID) -> list[Placed]:
    """What hangs at one place, for `materials/_list.html`."""
    return listed_at(viewer, kind, [place_id])[place_id]


def listed_at(viewer, kind: str, ids: Iterable[UUID]) -> dict[UUID, list[Placed]]:
    """The same for many places of one kind, in as many queries as for one."""
    here = Material.hanging_at(kind, ids).options(selectinload(Material.versions))
    found: dict[UUID, list[Placed]] = defaultdict(list)
    for one in placed(viewer, db.session.scalars(here).all()):
        found[one.material.place_id].append(one)
    return found


def authors(versions: Sequence[MaterialVersion]) -> dict[UUID, str]:
    """Who wrote them, by id."""
    theirs = select(User.id, User.name).where(User.id.in_({version.written_by_id for version in versions}))
    return {person_id: name for person_id, name in db.session.execute(theirs)}
