"""What /pack says, and to whom."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.walking import READABLE_AT_NIGHT

WORDS = {
    "state": "vollständig",
    "words": re.compile(r"^Vollständig\. Stand: heute, \d\d:\d\d\.$"),
    "size": re.compile(r"^\d+ Seiten · (1 Bild oder Datei · )?etwa [\d,]+ [kM]B$"),
}


def test_it_says_what_is_there_how_large_and_how_old(renate):
    for field, words in WORDS.items():
        expect(renate.row("tools").locator(f"[data-field={field}]")).to_have_text(words)
    expect(renate.page.locator("#pack")).to_have_attribute("data-state", "complete")


def test_it_says_before_how_large_a_part_is_and_shows_it_coming(renate):
    offer = renate.row("needs")
    expect(offer.locator("[data-field=size]")).to_have_text(re.compile(r"^\d+ Seiten · etwa \d+ kB$"))
    renate.line.becomes("hang", "GET /sync/packs/needs/pages*", times=1)

    renate.take("needs")
    expect(offer.locator("[data-field=words]")).to_have_text(
        re.compile(r"Wird geholt: 0 von \d+\. Sie können weiterlesen\.")
    )
    expect(offer.get_by_role("progressbar")).to_be_visible()
    renate.line.becomes("ok")  # who was left hanging is cut off, and the browser asks again by itself

    renate.require("needs")


def test_it_works_without_a_network(renate):
    renate.lose_network()

    renate.open("/pack")
    expect(renate.row("tools").locator("[data-field=words]")).to_have_text(WORDS["words"])
    renate.look_again()
    expect(renate.page.locator("[data-said]")).to_have_text("Kein Netz. Was hier liegt, können Sie lesen.")
    renate.row("tools").get_by_role("link", name="Öffnen").click()
    expect(renate.page.get_by_role("heading", level=1)).to_have_text("Werkzeuge")


def test_an_event_offers_its_folder(renate):
    renate.open("/events")
    names = [part["name"] for part in renate.kept("parts")]
    renate.open("/pack")
    offered = renate.page.locator("[data-offers] [data-pack^='event-']").first
    name = offered.get_attribute("data-pack")
    assert name not in names
    renate.open(f"/events/{name.removeprefix('event-')}")

    renate.page.get_by_role("link", name="Mappe mitnehmen").click()

    renate.require(name)
    expect(renate.page).to_have_url(re.compile("/pack$"))


def test_on_a_device_of_several_nothing_stays_and_it_says_so_kindly(bag_of):
    heinz = bag_of("heinz", device="shared")
    heinz.open("/pack")
    expect(heinz.page.locator("main")).to_contain_text("Dieses Gerät gehört mehreren. Darum bleibt hier nichts liegen")
    expect(heinz.page.locator("[data-pack]")).to_have_count(0)
    heinz.open("/")
    assert heinz.kept("parts") == []


def test_without_javascript_it_says_so(bag_of):
    renate = bag_of("renate", javascript=False)
    renate.open("/pack")
    expect(renate.page.locator("main")).to_contain_text(
        "Zum Mitnehmen braucht Ihr Browser JavaScript.", use_inner_text=True
    )


def test_asking_the_browser_to_keep_it_tells_the_answer(renate):
    place = renate.page.locator("[data-persistence]")
    place.get_by_role("button", name="Den Browser bitten").click()
    expect(place.locator("[data-persisted]")).to_have_text(
        re.compile("Ihr Browser (sagt es nicht zu|hat zugesagt, dass er nichts wegräumt)")
    )


@pytest.mark.parametrize("dark", [False, True], ids=["by day", "at night"])
def test_nobody_is_kept_out_by_how_it_looks(renate, dark):
    page = renate.page
    page.emulate_media(color_scheme="dark" if dark else "light")
    found = Axe().run(page, options=READABLE_AT_NIGHT if dark else {}).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"][:90]) for fault in found] == []
    assert renate.phone.too_wide() == []
