"""What devices send to: topics, needs and events, as in the tests of those."""

import pytest

from tests.events.conftest import announce
from tests.forum.conftest import open_topic, rooms
from tests.needs.conftest import name_need

__all__ = ["announce", "name_need", "open_topic", "rooms"]


@pytest.fixture
def as_in_production(app):
    """What breaks is answered, not raised into the test."""
    app.testing, app.config["PROPAGATE_EXCEPTIONS"] = False, False
    yield
    app.testing, app.config["PROPAGATE_EXCEPTIONS"] = True, None
