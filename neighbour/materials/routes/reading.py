"""Reading a material, an earlier version of it, its sheet of paper."""

from uuid import UUID

from flask import Blueprint, abort, request
from flask_login import current_user

from neighbour import notifications
from neighbour.accounts import plain_language
from neighbour.materials.reading import Placed, authors, find
from neighbour.web.fragments import page
from neighbour.web.qr import qr
from neighbour.web.ways import public_url


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/materials/<uuid:material_id>", "material", material, methods=["GET"])
    bp.add_url_rule("/materials/<uuid:material_id>/print", "sheet", sheet, methods=["GET"])
    bp.add_url_rule("/materials/<uuid:material_id>/versions", "versions", versions, methods=["GET"])


def found(material_id: UUID) -> Placed:
    return find(current_user, material_id) or abort(404)


def material(material_id: UUID) -> str:
    """What is shown; `?version=` another one, which says so, `?plain=` in the other language."""
    placed = found(material_id)
    notifications.seen("material", material_id)
    plain_language.keep_choice()
    return page("materials/material.html", **words_of(placed))


def words_of(placed: Placed) -> dict:
    version = placed.numbered(request.args.get("version")) or abort(404)
    readable = placed.shows(version)
    return {
        "placed": placed,
        "version": version,
        "readable": readable,
        "title": placed.title_of(version),
        "plainly": readable and version.has_plain and plain_language.is_wanted(),
        "uploads": placed.uploads_of(version),
        "author": authors([version]).get(version.written_by_id),
    }


def sheet(material_id: UUID) -> str:
    """One material on paper, with a code and an address to tear off."""
    placed = found(material_id)
    address = public_url(placed.href)
    return page("materials/sheet.html", address=address, qr=qr(address), **words_of(placed))


def versions(material_id: UUID) -> str:
    placed = found(material_id)
    return page("materials/versions.html", placed=placed, authors=authors(placed.material.versions))
