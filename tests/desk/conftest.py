"""What the desk's tests share: counting queries, and a question that waits."""

import pytest
from sqlalchemy import event

from neighbour.db import db
from neighbour.forum.models import Room, Topic


@pytest.fixture
def queries(app):
    """`queries(act)` is how many statements the database got while `act` ran."""

    def count(act) -> int:
        seen = []
        with app.app_context():
            engine = db.engine

        def see(_connection, _cursor, statement, *_):
            seen.append(statement)

        event.listen(engine, "before_cursor_execute", see)
        try:
            act()
        finally:
            event.remove(engine, "before_cursor_execute", see)
        return len(seen)

    return count


@pytest.fixture
def question(stage) -> str:
    """The address of Ben's question, which nobody has answered."""
    with stage() as people:
        room = Room.open(by=people.lea, name="Hall", kind="everyone")
        topic = Topic.open_in(room, by=people.ben, title="Who has the key?", body="I cannot get in.")
        db.session.flush()
        return f"/forum/topics/{topic.id}"
