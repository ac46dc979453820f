"""How pages look: the whole page of settings for members, and the quick choices of the menu for everybody."""

from flask import Blueprint, Response, flash, redirect, request, url_for
from flask_babel import force_locale, gettext
from flask_login import current_user

from neighbour.accounts.forms import ReadingForm
from neighbour.accounts.reading import LOOKS, keep, next_size
from neighbour.web import language
from neighbour.web.fragments import page
from neighbour.web.public import public


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/me/reading", "reading", reading, methods=["GET"])
    bp.add_url_rule("/me/reading", "update_reading", update_reading, methods=["POST"])
    bp.add_url_rule("/reading", "create_look", create_look, methods=["POST"])


def reading():
    return page("accounts/reading.html", form=ReadingForm(obj=current_user))


def update_reading():
    form = ReadingForm(request.form)
    if not form.validate():
        return page("accounts/reading.html", form=form), 422
    form.populate_obj(current_user)
    response = redirect(url_for(".reading"), code=303)
    if not form.language.data:
        response.delete_cookie(language.COOKIE)
    with force_locale(form.language.data or language.choose()):
        flash(gettext("Gespeichert."), "arrived")
    return response


@public
def create_look() -> Response:
    """One choice of the menu: on the account of who is signed in, else in this browser."""
    size = next_size(current_user.text_size, request.form.get("step", ""))
    look = request.form.get("look", current_user.look)
    look = look if look in LOOKS else current_user.look
    response = redirect(url_for("navigation.menu"), code=303)
    if not current_user.is_signed_in:
        keep(response, size, look)
        return response
    current_user.text_size, current_user.look = size, look
    if (chosen := request.form.get("language")) in language.LANGUAGES:
        current_user.language = chosen
    return response
