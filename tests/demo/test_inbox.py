"""What the people of the demo were told."""

from neighbour.db import db
from neighbour.demo.loading import load
from neighbour.forum.models import Topic
from neighbour.notifications import Notification


def test_the_inboxes_hold_what_the_forum_would_have_told(app):
    with app.app_context():
        load()
        rows = db.session.query(Notification).all()
        waiting = [row for row in rows if row.read_at is None]
        topics = {topic.id: topic for topic in db.session.query(Topic)}

    assert {row.kind for row in waiting} == {"mention", "reply"}
    assert len({row.recipient_id for row in rows}) >= 10
    assert len(waiting) < len(rows) / 2
    assert all(row.by_id != row.recipient_id for row in rows)
    assert all(topics[row.subject_id].title == row.words["title"] for row in rows if row.subject_kind == "topic")
