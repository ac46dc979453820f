"""Writing a material and replacing it."""

from uuid import UUID

from flask import Blueprint, abort, redirect, request
from flask_login import current_user

from neighbour.errors import Conflict
from neighbour.materials import places
from neighbour.materials.forms import MaterialForm, ReplacementForm
from neighbour.materials.models import Material
from neighbour.materials.models.material import refuse_writing
from neighbour.materials.places import Place
from neighbour.materials.reading import Placed
from neighbour.materials.routes.reading import found
from neighbour.materials.telling import tell
from neighbour.outbox import operation_id
from neighbour.uploads import received, receiving
from neighbour.web.fragments import page
from neighbour.web.transaction import preparing


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/materials/new", "new_material", new_material, methods=["GET"])
    bp.add_url_rule("/materials", "create_material", create_material, methods=["POST"])
    bp.add_url_rule("/materials/<uuid:material_id>/edit", "edit_material", edit_material, methods=["GET"])
    bp.add_url_rule("/materials/<uuid:material_id>", "update_material", update_material, methods=["POST"])


def place_named(code: str | None) -> Place:
    """Raises NotAllowed before a form is shown that could not be sent."""
    place = places.named(current_user, code) or abort(404)
    refuse_writing(place)
    return place


def new_material() -> str:
    place = place_named(request.args.get("place"))
    return page("materials/new.html", place=place, form=MaterialForm(place=place.code))


@preparing(receiving())
def create_material():
    place = place_named(request.form.get("place"))
    form = MaterialForm(request.form)
    if not (form.validate() and received().fits(form)):
        return page("materials/new.html", place=place, form=form), 422
    material = Material.write(
        place,
        by=current_user,
        id=operation_id(),
        is_minutes=form.is_minutes.data and place.takes_minutes,
        uploads=received(),
        alt=form.alt.data,
        **form.words,
    )
    tell(material, by=current_user)
    return redirect(Placed(material, place).href, code=303)


def edit_material(material_id: UUID) -> str:
    placed = found(material_id)
    refuse_writing(placed.place)
    return edit_page(placed, ReplacementForm.about(placed.current))


def edit_page(placed: Placed, form: ReplacementForm, both: Conflict | None = None) -> str:
    uploads = placed.uploads_of(placed.current)
    return page("materials/edit.html", placed=placed, form=form, uploads=uploads, error=both)


@preparing(receiving())
def update_material(material_id: UUID):
    """A new version, or both texts above what was typed: sending that once more settles it."""
    placed = found(material_id)
    refuse_writing(placed.place)
    form = ReplacementForm(request.form)
    if not (form.validate() and received().fits(form)):
        return edit_page(placed, form), 422
    new = {"uploads": received(), "alt": form.alt.data, "removed": form.removed.data}
    try:
        version = placed.material.replace(placed.place, by=current_user, seen=form.version.data, **new, **form.words)
    except Conflict as both:
        form.version.data = str(placed.current.id)
        return edit_page(placed, form, both), both.status
    for photo in (one for one in placed.uploads_of(version) if one.is_photo):
        photo.alt = form.alts.get(photo.id, photo.alt)
    if version.id != form.version.data:
        tell(placed.material, by=current_user)
    return redirect(placed.href_of(version), code=303)
