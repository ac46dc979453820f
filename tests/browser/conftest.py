"""A real server with the demo in it, and people who look at it in Chromium.

`signed_in_as("renate")` is a page of Renate's phone; `small=True` a narrow one with larger text, `javascript=False` one
without scripts, `dark=True` one at night. What a page complains of in its console fails the test that opened it.
`phones("renate", address=line.address)` reaches the server over a line that can fail (tests/network.py), with the worker;
`workers="allow"` brings it to other phones too. Only with `takes_along=True` does a phone fetch by itself what it takes
along: that is a hundred pages, and with a session that others have it looks to the server as if its storage was emptied.
"""

import threading

import pytest
from playwright.sync_api import expect

from tests.architecture.pages import require_none
from tests.browser.foxes import Fox
from tests.browser.hands import Hand
from tests.browser.phones import PHONE, SMALL, TAKES_NOTHING_ALONG, Phone
from tests.browser.webkits import WebKit, screen
from tests.network import Line
from tests.serving.starts import Start

PASSWORD = "nachbarschaft"

# How long to wait for what will come; a busy machine is no fault of the page.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """Server and worker with the demo programme, for the whole run."""
    start = Start(tmp_path_factory.mktemp("demo"), NEIGHBOUR_DEMO="1")
    try:
        start.wait_until_up()
        threading.Thread(target=start.process.stdout.read, daemon=True).start()
        yield start
    finally:
        start.process.terminate()
        start.process.wait(10)


@pytest.fixture
def line(server):
    """A line to the server that can fail. Its address is new, so no browser has kept anything of it."""
    with Line(server.port) as line:
        yield line


@pytest.fixture(scope="session")
def sign_ins():
    """The cookies of whoever has signed in before, by name and kind of device."""
    return {}


@pytest.fixture(scope="session")
def hand_of(playwright, server, sign_ins):
    """`hand_of("ole").open_topic("Wer hat den Schlüssel?")` is the address of a topic that a story begins with."""
    known = {}

    def found(handle: str) -> Hand:
        if handle not in known:
            own = {"base_url": server.address, "extra_http_headers": {"Origin": server.address}}
            request = playwright.request.new_context(**own, storage_state=sign_ins.get((handle, "mine")))
            known[handle] = Hand(request)
            if (handle, "mine") not in sign_ins:
                known[handle].write("/sign-in", email=f"{handle}@demo.example", password=PASSWORD, device="mine")
                sign_ins[handle, "mine"] = request.storage_state()
        return known[handle]

    yield found
    for hand in known.values():
        hand.request.dispose()


@pytest.fixture(scope="session")
def new_phone(browser, server, sign_ins):
    def made(handle: str = "visitor", *, small: bool = False, device: str = "mine", **more) -> Phone:
        address = more.get("address", server.address)
        look = {"viewport": SMALL if small else PHONE, "base_url": address, "locale": "de-DE"}
        look |= {"java_script_enabled": more.get("javascript", True)}
        look |= {
            "color_scheme": "dark" if more.get("dark") else "light",
            "service_workers": more.get("workers", "block" if address == server.address else "allow"),
        }
        context = browser.new_context(**look, storage_state=sign_ins.get((handle, device)))
        if not more.get("takes_along"):
            context.add_init_script(TAKES_NOTHING_ALONG)
        phone = Phone(context, small=small, may_lose_network=address != server.address)
        if handle != "visitor" and (handle, device) not in sign_ins:
            phone.sign_in(f"{handle}@demo.example", PASSWORD, device)
            sign_ins[handle, device] = phone.context.storage_state()
        return phone

    return made


@pytest.fixture
def phones(new_phone):
    """Phones that are put away when the test is over, if they had nothing to complain of."""
    held = []

    def take(*person, **look) -> Phone:
        held.append(new_phone(*person, **look))
        return held[-1]

    yield take
    for phone in held:
        phone.context.close()
    require_none([complaint for phone in held for complaint in phone.complaints])


@pytest.fixture(scope="module")
def kept_phones():
    kept = {}
    yield kept
    for phone in kept.values():
        phone.context.close()


@pytest.fixture
def page_of(new_phone, kept_phones):
    """`page_of("renate")` is the page of a phone that stays with her from story to story: faster than a new one."""
    heard = []

    def page(handle: str, **look):
        name = (handle, *sorted(look.items()))
        if name not in kept_phones:
            kept_phones[name] = new_phone(handle, **{"workers": "allow"} | look)
        heard.append(kept_phones[name].complaints)
        return kept_phones[name].page

    yield page
    found = [complaint for complaints in heard for complaint in complaints]
    for complaints in heard:
        complaints.clear()
    require_none(found)


@pytest.fixture
def signed_in_as(phones):
    """`signed_in_as("heinz", small=True)` is the start page on Heinz's phone."""

    def opened(handle: str, **look):
        phone = phones(handle, **look)
        phone.open("/")
        return phone.page

    return opened


@pytest.fixture
def visitor(phones):
    """The sign-in page, on the phone of somebody without an account."""
    phone = phones()
    phone.open("/sign-in")
    return phone.page


@pytest.fixture(scope="session")
def running_firefox(tmp_path_factory):
    fox = Fox(tmp_path_factory.mktemp("firefox"))
    yield fox
    fox.quit()


@pytest.fixture
def firefox(running_firefox) -> Fox:
    """Firefox in which nobody is signed in."""
    running_firefox.start_afresh()
    return running_firefox


@pytest.fixture(scope="session")
def running_webkit():
    with screen() as display:
        webkit = WebKit(display)
        yield webkit
        webkit.quit()


@pytest.fixture
def webkit(running_webkit) -> WebKit:
    """WebKitGTK in which nobody is signed in."""
    running_webkit.start_afresh()
    return running_webkit
