"""A phone that several people hold one after the other, and a line to the server that can fail."""

import pytest

from tests.browser.person.handed_round import HandedRound


@pytest.fixture
def phone(phones, line) -> HandedRound:
    """Nobody's yet; its browser reaches the server over `line`."""
    return HandedRound(phones(address=line.address), line)


@pytest.fixture
def topic(hand_of):
    """The address of a topic that somebody else has opened; its title is nobody's business afterwards."""
    return hand_of("pavel").open_topic("Kaffee bei mir im Schrebergarten?")


@pytest.fixture
def heard(hand_of, topic):
    """How often a text stands in the topic, as somebody else reads it."""

    def times(words: str) -> int:
        return hand_of("pavel").request.get(topic).text().count(words)

    return times
