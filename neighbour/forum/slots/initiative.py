"""What an initiative's page shows of its room."""

from neighbour.db import db
from neighbour.forum.lists import topics_page
from neighbour.forum.models import Room, Topic

MOST = 4


def newest_topics(viewer, initiative) -> list[tuple[str, dict]]:
    """Nothing for whoever does not read in that room."""
    room = db.session.scalars(Room.visible_to(viewer).where(Room.initiative_id == initiative.id)).first()
    if room is None:
        return []
    topics = topics_page(Topic.visible_to(viewer).where(Topic.room_id == room.id), viewer, before=None, size=MOST)
    return [("forum/_initiative_section.html", {"room": room, "topics": topics})]
