"""Reading a material, an earlier version of it, its sheet of paper."""

from uuid import UUID

from flask import Blueprint, abort, request
from flask_login import current_user
from sqlalchemy import update

from neighbour import notifications
from neighbour.accounts import User
from neighbour.db import db
from neighbour.materials.reading import Placed, authors, find
from neighbour.web.fragments import page
from neighbour.web.qr import qr
from neighbour.web.transaction import remember
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
    keep_choice(request.args.get("plain"))
    return page("materials/material.html", **words_of(placed))


def words_of(placed: Placed) -> dict:
    version = placed.numbered(request.args.get("version")) or abort(404)
    return {
        "placed": placed,
        "version": version,
        "plainly": version.has_plain and wants_plain(),
        "uploads": placed.uploads_of(version),
        "author": authors([version]).get(version.written_by_id),
    }


def wants_plain() -> bool:
    """As the address says, else as this person last chose."""
    return {"1": True, "0": False}.get(request.args.get("plain"), current_user.reads_plain)


def keep_choice(wanted: str | None) -> None:
    """The choice holds for every material from now on; the page itself writes nothing."""
    if wanted in ("0", "1") and current_user.reads_plain != (wanted == "1"):
        mine = update(User).where(User.id == current_user.id).values(reads_plain=wanted == "1")
        remember(lambda: db.session.execute(mine))


def sheet(material_id: UUID) -> str:
    """One material on paper, with a code and an address to tear off."""
    placed = found(material_id)
    address = public_url(placed.href)
    return page("materials/sheet.html", address=address, qr=qr(address), **words_of(placed))


def versions(material_id: UUID) -> str:
    placed = found(material_id)
    return page("materials/versions.html", placed=placed, authors=authors(placed.material.versions))
