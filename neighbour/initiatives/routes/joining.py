"""The door: typing a code, seeing who invites to what, becoming a member."""

from flask import Blueprint, g, redirect, request, session, url_for
from flask_babel import gettext
from flask_login import current_user

from neighbour.accounts import User
from neighbour.accounts.guessing import count_failure, forget, guesser_of, refuse_if_too_often
from neighbour.accounts.handles import free_handle
from neighbour.accounts.labels import label_of
from neighbour.accounts.passwords import hash_password
from neighbour.accounts.session import begin
from neighbour.db import db
from neighbour.initiatives.forms import CodeForm, JoinForm
from neighbour.initiatives.models import Invitation
from neighbour.initiatives.models.initiative import PROMISE
from neighbour.initiatives.reaching import team_of
from neighbour.web.fragments import page
from neighbour.web.public import public
from neighbour.web.transaction import preparing
from neighbour.web.ways import public_url


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/join", "new_join", new_join, methods=["GET"])
    bp.add_url_rule("/join", "find_join", find_join, methods=["POST"])
    bp.add_url_rule("/join/welcome", "welcome", welcome, methods=["GET"])
    bp.add_url_rule("/join/<code>", "join", join, methods=["GET"])
    bp.add_url_rule("/join/<code>", "create_join", create_join, methods=["POST"])
    bp.add_url_rule("/join/<code>/account", "join_with_account", join_with_account, methods=["GET"])


def found(code: str) -> Invitation | None:
    """The open invitation. Raises TooOften after too many wrong codes, also for a right one."""
    refuse_if_too_often(guesser_of("invitation code"))
    invitation = db.session.scalars(Invitation.with_code(code)).unique().one_or_none()
    if invitation is None:
        count_failure(guesser_of("invitation code"))
    return invitation


def not_open():
    """The same for wrong, used, expired and withdrawn codes: nothing to learn by guessing."""
    return page("initiatives/join_is_over.html", form=CodeForm()), 404


def join_page(invitation: Invitation, form: JoinForm) -> str:
    return page("initiatives/join.html", invitation=invitation, form=form)


@public
def new_join() -> str:
    return page("initiatives/new_join.html", form=CodeForm())


@public
def find_join():
    form = CodeForm(request.form)
    if not form.validate():
        return page("initiatives/new_join.html", form=form), 422
    invitation = found(form.code.data)
    return redirect(url_for(".join", code=invitation.code), code=303) if invitation else not_open()


@public
def join(code: str):
    """Opening the link changes nothing: mail scanners and curious people open links too."""
    invitation = found(code)
    return join_page(invitation, JoinForm(name=invitation.name)) if invitation else not_open()


def join_with_account(code: str):
    """Needs a sign-in, which leads back to the invitation."""
    return redirect(url_for(".join", code=code), code=303)


def check_new_member() -> None:
    """A password is hashed for an open invitation only, so that guessing codes costs us nothing."""
    g.form = g.password_hash = None
    if current_user.is_signed_in:
        return
    form = g.form = JoinForm(request.form)
    if form.validate() and found(request.view_args["code"]) is not None:
        g.password_hash = hash_password(form.password.data)


@public
@preparing(check_new_member)
def create_join(code: str):
    if g.form is None:
        return join_as_myself(code)
    if not g.form.errors and g.password_hash is None:
        return not_open()
    invitation = found(code)
    if invitation is None:
        return not_open()
    if g.form.errors:
        return join_page(invitation, g.form), 422
    if is_known(g.form.email.data):
        return sign_in_first(invitation)
    return join_as_new(invitation)


def join_as_myself(code: str):
    invitation = found(code)
    if invitation is None:
        return not_open()
    invitation.redeem(current_user)
    return redirect(destination(invitation), code=303)


def join_as_new(invitation: Invitation):
    name, email = g.form.name.data, g.form.email.data
    user = User(name=name, handle=free_handle(name), email=email or None, password_hash=g.password_hash)
    invitation.redeem(user)
    forget(guesser_of("invitation code"))
    session.pop("after_sign_in", None)
    begin(user, owner=g.form.owner, label=label_of(request.user_agent.string))
    return redirect(url_for(".welcome"), code=303)


def is_known(email: str) -> bool:
    return bool(email) and db.session.scalars(User.with_email(email)).first() is not None


def sign_in_first(invitation: Invitation):
    """The invitation stays in the session; after the sign-in one button redeems it."""
    session["after_sign_in"] = url_for(".join", code=invitation.code)
    g.form.reason = gettext(
        "Zu dieser E-Mail-Adresse gibt es schon ein Konto. Bitte melden Sie sich damit an. Ihre Einladung wartet so lange."
    )
    return join_page(invitation, g.form), 422


def destination(invitation: Invitation) -> str:
    return url_for(".initiative", slug=invitation.initiative.slug) if invitation.initiative else "/"


def welcome() -> str:
    """What somebody keeps on paper: name, short name, address; never a password."""
    own = [membership.initiative for membership in current_user.memberships]
    words = {"address": public_url("/"), "promise": PROMISE, "reach": team_of(*own)}
    return page("initiatives/welcome.html", initiatives=own, **words)
