"""What hosts and team do: see who comes, register callers, print lists, call whom nothing else reaches."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from neighbour import audit
from neighbour.db import db
from neighbour.errors import NotAllowed
from neighbour.events.models import Event
from neighbour.events.models.registration import Registration
from neighbour.events.registrations import lists, summary
from neighbour.events.registrations.entering import Entry, enter, sentences
from neighbour.events.registrations.forms import CancelForm, LinesForm, ProxyForm, ToldForm
from neighbour.events.registrations.guest_link import renew
from neighbour.events.registrations.heard import heard_by
from neighbour.events.registrations.lines import Caller, read_lines
from neighbour.events.registrations.returning import bring_back
from neighbour.events.registrations.words import log_words
from neighbour.events.routes.finding import address_of, find
from neighbour.initiatives import Initiative
from neighbour.outbox import operation_id
from neighbour.web.fragments import page
from neighbour.web.ways import public_url


def add_to(bp: Blueprint) -> None:
    at = "/events/<uuid:event_id>"
    bp.add_url_rule(f"{at}/registrations", "registrations", registrations, methods=["GET"])
    bp.add_url_rule(f"{at}/registrations/attendance", "attendance_sheet", attendance_sheet, methods=["GET"])
    bp.add_url_rule(f"{at}/registrations/needs", "needs_sheet", needs_sheet, methods=["GET"])
    bp.add_url_rule(f"{at}/registrations/proxy", "create_proxy_registrations", create_proxies, methods=["POST"])
    bp.add_url_rule(f"{at}/registrations/returns", "create_return", create_return, methods=["POST"])
    bp.add_url_rule(f"{at}/calls", "calls", calls, methods=["GET"])
    bp.add_url_rule(f"{at}/calls", "create_told", create_told, methods=["POST"])
    bp.add_url_rule(f"{at}/guest-link/renewal", "renew_guest_link", renew_guest_link, methods=["POST"])


def hosted(event_id: UUID) -> Event:
    """Raises NotAllowed for who may see the event, but not who comes."""
    event = find(event_id)
    if not event.hosted_by(current_user):
        raise NotAllowed(_l("Die Liste sieht nur, wer zu diesem Termin einlädt, oder das Projektteam."))
    return event


def initiatives() -> list[Initiative]:
    return list(db.session.scalars(Initiative.visible_to(current_user).order_by(Initiative.name)))


def list_page(event: Event, form: ProxyForm | None = None, lines: LinesForm | None = None) -> str:
    known = initiatives()
    rows = lists.everybody(event)
    gone = lists.left(event, rows)
    words = {"rows": rows, "gone": gone, "line": lists.line_of(event, rows), "summary": summary(event)}
    words["placed"] = lists.confirmed(rows)
    words["waiting"] = [registration for registration in rows if registration.is_waiting]
    words |= {"silent": lists.silent(event, rows, known), "calls": lists.to_call([*rows, *gone])}
    words["address"] = public_url(url_for(".guest", token=event.guest_token))
    forms = {"form": form or ProxyForm(initiatives=known), "lines": lines or LinesForm()}
    return page("events/registration/registrations.html", event=event, **words, **forms)


def registrations(event_id: UUID) -> str:
    return list_page(hosted(event_id))


def attendance_sheet(event_id: UUID) -> str:
    event = hosted(event_id)
    rows = sorted(lists.confirmed(lists.everybody(event)), key=lambda each: each.name.casefold())
    return page("events/registration/attendance_sheet.html", event=event, rows=rows)


def needs_sheet(event_id: UUID) -> str:
    event = hosted(event_id)
    rows = lists.everybody(event)
    needs = lists.needs_of(rows)
    words = {"needs": needs, "totals": lists.totals(needs["food"]), "coming": len(lists.confirmed(rows))}
    return page("events/registration/needs_sheet.html", event=event, **words)


def create_proxies(event_id: UUID):
    """One caller with everything they say, or several in one go."""
    event = hosted(event_id)
    return create_many(event) if "lines" in request.form else create_one(event)


def create_one(event: Event):
    known = initiatives()
    form = ProxyForm(request.form, initiatives=known)
    if not form.validate():
        return list_page(event, form=form), 422
    initiative = next((each for each in known if str(each.id) == form.initiative.data), None)
    caller = Caller(form.name.data, initiative, form.needs, phone=form.phone.data or "")
    me = current_user._get_current_object()
    try:
        entered = enter(event, [caller], by=me, channel=form.channel.data, id=operation_id())
    except NotAllowed as no:
        form.reason = no.sentence
        return list_page(event, form=form), no.status
    return entered_page(event, entered)


def create_many(event: Event):
    form = LinesForm(request.form)
    if not form.validate():
        return list_page(event, lines=form), 422
    callers = read_lines(form.lines.data, initiatives())
    if troubles := [caller.trouble for caller in callers if caller.trouble]:
        form.refuse("lines", " ".join(troubles))
        return list_page(event, lines=form), 422
    try:
        entered = enter(event, callers, by=current_user._get_current_object(), channel=form.channel.data)
    except NotAllowed as no:
        form.reason = no.sentence
        return list_page(event, lines=form), no.status
    return entered_page(event, entered)


def entered_page(event: Event, entries: list[Entry]):
    for kind, sentence in sentences(entries):
        flash(sentence, kind)
    return redirect(url_for(".registrations", event_id=event.id), code=303)


def create_return(event_id: UUID):
    """Whoever was cancelled by mistake."""
    event, form = hosted(event_id), CancelForm(request.form)
    here = Registration.visible_to(current_user).where(Registration.event_id == event.id)
    registration = db.first_or_404(here.where(Registration.id == form.registration.data))
    bring_back(registration, by=current_user._get_current_object())
    if registration.is_waiting:
        flash(gettext("%(name)s steht auf der Warteliste.", name=registration.name), "arrived")
    else:
        flash(gettext("%(name)s ist wieder angemeldet.", name=registration.name), "arrived")
    return redirect(url_for(".registrations", event_id=event.id), code=303)


def calls(event_id: UUID) -> str:
    event = hosted(event_id)
    rows = lists.everybody(event)
    told = [*rows, *lists.left(event, rows)]
    words = {"rows": lists.to_call(told), "heard": heard_by(event, told), "line": lists.line_of(event, rows)}
    return page("events/registration/calls.html", event=event, **words)


def create_told(event_id: UUID):
    """Whoever was told on an old page what has changed since is called once more."""
    event, form = hosted(event_id), ToldForm(request.form)
    event.lock()
    ticked = Registration.visible_to(current_user).where(Registration.id.in_(form.ids), Registration.to_tell != "")
    again = []
    for registration in db.session.scalars(ticked.where(Registration.event_id == event.id)):
        if registration.call_mark in form.told.data:
            registration.told(by=current_user)
            audit.log("events.call", log_words(registration), by=current_user.id, subject=event.id)
        else:
            again.append(registration.name)
    if again:
        said = gettext("Inzwischen hat sich noch etwas geändert. Bitte noch einmal anrufen: %(names)s")
        flash(said % {"names": ", ".join(again)}, "plain")
    return redirect(url_for(".calls", event_id=event.id), code=303)


def renew_guest_link(event_id: UUID):
    event = find(event_id)
    renew(event, by=current_user)
    flash(gettext("Der Link für Gäste ist neu. Der alte gilt nicht mehr."), "arrived")
    return redirect(address_of(event), code=303)
