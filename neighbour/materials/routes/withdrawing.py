"""Taking a version of a material from its readers, with a reason that they read instead."""

from uuid import UUID

from flask import Blueprint, abort, redirect, request
from flask_login import current_user

from neighbour.materials.forms import WithdrawalForm
from neighbour.materials.models import MaterialVersion
from neighbour.materials.models.material import refuse_writing
from neighbour.materials.reading import Placed
from neighbour.materials.routes.reading import found
from neighbour.web.fragments import page

ADDRESS = "/materials/<uuid:material_id>/versions/<int:number>/withdrawal"


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule(ADDRESS, "new_withdrawal", new_withdrawal, methods=["GET"])
    bp.add_url_rule(ADDRESS, "create_withdrawal", create_withdrawal, methods=["POST"])


def version_of(material_id: UUID, number: int) -> tuple[Placed, MaterialVersion]:
    placed = found(material_id)
    refuse_writing(placed.place)
    return placed, placed.numbered(str(number)) or abort(404)


def new_withdrawal(material_id: UUID, number: int) -> str:
    placed, version = version_of(material_id, number)
    return page("materials/withdrawal.html", placed=placed, version=version, form=WithdrawalForm())


def create_withdrawal(material_id: UUID, number: int):
    placed, version = version_of(material_id, number)
    form = WithdrawalForm(request.form)
    if not form.validate():
        return page("materials/withdrawal.html", placed=placed, version=version, form=form), 422
    placed.material.withdraw(placed.place, version, by=current_user, reason=form.reason.data)
    return redirect(placed.href_of(version), code=303)
