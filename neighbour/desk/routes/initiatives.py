"""All initiatives in one table, and who accompanies them."""

from flask import Blueprint, redirect, request, url_for
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from neighbour.accounts import User
from neighbour.db import db
from neighbour.desk.models import CallNote
from neighbour.desk.routes.pieces import all_initiatives, desk_page, ticked
from neighbour.errors import Invalid
from neighbour.initiatives import Initiative, Membership
from neighbour.web.forms import one_id


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/desk/initiatives", "initiatives", initiatives, methods=["GET"])
    bp.add_url_rule("/desk/initiatives/companion", "create_companion", create_companion, methods=["POST"])


def initiatives():
    return desk_page(
        "desk/initiatives.html",
        initiatives=all_initiatives(),
        members=Membership.counts(),
        last_calls=CallNote.last_calls(),
        team=db.session.scalars(Initiative.possible_companions()).unique().all(),
        all_ticked=request.args.get("ticked") == "all",
    )


def create_companion():
    companion = one_id(request.form.get("companion"))
    person = db.session.scalars(Initiative.possible_companions().where(User.id == companion)).unique().one_or_none()
    if person is None:
        raise Invalid(_l("Bitte wählen Sie jemanden aus dem Projektteam."))
    for initiative in ticked(Initiative.visible_to(current_user), Initiative.id):
        initiative.edit(by=current_user, version=initiative.version, companion=person)
    return redirect(url_for(".initiatives"), code=303)
