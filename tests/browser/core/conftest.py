"""Who is in the hall."""

import pytest

from tests.browser.core.halls import Hall


@pytest.fixture
def hall(phones, line, hand_of):
    """Renate reads a topic of Ole's on her own phone."""
    ole = hand_of("ole")
    page = phones("renate", address=line.address).page
    return Hall(page, line, ole, ole.open_topic("Wer bringt Tische?")).enter()
