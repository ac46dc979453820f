"""What needs lay on the desk: those without an answer, and those that nobody of the initiative has confirmed."""

from flask import url_for
from flask_babel import gettext
from sqlalchemy import Select

from neighbour.db import db
from neighbour.needs.models import Need
from neighbour.needs.models.kinds import ENDED
from neighbour.needs.reading import in_rows, listed
from neighbour.web import promise

MOST = 50


def running(viewer) -> Select:
    return in_rows(listed(viewer)).where(Need.state.not_in(ENDED)).order_by(Need.named_at).limit(MOST)


def unanswered(viewer) -> list[dict]:
    """Needs to which nobody of the team has written, the oldest promise first."""
    if not viewer.is_team:
        return []
    waiting = running(viewer).where(Need.answered_at.is_(None))
    return [
        {**row(need, viewer), "due": need.due, "state": promise.state(need.due), "label": gettext("Antworten")}
        for need in db.session.scalars(waiting).unique()
    ]


def unconfirmed(viewer) -> list[dict]:
    """Taken down and answered, but not yet the initiative's word: they wait for a member, not for the team."""
    if not viewer.is_team:
        return []
    waiting = running(viewer).where(Need.answered_at.is_not(None), Need.confirmed_at.is_(None))
    state = ("plain", gettext("noch zu bestätigen"))
    return [
        {**row(need, viewer), "due": None, "state": state, "label": gettext("Nachfragen"), "owed": False}
        for need in db.session.scalars(waiting).unique()
    ]


def row(need: Need, viewer) -> dict:
    return {
        "title": need.title,
        "href": url_for("needs.need", need_id=need.id),
        "lines": [gettext("Bedarf von %(name)s", name=need.initiative.name)],
        "since": need.named_at,
        "mark": need.initiative.mark,
        "region": need.initiative.region,
        "mine": need.responsible_id == viewer.id,
    }


def pages(viewer) -> list[dict]:
    if not viewer.is_team:
        return []
    return [{"label": gettext("Bedarf aufnehmen"), "href": url_for("needs.new_need"), "icon": "bulb"}]
