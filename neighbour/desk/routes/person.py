"""One person: roles, devices, the account, and what was said on the phone."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from neighbour import audit
from neighbour.accounts import Device, User
from neighbour.db import db
from neighbour.desk.forms import RoleForm, offered_roles
from neighbour.desk.models import CallNote
from neighbour.desk.routes.pieces import desk_page
from neighbour.desk.words import ROLES
from neighbour.errors import Invalid

NOTES = 20


def add_to(bp: Blueprint) -> None:
    at = "/desk/people/<uuid:person_id>"
    bp.add_url_rule(at, "person", person, methods=["GET"])
    bp.add_url_rule(f"{at}/roles", "create_role", create_role, methods=["POST"])
    bp.add_url_rule(f"{at}/roles/end", "end_role", end_role, methods=["POST"])
    bp.add_url_rule(f"{at}/devices/<uuid:device_id>/end", "end_device", end_device, methods=["POST"])
    bp.add_url_rule(f"{at}/end", "create_end", create_end, methods=["POST"])
    bp.add_url_rule(f"{at}/reopening", "create_reopening", create_reopening, methods=["POST"])


def find(person_id: UUID) -> User:
    return db.first_or_404(User.visible_to(current_user).where(User.id == person_id))


def is_slip_printable(someone: User, viewer) -> bool:
    """By the rule for ending an account: whoever holds the slip can act as that person."""
    return someone.is_active and someone.endable_by(viewer)


def person(person_id: UUID):
    someone = find(person_id)
    notes = CallNote.visible_to(current_user).where(CallNote.person_id == someone.id).order_by(CallNote.id.desc())
    return desk_page(
        "desk/person.html",
        person=someone,
        devices=db.session.scalars(Device.running_of(someone)).unique().all(),
        notes=db.session.scalars(notes.limit(NOTES)).unique().all(),
        roles=ROLES,
        slip_offered=is_slip_printable(someone, current_user),
        offered=[(name, words) for name, words in offered_roles(current_user) if name not in someone.role_names],
    )


def chosen_role() -> str:
    form = RoleForm(request.form, current_user)
    if not form.validate():
        raise Invalid(_l("Diese Rolle können Sie nicht geben oder wegnehmen."))
    return form.role.data


def create_role(person_id: UUID):
    find(person_id).give_role(chosen_role(), by=current_user)
    return back_to(person_id)


def end_role(person_id: UUID):
    find(person_id).take_role(chosen_role(), by=current_user)
    return back_to(person_id)


def end_device(person_id: UUID, device_id: UUID):
    someone = find(person_id)
    device = db.first_or_404(Device.running_of(someone).where(Device.id == device_id))
    device.end(by=current_user)
    audit.log("desk.device", f"{someone.name}: {device.label}", by=current_user.id, subject=someone.id)
    return back_to(person_id)


def create_end(person_id: UUID):
    find(person_id).end(by=current_user)
    return back_to(person_id)


def create_reopening(person_id: UUID):
    find(person_id).reopen(by=current_user)
    return back_to(person_id)


def back_to(person_id: UUID):
    return redirect(url_for(".person", person_id=person_id), code=303)
