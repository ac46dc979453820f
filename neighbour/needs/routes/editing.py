"""Changing a need, confirming what the team took down, sharing it with all or keeping it."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request
from flask_babel import gettext
from flask_login import current_user

from neighbour.errors import Conflict
from neighbour.needs.forms import NeedForm
from neighbour.needs.models import Need
from neighbour.needs.routes.finding import find_need, need_address
from neighbour.needs.words import LABELS
from neighbour.outbox import operation_id
from neighbour.uploads import attach, belonging_to, change, received, receiving
from neighbour.web.fragments import page
from neighbour.web.transaction import preparing


def add_to(bp: Blueprint) -> None:
    need = "/<uuid:need_id>"
    bp.add_url_rule(f"{need}/edit", "edit_need", edit_need, methods=["GET"])
    bp.add_url_rule(need, "update_need", update_need, methods=["POST"])
    bp.add_url_rule(f"{need}/confirmation", "create_confirmation", create_confirmation, methods=["POST"])
    bp.add_url_rule(f"{need}/sharing", "new_sharing", new_sharing, methods=["GET"])
    bp.add_url_rule(f"{need}/sharing", "create_sharing", create_sharing, methods=["POST"])
    bp.add_url_rule(f"{need}/sharing/withdrawal", "withdraw_sharing", withdraw_sharing, methods=["POST"])


def edit_need(need_id: UUID):
    found = find_need(need_id)
    found.refuse_editing(current_user)
    photos = belonging_to("need", [found.id])[found.id]
    words = {name: getattr(found, name) for name in LABELS}
    numbers = {name: "" if words[name] is None else str(words[name]) for name in ("hours", "hands")}
    form = NeedForm(**{**words, **numbers}, version=str(found.version), alt=photos[0].alt if photos else "")
    return form_page(found, form)


def form_page(need: Need, form: NeedForm, both: Conflict | None = None) -> str:
    photos = belonging_to("need", [need.id])[need.id]
    confirms = need.confirmable_by(current_user)
    return page("needs/edit_need.html", need=need, form=form, uploads=photos, error=both, confirms=confirms)


@preparing(receiving())
def update_need(need_id: UUID):
    """Who belongs to the initiative also confirms by this what the team took down."""
    found = find_need(need_id)
    found.refuse_editing(current_user)
    form = NeedForm(request.form)
    if not (form.validate() and received().fits(form)):
        return form_page(found, form), 422
    try:
        found.edit(current_user, version=form.version.data, id=operation_id(), **form.words)
    except Conflict as both:
        form.version.data = str(found.version)
        return form_page(found, form, both), both.status
    change("need", found.id, removed=form.removed.data, alt=form.new_alt)
    attach(received(), "need", found.id, by=current_user, alt=form.alt.data)
    if found.confirmable_by(current_user):
        found.confirm(current_user)
    return redirect(need_address(found, _anchor=f"need-{found.id}"), code=303)


def create_confirmation(need_id: UUID):
    found = find_need(need_id)
    found.confirm(current_user)
    return redirect(need_address(found), code=303)


def new_sharing(need_id: UUID):
    found = find_need(need_id)
    found.refuse_sharing(current_user)
    return page("needs/sharing.html", need=found)


def create_sharing(need_id: UUID):
    found = find_need(need_id)
    found.share(current_user)
    flash(gettext("Geteilt. Ab jetzt lesen alle, die hier ein Konto haben, diesen Bedarf."), "arrived")
    return redirect(need_address(found), code=303)


def withdraw_sharing(need_id: UUID):
    found = find_need(need_id)
    found.unshare(current_user)
    flash(gettext("Nicht mehr geteilt. Jetzt lesen ihn nur die Initiative und das Projektteam."), "arrived")
    return redirect(need_address(found), code=303)
