"""What lies on a phone after a sign-in with „Mir“, and how it stays right."""

import re

from playwright.sync_api import expect

PASSWORD = "nachbarschaft"


def sign_in(bag, handle: str) -> None:
    bag.phone.sign_in(f"{handle}@demo.example", PASSWORD, "mine")


def test_right_after_a_sign_in_the_phone_reads_without_a_network(bag_of):
    bag = bag_of()
    sign_in(bag, "renate")
    bag.open("/pack")
    bag.require("basic", "tools")
    never_visited = sorted(url for url in bag.urls("tools") if url.count("/") == 2)[5:8]
    bag.lose_network()

    for address in never_visited:
        bag.open(address)
        expect(bag.page.locator("[data-offline-notice]")).to_contain_text("Von diesem Gerät. Stand: heute")
        expect(bag.page.locator("h1")).to_be_visible()
        expect(bag.page.get_by_role("link", name="Werkzeuge").first).to_be_visible()


def test_it_is_complete_when_all_that_comes_by_itself_is_there(bag_of):
    bag, pack = bag_of("renate"), "#pack"
    bag.line.becomes("hang", "GET /sync/packs/tools/pages*", times=1)

    bag.open("/pack")
    bag.require("basic")
    expect(bag.page.locator(pack)).to_have_attribute("data-state", "incomplete")
    bag.line.becomes("ok")
    bag.look_again()

    expect(bag.page.locator(pack)).to_have_attribute("data-state", "complete")
    bag.require("tools", bag.next_event())


def test_the_next_workshops_material_is_read_with_its_picture_without_a_network(renate):
    event = renate.next_event()
    with_picture = next(file["url"] for file in renate.kept("files") if event in file["parts"])
    renate.lose_network()

    renate.open(f"/events/{event.removeprefix('event-')}")
    seen = []
    for address in sorted(url for url in renate.urls(event) if url.startswith("/materials/")):
        renate.open(address)
        seen += renate.page.evaluate(
            "() => Promise.all([...document.querySelectorAll('main img')].map(async image => {"
            " image.loading = 'eager'; await image.decode(); return [image.getAttribute('src'), image.naturalWidth] }))"
        )

    assert with_picture in dict(seen)
    assert all(width > 0 for _src, width in seen)


def test_without_a_network_search_finds_what_is_on_the_phone(renate):
    renate.lose_network()

    renate.open("/tools?q=terminumfrage")
    expect(renate.page.locator("main")).to_contain_text("nuudel")
    renate.open("/tools?q=schwungtuchverleih")
    expect(renate.page.locator("main")).to_contain_text("steht dazu nichts")


def test_the_search_of_a_page_leads_to_what_is_found_on_the_phone(renate):
    renate.lose_network()
    renate.open("/tools")
    field = renate.page.get_by_role("searchbox", name="Suchen")

    field.type("terminumfrage")
    expect(renate.page.locator("main")).not_to_contain_text("Kein Netz.")
    field.press("Enter")

    expect(renate.page.locator("main")).to_contain_text("Ohne Netz gesucht nach „terminumfrage“.")
    expect(renate.page.get_by_role("link", name="nuudel").first).to_be_visible()


def test_what_is_taken_along_is_searched_on_its_page_too(renate):
    renate.page.get_by_label("Auf diesem Gerät suchen").fill("terminumfrage")
    renate.page.get_by_label("Auf diesem Gerät suchen").press("Enter")

    expect(renate.page.locator("[data-found]").get_by_role("link", name="nuudel").first).to_be_visible()


def test_where_a_page_is_missing_one_can_write_all_the_same(renate):
    renate.lose_network()
    renate.open("/forum")

    renate.page.locator("main").get_by_role("link", name="Bedarf nennen").click()
    renate.page.get_by_label("In einem Satz: Worum geht es?").fill("Das Heft ist nie da")
    renate.page.wait_for_timeout(1000)  # what is looked up while one types finds no network

    expect(renate.page.locator("main").get_by_text("Kein Netz.")).to_have_count(0)


