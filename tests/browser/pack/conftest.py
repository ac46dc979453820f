"""Phones of one's own that take things along, over a line that may fail."""

import pytest

from tests.browser.pack.bag import Bag


@pytest.fixture
def bag_of(phones, line):
    """`bag_of("renate")` is her phone, nothing asked of the server yet; `over=False`: without the line."""

    def held(handle: str = "visitor", **more) -> Bag:
        return Bag(phones(handle, address=line.address, takes_along=True, **more), line)

    return held


@pytest.fixture
def renate(bag_of) -> Bag:
    """Renate, with everything on her phone that it takes along by itself."""
    bag = bag_of("renate")
    bag.open("/pack")
    bag.require("basic", "tools", bag.next_event())
    bag.require_rest()
    return bag
