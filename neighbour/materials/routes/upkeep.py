"""The team's list of all materials, and what is missing in them."""

from flask import Blueprint, abort, request
from flask_login import current_user
from sqlalchemy import Select, and_, select
from sqlalchemy.orm import selectinload

from neighbour.materials.models import Material, MaterialVersion, PlainState
from neighbour.materials.reading import placed
from neighbour.web.forms import one_id
from neighbour.web.fragments import page
from neighbour.web.paging import newest_first

MISSING = {
    "plain": MaterialVersion.plain_state == PlainState.MISSING,
    "checked": MaterialVersion.plain_state == PlainState.DRAFT,
    "picture": MaterialVersion.has_photo.is_(False),
}


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/materials/upkeep", "upkeep", upkeep, methods=["GET"])


def upkeep() -> str:
    """For everybody but the team this page does not exist, like the desk."""
    if not current_user.is_team:
        abort(404)
    missing = request.args.get("missing", "")
    found = newest_first(lacking(missing), Material.id, before=one_id(request.args.get("before")))
    return page("materials/upkeep.html", found=found, placed=placed(current_user, found.rows), missing=missing)


def lacking(missing: str) -> Select:
    """The materials whose newest version lacks this; all of them for anything else."""
    newest = and_(MaterialVersion.material_id == Material.id, MaterialVersion.number == Material.newest)
    every = select(Material).join(MaterialVersion, newest).options(selectinload(Material.versions))
    return every.where(MISSING[missing]) if missing in MISSING else every
