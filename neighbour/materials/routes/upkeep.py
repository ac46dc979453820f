"""The team's list of all materials, and what is missing in them."""

from flask import Blueprint, abort, request
from flask_login import current_user

from neighbour.materials.gaps import lacking
from neighbour.materials.models import Material
from neighbour.materials.reading import placed
from neighbour.web.forms import one_id
from neighbour.web.fragments import page
from neighbour.web.paging import newest_first


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/materials/upkeep", "upkeep", upkeep, methods=["GET"])


def upkeep() -> str:
    """For everybody but the team this page does not exist, like the desk."""
    if not current_user.is_team:
        abort(404)
    missing = request.args.get("missing", "")
    found = newest_first(lacking(missing), Material.id, before=one_id(request.args.get("before")))
    return page("materials/upkeep.html", found=found, placed=placed(current_user, found.rows), missing=missing)
