"""Invitations of the whole network: a list pasted in, slips for those ticked, and taking some back."""

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext, ngettext
from flask_login import current_user

from neighbour.accounts import User
from neighbour.db import db
from neighbour.desk.forms import InvitationsForm, NetworkInvitationsForm
from neighbour.desk.routes.pieces import all_initiatives, desk_page, ticked
from neighbour.initiatives import Initiative, Invitation
from neighbour.initiatives.models.kinds import ROLE_WORDS
from neighbour.initiatives.routes.invitations import send
from neighbour.web.forms import one_id
from neighbour.web.paging import newest_first

PAGE = 50


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/desk/invitations", "invitations", invitations, methods=["GET"])
    bp.add_url_rule("/desk/invitations", "create_invitations", create_invitations, methods=["POST"])
    bp.add_url_rule("/desk/invitations/withdrawal", "create_withdrawal", create_withdrawal, methods=["POST"])


def invitations_form(*typed) -> InvitationsForm:
    form = NetworkInvitationsForm if current_user.is_lead else InvitationsForm
    return form(*(typed or (None,)), all_initiatives())


def invitations():
    return invitations_page(invitations_form())


def invitations_page(form: InvitationsForm) -> str:
    """Those issued since the id in `since` are ticked: who has just invited many prints their slips next."""
    found = newest_first(
        Invitation.open_to(current_user), Invitation.id, before=one_id(request.args.get("before")), size=PAGE
    )
    everyone = request.args.get("ticked") == "all"
    since = one_id(request.args.get("since"))
    marked = {each.id for each in found.rows if everyone or (since and each.id >= since)}
    return desk_page("desk/invitations.html", form=form, invitations=found, marked=marked, roles=ROLE_WORDS)


def create_invitations():
    form = invitations_form(request.form)
    initiative = next((each for each in all_initiatives() if str(each.id) == form.initiative.data), None)
    if not form.validate() or not finds_nobody_known(form, initiative):
        return invitations_page(form), 422
    words = {"membership_role": form.membership_role.data, "role": form.role.data if "role" in form else ""}
    issued = [
        Invitation.issue(by=current_user, initiative=initiative, name=name, email=email, **words)
        for name, email in form.listed
    ]
    for invitation in issued:
        if invitation.email:
            send(invitation)
    flash(ngettext("Eine Einladung liegt bereit.", "%(num)d Einladungen liegen bereit.", len(issued)), "notice")
    return redirect(url_for(".invitations", since=min(each.id for each in issued)), code=303)


def finds_nobody_known(form: InvitationsForm, initiative: Initiative | None) -> bool:
    """Refuses the whole list for one who has an account or is invited there already."""
    accounts, names, addresses = with_account(form), *invited_to(initiative)
    for number, name, address in form.numbered:
        said = {"number": number, "name": name, "address": address}
        if address.lower() in accounts:
            form.refuse("people", gettext("Zeile %(number)s: %(address)s hat schon ein Konto.", **said))
        elif name.casefold() in names or (address and address.lower() in addresses):
            form.refuse("people", gettext("Zeile %(number)s: %(name)s hat dort schon eine offene Einladung.", **said))
    return not form.errors


def with_account(form: InvitationsForm) -> set[str]:
    typed = [address.lower() for _name, address in form.listed if address]
    known = User.visible_to(current_user).where(User.email.in_(typed)).with_only_columns(User.email)
    return set(db.session.scalars(known))


def invited_to(initiative: Initiative | None) -> tuple[set[str], set[str]]:
    """Names and addresses of the open invitations."""
    there = Invitation.open_to(current_user).where(Invitation.initiative_id == (initiative.id if initiative else None))
    rows = db.session.scalars(there).unique().all()
    return {each.name.casefold() for each in rows}, {each.email.lower() for each in rows if each.email}


def create_withdrawal():
    for invitation in ticked(Invitation.open_to(current_user), Invitation.id):
        invitation.withdraw(by=current_user)
    return redirect(url_for(".invitations"), code=303)
