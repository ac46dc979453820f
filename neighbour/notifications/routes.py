"""The inbox."""

from flask import Blueprint, redirect, request, url_for
from flask_login import current_user
from sqlalchemy import update

from neighbour.db import db, now
from neighbour.notifications.entries import inbox
from neighbour.notifications.models import Notification
from neighbour.web.fragments import page
from neighbour.web.paging import microseconds, moment_of

bp = Blueprint("notifications", __name__, url_prefix="/me/notifications")


@bp.get("")
def notifications():
    found = inbox(current_user, before=request.args.get("before"))
    until = microseconds(max((entry.at for entry in found.unread), default=now()))
    return page("notifications/notifications.html", inbox=found, until=until)


@bp.post("/reading")
def create_reading():
    """Everything is read that was there when the page was made; what came since stays unread."""
    mine = update(Notification).where(Notification.recipient_id == current_user.id, Notification.read_at.is_(None))
    until = moment_of(request.form.get("until", "")) or now()
    read = mine.where(Notification.at <= until).values(read_at=now())
    db.session.execute(read.execution_options(synchronize_session=False))
    return redirect(url_for(".notifications"), code=303)
