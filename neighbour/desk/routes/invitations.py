"""Invitations of the whole network: a list pasted in, slips for those ticked, and taking some back."""

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import ngettext
from flask_login import current_user

from neighbour.desk.forms import InvitationsForm, NetworkInvitationsForm
from neighbour.desk.routes.pieces import all_initiatives, desk_page, ticked
from neighbour.initiatives import Invitation
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
    if not form.validate():
        return invitations_page(form), 422
    initiative = next((each for each in all_initiatives() if str(each.id) == form.initiative.data), None)
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


def create_withdrawal():
    for invitation in ticked(Invitation.open_to(current_user), Invitation.id):
        invitation.withdraw(by=current_user)
    return redirect(url_for(".invitations"), code=303)
