"""Who is in the hall."""

import pytest

from tests.browser.core.halls import Hall
from tests.browser.phones import Phone


@pytest.fixture
def phone(phones, line) -> Phone:
    """Renate's own."""
    return phones("renate", address=line.address)


@pytest.fixture
def hall(phone, line, hand_of) -> Hall:
    """Renate reads a topic of Ole's."""
    ole = hand_of("ole")
    return Hall(phone.page, line, ole, ole.open_topic("Wer bringt Tische?")).enter()
