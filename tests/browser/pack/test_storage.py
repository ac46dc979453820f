"""A phone without room, and one whose browser threw away what lay there."""

import pytest
from playwright.sync_api import expect

from tests.browser.pack.bag import Bag
from tests.browser.phones import PHONE, Phone
from tests.chromium import LAUNCH

# Pages are told of ten gigabytes whatever there is, unless the browser is asked to be truthful.
TRUTHFUL = [f"{one},StaticStorageQuota" if one.startswith("--disable-features=") else one for one in LAUNCH["args"]]


@pytest.fixture(scope="module")
def truthful_browser(playwright):
    browser = playwright.chromium.launch(**{**LAUNCH, "args": TRUTHFUL})
    yield browser
    browser.close()


@pytest.fixture
def renate(truthful_browser, line):
    """Renate, with everything on her phone that it takes along by itself."""
    context = truthful_browser.new_context(base_url=line.address, viewport=PHONE, locale="de-DE")
    bag = Bag(Phone(context, may_lose_network=True), line)
    bag.phone.sign_in("renate@demo.example", "nachbarschaft", "mine")
    bag.open("/pack")
    bag.require("basic", "tools", bag.next_event())
    bag.require_rest()
    yield bag
    context.close()
    assert bag.phone.complaints == []


@pytest.fixture
def storage(renate):
    """`storage("overrideQuotaForOrigin", quotaSize=…)` asks the browser itself."""
    session = renate.phone.context.new_cdp_session(renate.page)

    def ask(command: str, **words) -> None:
        session.send(f"Storage.{command}", {"origin": renate.line.address, **words})

    return ask


def used(page) -> int:
    return page.evaluate("async () => (await navigator.storage.estimate()).usage")


def test_without_room_for_pictures_the_texts_are_there_and_it_is_said(renate, storage):
    event = renate.next_event()
    renate.row(event).get_by_role("button", name="Vom Gerät nehmen").click()
    expect(renate.row(event)).to_have_attribute("data-state", "none")
    storage("overrideQuotaForOrigin", quotaSize=(used(renate.page) + 20_000) * 5)

    renate.take(event)

    renate.require(event, state="incomplete")
    expect(renate.row(event)).to_contain_text(
        "Auf dem Gerät ist kein Platz mehr. Es fehlen die Fotos, alle Texte sind da."
    )
    assert len(renate.urls(event)) == renate.part(event)["of"]


def test_without_any_room_nothing_more_comes_and_what_is_there_stays(renate, storage):
    here = renate.urls()
    storage("overrideQuotaForOrigin", quotaSize=used(renate.page))

    renate.take("needs")

    expect(renate.page.locator("[data-said]")).to_have_text(
        "Auf dem Gerät ist kein Platz mehr. Was hier liegt, bleibt."
    )
    expect(renate.row("needs")).to_contain_text("Auf dem Gerät ist kein Platz mehr. Es fehlen")
    assert renate.urls() == here
    storage("overrideQuotaForOrigin")
    renate.look_again()
    renate.require("needs")


def test_an_emptied_storage_is_noticed_and_said_once(renate, storage):
    renate.page.goto("about:blank")
    storage("clearDataForOrigin", storageTypes="indexeddb,cache_storage,service_workers")

    renate.open("/")

    notice = renate.page.locator("[data-emptied]")
    expect(notice).to_contain_text(
        "Ihr Browser hat den Speicher geleert. Ob hier etwas wartete, können wir nicht sehen."
    )
    notice.get_by_role("button", name="Verstanden").click()
    expect(notice).to_be_hidden()
    renate.open("/pack")
    renate.require("basic", "tools")
    expect(notice).to_be_hidden()


def test_a_first_sign_in_is_no_emptied_storage(bag_of):
    bag = bag_of()
    bag.phone.sign_in("erna@demo.example", "nachbarschaft", "mine")
    bag.open("/pack")
    bag.require("basic", "tools")
    expect(bag.page.locator("[data-emptied]")).to_be_hidden()