def test_in_another_language_the_pages_of_the_phone_are_asked_for_anew(renate):
    renate.open("/menu")
    renate.page.get_by_role("button", name="English").click()
    try:
        expect(renate.page.get_by_role("heading", level=1)).to_have_text("Menu")

        renate.open("/pack")

        expect(renate.page.get_by_role("heading", level=1)).to_have_text("On this device")
    finally:
        renate.page.request.post("/reading", form={"language": "de"}, headers={"Origin": renate.line.address})


def test_what_was_interrupted_goes_on_where_it_stopped(bag_of):
    bag = bag_of("renate")
    bag.line.becomes("half", "GET /sync/packs/tools/pages*", times=1)
    bag.open("/pack")
    bag.require("tools", state="incomplete")
    expect(bag.row("tools")).to_contain_text(re.compile("Es fehl"))
    there = bag.part("tools")["count"]
    bag.line.becomes("ok")

    bag.look_again()
    bag.require("tools")
    [again] = [visit.request for visit in bag.line.visits if "/tools/pages" in visit.request and visit.mode == "ok"][:1]
    first_wanted = int(re.search(r"want=(\d+)", again)[1])
    assert first_wanted == there
    assert len(bag.urls("tools")) == bag.part("tools")["of"]


def test_a_body_that_stalls_is_given_up_and_what_came_stays(bag_of):
    bag = bag_of("renate")
    bag.line.becomes("stall", "GET /sync/packs/tools/pages*", times=1)
    bag.open("/pack")
    expect(bag.page.locator("[data-said]")).to_have_text("Kein Netz. Was hier liegt, können Sie lesen.")
    bag.require("basic")
    bag.require("tools", state="incomplete")
    bag.line.becomes("ok")

    bag.look_again()
    bag.require("tools")


def test_when_nothing_has_changed_one_small_question_is_enough(renate):
    renate.look_again()  # sizes are measured by now
    renate.line.forget()

    renate.look_again()

    asked = [visit for visit in renate.line.visits if "/sync/packs" in visit.request]
    assert [visit.request for visit in asked] == ["GET /sync/packs"]
    assert renate.line.octets("GET /sync/packs") < 1_500  # headers only


def test_what_changed_travels_and_nothing_else(renate, hand_of):
    renate.page.locator("[data-pack='room-alle']").get_by_role("button").first.click()
    renate.require("room-alle")
    hand_of("pavel").open_topic("Wer leiht uns ein Schwungtuch?")
    renate.line.forget()

    renate.look_again()

    renate.require("room-alle")
    [asked] = [
        visit.request for visit in renate.line.visits if "/pages?" in visit.request and "room-alle" in visit.request
    ]
    wanted = re.search(r"want=([\d,]+)", asked)[1].split(",")
    assert len(wanted) < renate.part("room-alle")["of"]


def test_an_answer_made_for_somebody_else_is_not_kept(renate, sign_ins, phones):
    if ("pavel", "mine") not in sign_ins:
        phones("pavel")
    [session] = [cookie for cookie in sign_ins["pavel", "mine"]["cookies"] if cookie["name"] == "neighbour"]
    before = renate.kept("parts")
    renate.phone.context.add_cookies([session])

    told = renate.page.evaluate(
        """async () => {
          const told = []
          const over = new Promise(resolve => new BroadcastChannel("pack").addEventListener("message", ({data}) => {
            told.push(data)
            if (data.idle) resolve()
          }))
          const {account} = document.querySelector("main").dataset
          const worker = (await navigator.serviceWorker.ready).active
          worker.postMessage({pack: "sync", account, names: ["room-nordheide", "needs"]})
          await over
          return told
        }"""
    )

    assert [words["trouble"] for words in told if "trouble" in words] == ["signed-out"]
    assert renate.kept("parts") == before
