"""What comes and what was, the page of each event, its sheet to print, its file for calendars."""

from uuid import UUID

from flask import Blueprint, Response, make_response, request, url_for
from flask_login import current_user

from neighbour import materials, notifications
from neighbour.events import lists
from neighbour.events.calendar_file import calendar_file
from neighbour.events.hosts import may_announce
from neighbour.events.models import Event
from neighbour.events.routes.finding import address_of, find
from neighbour.programme import current
from neighbour.web.forms import one_id
from neighbour.web.fragments import page
from neighbour.web.qr import qr
from neighbour.web.ways import public_url

FEW = 5


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/events", "events", events, methods=["GET"])
    bp.add_url_rule("/events/<uuid:event_id>", "event", event, methods=["GET"])
    bp.add_url_rule("/events/<uuid:event_id>/invitation", "invitation", invitation, methods=["GET"])
    bp.add_url_rule("/events/<uuid:event_id>/calendar.ics", "calendar", calendar, methods=["GET"])


def events() -> str:
    before, after = one_id(request.args.get("before")), one_id(request.args.get("after"))
    if before or request.args.get("show") == "past":
        over = lists.past(before=before)
        return page("events/past.html", over=over, kept=kept_of(over.rows))
    near, over = lists.near(lists.own_regions()), lists.past(before=None, size=FEW)
    words = {"near": [] if after else near, "ahead": lists.further(near, after=after), "over": over}
    return page("events/events.html", announces=may_announce(current_user), kept=kept_of(over.rows), **words)


def kept_of(rows: list[Event]) -> dict[UUID, str]:
    """What was kept of each event, by its titles."""
    listed = materials.listed_at(current_user, "event", [event.id for event in rows])
    return {event_id: " · ".join(one.shown.title for one in those) for event_id, those in listed.items()}


def event(event_id: UUID) -> str:
    found = find(event_id)
    notifications.seen("event", found.id)
    listed = materials.listed(current_user, "event", found.id)
    return page("events/event.html", event=found, materials=listed, hosts=found.hosted_by(current_user))


def invitation(event_id: UUID) -> str:
    """A4 to hang up or to put into a letter: what, when, where, and a slip to send back."""
    found = find(event_id)
    address = public_url(url_for("events.guest", token=found.guest_token))
    reach = found.contact or current_user
    words = {"address": address, "qr": qr(address), "reach": reach, "programme": current()}
    return page("events/invitation.html", event=found, **words)


def calendar(event_id: UUID) -> Response:
    found = find(event_id)
    answer = make_response(calendar_file(found, public_url(address_of(found))))
    answer.content_type = "text/calendar; charset=utf-8"
    answer.headers["Content-Disposition"] = f"attachment; filename=termin-{found.starts_at:%Y-%m-%d}.ics"
    return answer
