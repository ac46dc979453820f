"""Who is signed in. Whoever is not gets the sign-in page, or a fragment of it where a script asked."""

from collections.abc import Callable
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, make_response, redirect, request, session, url_for
from flask_babel import gettext
from flask_login import LoginManager, current_user, login_user, logout_user
from sqlalchemy import update

from neighbour.accounts.models import Device, User, Visitor
from neighbour.accounts.models.device import Owner
from neighbour.db import db, now
from neighbour.web.errors import told, typed
from neighbour.web.fragments import htmx, is_from_outbox, page, wants_fragment, wants_main
from neighbour.web.public import is_public
from neighbour.web.transaction import remember

login = LoginManager()
login.anonymous_user = Visitor
login.session_protection = None


def init_app(app: Flask) -> None:
    login.init_app(app)
    app.before_request(require_sign_in)
    app.extensions["around_writes"].append(read_anew)
    app.context_processor(shown_viewer)


def shown_viewer() -> dict:
    """The person themselves: templates ask them hundreds of times, a proxy would look them up each time."""
    return {"viewer": current_user._get_current_object()}


@login.user_loader
def load(token: str) -> User | None:
    device = Device.with_token(token)
    if device is None or device.is_over:
        return None
    device.token = token
    device.user.device = device
    if device.was_not_seen_lately:
        remember(lambda: db.session.execute(update(Device).where(Device.id == device.id).values(seen_at=now())))
    return device.user


def read_anew(view: Callable) -> Callable:
    """A write sees the rights of this moment: all of them in one query, else each would be asked for by itself."""

    def with_present_rights():
        if current_user.is_signed_in:
            Device.with_token(current_user.device.token)
        return view()

    return with_present_rights


def require_sign_in() -> Response | None:
    view = current_app.view_functions.get(request.endpoint or "")
    if view is None or is_public(view) or request.endpoint == "static" or current_user.is_signed_in:
        return None
    return ask_to_sign_in()


def ask_to_sign_in() -> Response:
    """401 for scripts and writes, so that no sign-in page lands in a cache or beside half a form."""
    if is_from_outbox():
        return told(401, gettext("Bitte melden Sie sich an. Ihr Text ist sicher auf diesem Gerät."))
    if wants_main():  # behind a page that a device shows: nobody asked to go there
        return make_response(page("accounts/_signed_out.html"), 401)
    if request.method == "GET" and not wants_fragment():
        come_back_to(request.full_path.rstrip("?"))
        return redirect(url_for("accounts.sign_in"), code=303)
    come_back_to(page_asked_from())
    if wants_fragment():
        return make_response(page("accounts/_signed_out.html"), 401)
    return make_response(page("accounts/signed_out.html", typed=typed()), 401)


def come_back_to(address: str) -> None:
    """Where the next sign-in leads. After a sign-out Back asks for the pages of whoever was here before, and the next
    person is not led there."""
    if "left" not in session:
        session["after_sign_in"] = address


def page_asked_from() -> str:
    """The path of the page whose form or link this was."""
    try:
        asked = urlsplit(htmx.current_url or request.referrer or "/")
    except ValueError:
        return "/"
    return asked.path + (f"?{asked.query}" if asked.query else "")


def begin(user: User, *, owner: Owner, label: str) -> Device:
    """Signs in on this device. The token is new with every sign-in."""
    device = Device.sign_in(user, owner=owner, label=label)
    db.session.add(device)
    destination = session.get("after_sign_in")
    session.clear()
    if destination:
        session["after_sign_in"] = destination
    session.permanent = owner == Owner.MINE
    user.device = device
    login_user(user)
    return device


def end() -> None:
    """Signs out here: the row ends, the cookie goes."""
    if current_user.is_signed_in:
        current_user.device.end(by=current_user)
    logout_user()
    leave()


def leave() -> None:
    """From here on the browser is nobody's."""
    session.clear()
    session["left"] = True
