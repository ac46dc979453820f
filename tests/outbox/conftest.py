"""What devices send to: topics, needs and events, as in the tests of those."""

from tests.events.conftest import announce
from tests.forum.conftest import open_topic, rooms
from tests.needs.conftest import name_need

__all__ = ["announce", "name_need", "open_topic", "rooms"]
