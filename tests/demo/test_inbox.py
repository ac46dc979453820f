"""What the people of the demo were told."""

from neighbour.accounts import User
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

    assert {row.kind for row in waiting} == {"mention", "reply", "need_to_confirm"}
    assert len({row.recipient_id for row in rows}) >= 10
    assert len(waiting) < len(rows) / 2
    assert all(row.by_id != row.recipient_id for row in rows)
    assert all(topics[row.subject_id].title == row.words["title"] for row in rows if row.subject_kind == "topic")


def test_who_told_a_need_on_the_telephone_is_asked_whether_it_is_right(app):
    with app.app_context():
        load()
        rows = db.session.query(Notification).filter_by(kind="need_to_confirm").all()
        asked = [(db.session.get(User, row.recipient_id).handle, row.words["title"], row.read_at) for row in rows]

    assert asked == [("mechthild", "Anrufbeantworter für den Rufbus", None)]
