"""Sending the invitation to initiatives that the hosts choose."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request
from flask_babel import gettext, ngettext
from flask_login import current_user

from neighbour.events.forms import MailingForm
from neighbour.events.inviting import Invited, invitable, invite
from neighbour.events.models import Event, Mailing
from neighbour.events.routes.finding import address_of, find
from neighbour.web.fragments import page


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/events/<uuid:event_id>/mailing", "new_mailing", new_mailing, methods=["GET"])
    bp.add_url_rule("/events/<uuid:event_id>/mailing", "create_mailing", create_mailing, methods=["POST"])


def mailing_page(event: Event, form: MailingForm) -> str:
    sent = Mailing.sent_to(event.id)
    there = invitable(event, current_user)
    form.offer([initiative for initiative in there if initiative.id not in sent])
    done = [(initiative, sent[initiative.id]) for initiative in there if initiative.id in sent]
    return page("events/mailing.html", event=event, form=form, done=done)


def new_mailing(event_id: UUID) -> str:
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
