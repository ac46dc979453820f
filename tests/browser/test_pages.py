"""Every kind of page in Chromium: no barriers by day and at night, nothing sticks out, nothing is complained of."""

import pytest

from neighbour import create_app
from neighbour.config import Config
from tests.architecture.pages import require_none
from tests.browser.walking import Walk

WALKERS = ("visitor", "renate", "jonas", "heinz")


@pytest.fixture(scope="module")
def walk():
    return Walk()


@pytest.fixture(scope="module")
def ways(tmp_path_factory):
    """The application, only for the names of its addresses."""
    return create_app(Config(HOME=tmp_path_factory.mktemp("ways"), SECRET_KEY="for tests", DEMO=False, TESTING=True))


@pytest.mark.parametrize("handle", WALKERS)
def test_everybody_can_open_their_pages(phones, walk, ways, handle):
    walk.look(phones(handle, device="shared" if handle == "heinz" else "mine"), ways)

    assert walk.pages


def test_no_page_has_a_barrier(walk):
    require_none(walk.barriers)


def test_nothing_sticks_out_on_a_narrow_phone_with_large_text(walk):
    require_none(walk.too_wide)
