"""What an initiative's page shows of the events it invites to."""

from neighbour.db import db, now
from neighbour.events import lists
from neighbour.events.models import Event

MOST = 3


def hosted(viewer, initiative) -> list[tuple[str, dict]]:
    """What comes, and what was lately; nothing where there was nothing."""
    ahead = Event.visible_to(viewer).where(Event.initiative_id == initiative.id, Event.ends_at > now())
    coming = db.session.scalars(ahead.order_by(Event.starts_at, Event.id).limit(MOST)).unique().all()
    over = lists.past(before=None, size=MOST, of=initiative.id).rows
    announces = Event.announceable_by(viewer, initiative.id)
    if not (coming or over or announces):
        return []
    words = {"coming": coming, "over": over, "announces": announces, "initiative": initiative}
    return [("events/_initiative_section.html", words)]
