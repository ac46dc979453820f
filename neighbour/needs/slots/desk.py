"""What needs lay on the desk: those without an answer, and those that nobody of the initiative has confirmed."""

from flask import url_for
from flask_babel import gettext
from sqlalchemy import or_

from neighbour.db import db
from neighbour.needs.models import Need
from neighbour.needs.models.kinds import ENDED
from neighbour.needs.reading import in_rows, listed, with_responsible
from neighbour.web import promise

MOST = 50


def waiting(viewer) -> list[dict]:
    """Both, the oldest promise first."""
    if not viewer.is_team:
        return []
    unfinished = or_(Need.answered_at.is_(None), Need.confirmed_at.is_(None))
    running = with_responsible(in_rows(listed(viewer))).where(Need.state.not_in(ENDED), unfinished)
    needs = db.session.scalars(running.order_by(Need.named_at).limit(MOST)).unique()
    return [unanswered(need, viewer) if need.answered_at is None else unconfirmed(need, viewer) for need in needs]


def unanswered(need: Need, viewer) -> dict:
    """Nobody of the team has written yet, and the promise runs."""
    words = {"due": need.due, "state": promise.state(need.due), "label": gettext("Antworten")}
    return {**row(need, viewer), **words}


def unconfirmed(need: Need, viewer) -> dict:
    """Answered, but not yet the initiative's word: it waits for a member, not for the team."""
    state = ("plain", gettext("noch zu bestätigen"))
    return {**row(need, viewer), "due": None, "state": state, "label": gettext("Nachfragen"), "owed": False}


def row(need: Need, viewer) -> dict:
    return {
        "title": need.title,
        "href": url_for("needs.need", need_id=need.id),
        "lines": [gettext("Bedarf von %(name)s", name=need.initiative.name)],
        "since": need.named_at,
        "mark": need.initiative.mark,
        "region": need.initiative.region,
        "mine": need.responsible_id == viewer.id,
        "holder": need.responsible,
        "take": need.take,
    }


def pages(viewer) -> list[dict]:
    if not viewer.is_team:
        return []
    return [{"label": gettext("Bedarf aufnehmen"), "href": url_for("needs.new_need"), "icon": "bulb"}]
