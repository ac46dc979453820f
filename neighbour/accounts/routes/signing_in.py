"""Signing in with a password or a mailed link, and signing out."""

from flask import Blueprint, Response, flash, g, redirect, request, session, url_for
from flask_babel import gettext
from flask_login import current_user

from neighbour import mail
from neighbour.accounts.forms import DeviceForm, LinkForm, SignInForm
from neighbour.accounts.guessing import count_failure, forget, guesser_of, refuse_if_too_often
from neighbour.accounts.labels import label_of
from neighbour.accounts.models import SignInLink, User
from neighbour.accounts.passwords import fits
from neighbour.accounts.session import begin, come_back_to, end, leave
from neighbour.db import db
from neighbour.web.fragments import page
from neighbour.web.public import public
from neighbour.web.slots import gather
from neighbour.web.transaction import preparing
from neighbour.web.ways import own_path, public_url


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/sign-in", "sign_in", sign_in, methods=["GET"])
    bp.add_url_rule("/sign-in", "create_sign_in", create_sign_in, methods=["POST"])
    bp.add_url_rule("/sign-in/link", "new_link", new_link, methods=["GET"])
    bp.add_url_rule("/sign-in/link", "create_link", create_link, methods=["POST"])
    bp.add_url_rule("/sign-in/link/<token>", "link", link, methods=["GET"])
    bp.add_url_rule("/sign-in/link/<token>", "use_link", use_link, methods=["POST"])
    bp.add_url_rule("/sign-out", "sign_out", sign_out, methods=["GET"])
    bp.add_url_rule("/sign-out", "create_sign_out", create_sign_out, methods=["POST"])


def sign_in_page(form: SignInForm, *, is_left: bool = False) -> str:
    return page("accounts/sign_in.html", form=form, is_left=is_left, examples=gather("sign_in.examples"))


@public
def sign_in():
    """`?next=` leads on from a page that was open when the sign-in ended; `?left` is where a sign-out leads."""
    wanted = own_path(request.args.get("next", "/"))
    if current_user.is_signed_in:
        return redirect(wanted, code=303)
    is_left = "left" in request.args
    if is_left:
        leave()
    elif "next" in request.args:
        come_back_to(wanted)
    return sign_in_page(SignInForm(), is_left=is_left)


def check_password() -> None:
    form = g.form = SignInForm(request.form)
    g.person = None
    if not form.validate():
        return
    refuse_if_too_often(form.email.data)
    user = db.session.scalars(User.known_as(form.email.data)).unique().one_or_none()
    if fits(form.password.data, user.password_hash if user else None) and user.is_active:
        g.person = user.id


@public
@preparing(check_password)
def create_sign_in():
    form = g.form
    if form.errors:
        return sign_in_page(form), 422
    if g.person is None:
        count_failure(form.email.data)
        form.reason = gettext("Das passt nicht zusammen. Oder wir schicken Ihnen einen Link.")
        return sign_in_page(form), 422
    forget(form.email.data)
    return signed_in(db.session.get(User, g.person), form)


def signed_in(user: User, form: DeviceForm) -> Response:
    begin(user, owner=form.owner, label=label_of(request.user_agent.string))
    return redirect(own_path(session.pop("after_sign_in", "/")), code=303)


@public
def new_link():
    return page("accounts/new_link.html", form=LinkForm())


@public
def create_link():
    """The same answer, and as much work, whether or not the address is known."""
    form = LinkForm(request.form)
    if not form.validate():
        return page("accounts/new_link.html", form=form), 422
    refuse_if_too_often(form.email.data)
    count_failure(form.email.data)
    user = db.session.scalars(User.with_email(form.email.data)).unique().one_or_none()
    if user is not None and user.is_active:
        send_link(user)
    flash(
        gettext("Wenn wir diese Adresse kennen, ist gleich eine Mail bei Ihnen. Der Link gilt zwei Stunden."), "plain"
    )
    return redirect(url_for(".sign_in"), code=303)


def send_link(user: User) -> None:
    link = SignInLink.make(user)
    db.session.add(link)
    address = public_url(url_for(".link", token=link.token))
    text = page("accounts/link_mail.txt", user=user, address=address)
    mail.write(user.email, gettext("Ihr Link zum Anmelden"), text)


@public
def link(token: str):
    """Shows a button. Mail scanners open links too; opening one signs nobody in."""
    refuse_if_too_often(guesser_of("sign-in link"))
    found = db.session.scalars(SignInLink.usable(token[:64])).first()
    if found is None:
        count_failure(guesser_of("sign-in link"))
        return page("accounts/link_is_over.html"), 404
    return page("accounts/link.html", form=DeviceForm(), person=found.user, token=token)


@public
def use_link(token: str):
    refuse_if_too_often(guesser_of("sign-in link"))
    found = db.session.scalars(SignInLink.usable(token[:64])).first()
    if found is None or not found.use() or not found.user.is_active:
        count_failure(guesser_of("sign-in link"))
        return page("accounts/link_is_over.html"), 404
    return signed_in(found.user, DeviceForm(request.form))


@public
def sign_out():
    return page("accounts/sign_out.html")


@public
def create_sign_out():
    """The browser forgets its cookies and the pages it has cached. It is never told to empty its storage: what waits
    there, sealed, is sent after the next sign-in. The cookies of this answer go too, so the next page says good-bye."""
    end()
    response = redirect(url_for(".sign_in", left=1), code=303)
    response.headers["Clear-Site-Data"] = '"cache", "cookies"'
    return response
