"""The house of these tests, with something of every kind that may be taken along."""

import pytest

from tests.pwa.house import furnish


@pytest.fixture
def house(stage):
    with stage() as people:
        return furnish(people)
