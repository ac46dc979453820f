"""Inviting people: one by name, many by a list, and slips to print."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext, ngettext
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from werkzeug.wrappers import Response

from neighbour import mail
from neighbour.db import db
from neighbour.errors import NotAllowed
from neighbour.initiatives.forms import MANY, InvitationForm, LeadInvitationForm, ManyForm, TeamInvitationForm
from neighbour.initiatives.models import Initiative, Invitation
from neighbour.initiatives.models.initiative import PROMISE
from neighbour.initiatives.reaching import reach_of
from neighbour.initiatives.routes.reading import find
from neighbour.outbox import operation_id
from neighbour.web.forms import one_id
from neighbour.web.fragments import page
from neighbour.web.qr import qr
from neighbour.web.ways import public_url

OF_INITIATIVE = "/initiatives/<slug>/invitations"
OF_NETWORK = "/initiatives/invitations"
SHEET = 6


def add_to(bp: Blueprint) -> None:
    for address, scope in ((OF_INITIATIVE, {}), (OF_NETWORK, {"slug": None})):
        bp.add_url_rule(address, "invitations", invitations, methods=["GET"], defaults=scope)
        bp.add_url_rule(address, "create_invitation", create_invitation, methods=["POST"], defaults=scope)
        bp.add_url_rule(f"{address}/many", "create_invitations", create_invitations, methods=["POST"], defaults=scope)
    bp.add_url_rule("/initiatives/invitations/slips", "slips", slips, methods=["GET"])
    bp.add_url_rule(
        "/initiatives/invitations/<uuid:invitation_id>/withdrawal",
        "create_withdrawal",
        create_withdrawal,
        methods=["POST"],
    )


def scope_of(slug: str | None) -> Initiative | None:
    """The initiative that is invited to; none for the team's invitations into the network."""
    initiative = find(slug) if slug else None
    if not (initiative.editable_by(current_user) if initiative else current_user.is_team):
        raise NotAllowed(_l("Einladen darf die Koordination für ihre Initiative, sonst das Projektteam."))
    return initiative


def invitation_form(*args) -> InvitationForm:
    """A form with as many questions as this person may answer."""
    if current_user.is_lead:
        return LeadInvitationForm(*args)
    return TeamInvitationForm(*args) if current_user.is_team else InvitationForm(*args)


def invitations(slug: str | None) -> str:
    return invitations_page(scope_of(slug), invitation_form(), ManyForm())


def invitations_page(initiative: Initiative | None, form: InvitationForm, many: ManyForm) -> str:
    """Those issued since the id in `since` are ticked, without it all: who has just invited prints these slips next."""
    since = one_id(request.args.get("since"))
    found = Invitation.open_to(current_user)
    if initiative is not None:
        found = found.where(Invitation.initiative_id == initiative.id)
    open_ones = db.session.scalars(found.limit(200)).unique().all()[::-1]
    words = {"invitations": open_ones, "since": since, "form": form, "many": many}
    return page("initiatives/invitations.html", initiative=initiative, **words)


def create_invitation(slug: str | None):
    initiative = scope_of(slug)
    form = invitation_form(request.form)
    if not form.validate():
        return invitations_page(initiative, form, ManyForm()), 422
    invitation = Invitation.issue(by=current_user, initiative=initiative, id=operation_id(), **form.words)
    if invitation.email:
        send(invitation)
    flash(gettext("%(name)s ist eingeladen.", name=invitation.name), "notice")
    return redirect(url_for(".invitations", slug=slug, since=invitation.id), code=303)


def create_invitations(slug: str | None):
    initiative = scope_of(slug)
    many = ManyForm(request.form)
    if not many.validate():
        return invitations_page(initiative, invitation_form(), many), 422
    issued = Invitation.issue_many(many.listed_names, by=current_user, initiative=initiative)
    flash(ngettext("Eine Einladung liegt bereit.", "%(num)d Einladungen liegen bereit.", len(issued)), "notice")
    return redirect(url_for(".invitations", slug=slug, since=min(each.id for each in issued)), code=303)


def address_of(invitation: Invitation) -> str:
    return public_url(url_for("initiatives.join", code=invitation.code))


def send(invitation: Invitation) -> None:
    text = page(
        "initiatives/invitation_mail.txt", invitation=invitation, address=address_of(invitation), promise=PROMISE
    )
    mail.write(invitation.email, gettext("Sie sind eingeladen"), text)


def slips() -> str:
    """A4 pages to cut: those named, else every open one that this person may see, in the order of the list typed in."""
    found = Invitation.open_to(current_user)
    if named := [id for id in map(one_id, request.args.getlist("id")[: 2 * MANY]) if id]:
        found = found.where(Invitation.id.in_(named))
    printed = db.session.scalars(found.limit(2 * MANY)).unique().all()[::-1]
    sheets = [
        [(each, qr(address_of(each)), reach_of(each)) for each in printed[start : start + SHEET]]
        for start in range(0, len(printed), SHEET)
    ]
    typed = public_url(url_for(".new_join")).removeprefix("https://")
    return page("initiatives/slips.html", sheets=sheets, address=typed)


def create_withdrawal(invitation_id: UUID) -> Response:
    invitation = db.first_or_404(Invitation.open_to(current_user).where(Invitation.id == invitation_id))
    invitation.withdraw(by=current_user)
    slug = invitation.initiative.slug if invitation.initiative else None
    return redirect(url_for(".invitations", slug=slug), code=303)
