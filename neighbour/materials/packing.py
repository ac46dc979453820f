"""Materials to take along with the place at which they hang: each as it is shown there, with its pictures and files."""

from collections.abc import Collection, Iterable
from uuid import UUID

from flask import Flask, url_for
from sqlalchemy import select

from neighbour.db import db
from neighbour.materials.models import Material
from neighbour.materials.reading import Placed, listed_at
from neighbour.pwa import File, Page, Part, offer
from neighbour.uploads import belonging_to


def init_app(app: Flask) -> None:
    offer(app, ["tools"], beside_tools)


def beside_tools(viewer) -> list[Part]:
    """What hangs at tools travels with the catalogue."""
    ids = set(db.session.scalars(select(Material.place_id).where(Material.place_kind == "tool")))
    if not viewer.reads_content or not ids:
        return []
    hung = [one for those in listed_at(viewer, "tool", ids).values() for one in those]
    return [Part("tools", pages=pages_of(hung), files=files_of(hung))]


def taken_from(viewer, kind: str, ids: Collection[UUID]) -> dict[UUID, tuple[list[Page], list[File]]]:
    """The pages and files of all that hangs at these places, in as many queries as for one."""
    listed = listed_at(viewer, kind, ids)
    files = uploads_of([one for those in listed.values() for one in those])
    return {
        id: (pages_of(those), [file for one in those for file in files[one.material.id]])
        for id, those in listed.items()
    }


def pages_of(hung: Iterable[Placed]) -> list[Page]:
    """The page, the same in plain language where there is one, and the other version that it names."""
    return [Page(url, facts(one)) for one in hung for url in addresses(one)]


def addresses(one: Placed) -> list[str]:
    shown = one.shown
    plain = [url_for("materials.material", material_id=one.material.id, plain=asked) for asked in (1, 0)]
    return [one.href, *(plain if shown.has_plain and one.shows(shown) else ())]


def facts(one: Placed) -> tuple:
    place = one.place
    return one.material.revision, place.title, place.href, place.ends_at, place.editable


def files_of(hung: Collection[Placed]) -> list[File]:
    return [file for those in uploads_of(hung).values() for file in those]


def uploads_of(hung: Collection[Placed]) -> dict[UUID, list[File]]:
    """What stands on the pages: small photos, whole files; nothing of what is withdrawn."""
    known = belonging_to("material", [one.material.id for one in hung])
    found = {}
    for one in hung:
        standing = set(one.shown.upload_ids) if one.shows(one.shown) else set()
        found[one.material.id] = [file_of(upload) for upload in known[one.material.id] if str(upload.id) in standing]
    return found


def file_of(upload) -> File:
    return File(upload.small_href, upload.small_octets) if upload.is_photo else File(upload.href, upload.octets)
