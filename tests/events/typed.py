"""What stories about events share: what is typed, and who was told."""

import re

from neighbour.db import db
from neighbour.notifications import Notification
from tests.cast import PEOPLE

NEW = {
    "title": "Soup", "kind": "meeting", "venue": "The hall", "day": "2030-07-06", "starts": "14:00", "ends": "17:00",
}  # fmt: skip
MOVE = {"day": "2030-07-06", "starts": "14:00", "ends": "17:00", "venue": "The barn", "reason": "The hall is wet."}


def version_in(page: str) -> str:
    return re.search(r'name="version"[^>]*value="([^"]+)"', page)[1]


def notified(stage, kind: str) -> set[str]:
    with stage() as people:
        handles = {getattr(people, handle).id: handle for handle in PEOPLE}
        return {handles[row.recipient_id] for row in db.session.query(Notification).filter_by(kind=kind)}
