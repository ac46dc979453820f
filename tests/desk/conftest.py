"""What the desk's tests share: where a person stands, and a question that waits."""

import pytest

from neighbour.db import db
from neighbour.forum.models import Room, Topic


@pytest.fixture
def at(stage):
    """`at("ben")` is where Ben stands on the desk."""

    def address(handle: str) -> str:
        with stage() as people:
            return f"/desk/people/{getattr(people, handle).id}"

    return address


@pytest.fixture
def question(stage) -> str:
    """The address of Ben's question, which nobody has answered."""
    with stage() as people:
        room = Room.open(by=people.lea, name="Hall", kind="everyone")
        topic = Topic.open_in(room, by=people.ben, title="Who has the key?", body="I cannot get in.")
        db.session.flush()
        return f"/forum/topics/{topic.id}"
