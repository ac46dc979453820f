"""Calls written down while one still speaks, and the list of them."""

from flask import Blueprint, redirect, request
from flask_babel import gettext
from flask_login import current_user
from sqlalchemy import func, or_

from neighbour.accounts import User
from neighbour.db import db
from neighbour.desk.forms import CallForm
from neighbour.desk.models import CallNote
from neighbour.desk.routes.pieces import all_initiatives, desk_page
from neighbour.outbox import operation_id
from neighbour.web.forms import named, one_id
from neighbour.web.paging import newest_first
from neighbour.web.ways import own_path

SUGGESTED = 300


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/desk/calls", "calls", calls, methods=["GET"])
    bp.add_url_rule("/desk/calls", "create_call", create_call, methods=["POST"])


def call_form(typed=None) -> dict:
    """The form with the names that it suggests while typing."""
    form = CallForm(typed)
    initiatives = all_initiatives()
    form.initiative.choices = named([("", gettext("Keine")), *((str(each.id), each.name) for each in initiatives)])
    form.initiative.data = form.initiative.data or ""
    people = User.visible_to(current_user).where(User.ended_at.is_(None)).order_by(User.handle).limit(SUGGESTED)
    names = people.with_only_columns(User.name)
    return {"form": form, "initiatives": initiatives, "names": db.session.scalars(names).all()}


def calls():
    parts = call_form()
    slug = request.args.get("initiative", "")
    about = next((each for each in parts["initiatives"] if each.slug == slug), None)
    rows = CallNote.visible_to(current_user)
    if about is not None:
        rows = rows.where(CallNote.initiative_id == about.id)
        parts["form"].initiative.data = str(about.id)
    parts["form"].who.data = request.args.get("who", "")[:80]
    notes = newest_first(rows, CallNote.id, before=one_id(request.args.get("before")))
    return desk_page("desk/calls.html", notes=notes, about=about, **parts)


def create_call():
    parts = call_form(request.form)
    form = parts["form"]
    initiative = next((each for each in parts["initiatives"] if str(each.id) == form.initiative.data), None)
    if not form.validate() or not says_with_whom(form, initiative):
        return desk_page("desk/new_call.html", **parts), 422
    person = person_meant(form)
    if form.who.errors:
        return desk_page("desk/new_call.html", **parts), 422
    about = {"person": person, "who": "" if person else form.who.data, "initiative": initiative}
    CallNote.write(form.said.data, by=current_user, id=operation_id(), **about)
    return redirect(own_path(request.form.get("back", "")), code=303)


def says_with_whom(form: CallForm, initiative) -> bool:
    if form.initiative.data and initiative is None:
        form.refuse("initiative", gettext("Bitte wählen Sie etwas aus der Liste."))
    elif initiative is None and not form.who.data:
        form.refuse(
            "who",
            gettext("Bitte schreiben Sie, mit wem Sie gesprochen haben, oder wählen Sie die Initiative."),
        )
    return not form.errors


def person_meant(form: CallForm) -> User | None:
    """The account with that name or handle; nobody without an account is refused, two of one name are."""
    typed = form.who.data.removeprefix("@") if form.who.data else ""
    if not typed:
        return None
    same = or_(User.handle == typed.lower(), func.lower(User.name) == func.lower(typed))
    found = (
        db.session.scalars(User.visible_to(current_user).where(same, User.ended_at.is_(None)).limit(5)).unique().all()
    )
    if len(found) > 1:
        handles = ", ".join(f"@{user.handle}" for user in found)
        form.refuse(
            "who",
            gettext("So heißen mehrere. Bitte schreiben Sie, wer gemeint ist: %(handles)s", handles=handles),
        )
    return found[0] if len(found) == 1 else None
