"""One's own page: name and phone, the password, the devices."""

from uuid import UUID

from flask import Blueprint, flash, g, redirect, request, url_for
from flask_babel import gettext
from flask_login import current_user

from neighbour.accounts.forms import PasswordForm, ProfileForm
from neighbour.accounts.guessing import count_failure, refuse_if_too_often
from neighbour.accounts.models import Device, SignInLink
from neighbour.accounts.passwords import fits, hash_password
from neighbour.db import db, now
from neighbour.web.fragments import page
from neighbour.web.slots import gather
from neighbour.web.transaction import preparing
from neighbour.web.ways import own_path


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/me", "me", me, methods=["GET"])
    bp.add_url_rule("/me", "update_profile", update_profile, methods=["POST"])
    bp.add_url_rule("/me/password", "password", password, methods=["GET"])
    bp.add_url_rule("/me/password", "update_password", update_password, methods=["POST"])
    bp.add_url_rule("/me/devices", "devices", devices, methods=["GET"])
    bp.add_url_rule("/me/devices/<uuid:device_id>/end", "create_end", create_end, methods=["POST"])
    bp.add_url_rule("/me/tour", "create_tour", create_tour, methods=["POST"])


def me_page(form: ProfileForm) -> str:
    return page("accounts/me.html", form=form, extras=gather("me.extras", current_user))


def me():
    return me_page(ProfileForm(obj=current_user))


def update_profile():
    form = ProfileForm(request.form)
    if not form.validate():
        return me_page(form), 422
    form.populate_obj(current_user)
    flash(gettext("Gespeichert."), "arrived")
    return redirect(url_for(".me"), code=303)


def password():
    return page("accounts/password.html", form=PasswordForm())


def check_passwords() -> None:
    form = g.form = PasswordForm(request.form, person=current_user)
    if not form.validate():
        return
    refuse_if_too_often(current_user.handle)
    g.is_right = current_user.password_hash is None or fits(form.current.data, current_user.password_hash)
    g.new_hash = hash_password(form.password.data) if g.is_right else None


@preparing(check_passwords)
def update_password():
    form = g.form
    if form.errors:
        return page("accounts/password.html", form=form), 422
    if not g.is_right:
        count_failure(current_user.handle)
        form.refuse("current", gettext("Das ist nicht Ihr jetziges Passwort."))
        return page("accounts/password.html", form=form), 422
    current_user.password_hash = g.new_hash
    SignInLink.end_all_of(current_user)
    for device in db.session.scalars(Device.running_of(current_user)):
        if device.id != current_user.device.id:
            device.end(by=current_user)
    flash(gettext("Ihr Passwort ist geändert. Andere Geräte sind abgemeldet."), "plain")
    return redirect(url_for(".me"), code=303)


def devices():
    return page("accounts/devices.html", devices=db.session.scalars(Device.running_of(current_user)).unique().all())


def create_end(device_id: UUID):
    device = db.first_or_404(Device.running_of(current_user).where(Device.id == device_id))
    device.end(by=current_user)
    return redirect(url_for(".devices"), code=303)


def create_tour():
    """The first-run tour was read, or put away; it does not come again."""
    current_user.toured_at = current_user.toured_at or now()
    return redirect(own_path(request.form.get("back", "/")), code=303)
