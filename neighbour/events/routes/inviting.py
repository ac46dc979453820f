"""Sending the invitation to initiatives that the hosts choose."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request
from flask_babel import gettext, ngettext
from flask_login import current_user

from neighbour.events.inviting import Invited, invitable, invite
from neighbour.events.mailing import MailingForm
from neighbour.events.models import Event, Mailing
from neighbour.events.routes.finding import address_of, find
from neighbour.initiatives import Initiative
from neighbour.web.fragments import page


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/events/<uuid:event_id>/mailing", "new_mailing", new_mailing, methods=["GET"])
    bp.add_url_rule("/events/<uuid:event_id>/mailing", "create_mailing", create_mailing, methods=["POST"])


def mailing_page(event: Event, form: MailingForm) -> str:
    sent = Mailing.sent_to(event.id)
    there = invitable(event, current_user)
    still = [initiative for initiative in there if initiative.id not in sent]
    mine = [initiative.id for initiative in still if is_mine(initiative)]
    form.offer(still)
    if wanted := {"all": [initiative.id for initiative in still], "mine": mine}.get(request.args.get("tick", "")):
        form.initiatives.data = wanted
    rows = [(initiative, sent.get(initiative.id)) for initiative in there]
    return page("events/mailing.html", event=event, form=form, rows=rows, mine=bool(mine))


def is_mine(initiative: Initiative) -> bool:
    """Whom the viewer accompanies or belongs to."""
    return initiative.companion_id == current_user.id or initiative.id in {
        membership.initiative_id for membership in current_user.memberships
    }


def new_mailing(event_id: UUID) -> str:
    """Ticked already: all, or the viewer's own, as the address says."""
    event = find(event_id)
    event.refuse_moving(current_user)
    return mailing_page(event, MailingForm())


def create_mailing(event_id: UUID):
    event = find(event_id)
    event.refuse_moving(current_user)
    there, form = invitable(event, current_user), MailingForm(request.form)
    form.offer(there)
    if not form.validate():
        return mailing_page(event, form), 422
    chosen = [initiative for initiative in there if initiative.id in form.initiatives.data]
    flash(told(invite(event, chosen, by=current_user, said=form.words.data)), "arrived")
    return redirect(address_of(event), code=303)


def told(invited: Invited) -> str:
    said = ngettext("Ein Mensch ist eingeladen.", "%(num)d Menschen sind eingeladen.", invited.people)
    if not invited.without_mail:
        return said
    on_paper = ngettext(
        "Einer davon hat keine E-Mail. Drucken Sie die Einladung.",
        "%(num)d davon haben keine E-Mail. Drucken Sie die Einladung.",
        invited.without_mail,
    )
    return gettext("%(said)s %(on_paper)s", said=said, on_paper=on_paper)
