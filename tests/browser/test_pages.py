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


SPOIL = """() => {
  document.querySelector("main").insertAdjacentHTML("beforeend",
    '<img src="/static/icons/logo.svg"><p class="pale">blass</p><div class="wide">breit</div>')
  document.querySelector(".pale").style.color = "#bbb"
  document.querySelector(".wide").style.width = "900px"
}"""


def test_the_walk_notices_a_barrier_and_what_sticks_out(phones):
    phone, walk = phones(), Walk()
    page = phone.open("/sign-in")
    page.evaluate(SPOIL)

    assert {fault.partition(" ")[0] for fault in walk.barriers_on(page)} == {"image-alt", "color-contrast"}
    assert [element for element in phone.too_wide() if "wide" in element]


def test_a_page_that_complains_is_heard(phones):
    phone = phones()
    phone.open("/sign-in").evaluate("""() => {
      const script = document.createElement("script")
      script.textContent = "1"
      document.body.append(script)
    }""")

    heard = list(phone.complaints)
    phone.complaints.clear()
    assert len(heard) == 1
    assert "Content Security Policy" in heard[0]


@pytest.mark.parametrize("handle", WALKERS)
def test_everybody_can_open_their_pages(phones, walk, ways, handle):
    walk.look(phones(handle, device="shared" if handle == "heinz" else "mine"), ways)

    assert walk.pages


def test_no_page_has_a_barrier(walk):
    require_none(walk.barriers)


def test_nothing_sticks_out_on_a_narrow_phone_with_large_text(walk):
    require_none(walk.too_wide)
