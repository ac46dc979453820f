"""Reading on a device that has been here before, whatever the network does."""

import time

import pytest
from playwright.sync_api import expect

TOOL = "/tools/nuudel"
NEVER = "/needs"
READABLE = 3.5


def test_a_visited_page_opens_without_a_network(heinz, line):
    heinz.visit(TOOL)
    line.becomes("refuse")
    heinz.page.goto(TOOL)
    expect(heinz.page.locator("h1")).to_contain_text("nuudel")
    expect(heinz.page.locator("[data-offline-notice]")).to_contain_text("Von diesem Gerät. Stand: heute")
    assert heinz.page.evaluate("getComputedStyle(document.querySelector('.topbar')).display") != "block"


def test_a_visited_page_is_there_before_the_network_is_asked(heinz, line):
    heinz.visit(TOOL)
    line.becomes("hang")
    began = time.monotonic()
    heinz.page.goto(TOOL, wait_until="domcontentloaded")
    assert heinz.page.locator("main[data-kept] h1").inner_text().startswith("nuudel")
    assert time.monotonic() - began < READABLE


def test_what_is_new_takes_its_place_without_a_reload(heinz, hand_of, line):
    topic = hand_of("heinz").open_topic("Schlüssel für den Saal")
    heinz.visit(topic)
    hand_of("renate").reply(topic, "Er hängt bei mir.")
    heinz.page.goto(topic)
    expect(heinz.page.get_by_text("Er hängt bei mir.")).to_be_visible()
    expect(heinz.page.locator("main")).not_to_have_attribute("data-kept", "")
    line.becomes("refuse")
    heinz.page.goto(topic)
    expect(heinz.page.get_by_text("Er hängt bei mir.")).to_be_visible()


def test_what_is_new_waits_while_somebody_types(heinz, hand_of, line):
    topic = hand_of("heinz").open_topic("Kuchen am Sonntag")
    heinz.visit(topic)
    hand_of("renate").reply(topic, "Ich bringe zwei.")
    line.latency = 0.5
    heinz.page.goto(topic)
    field = heinz.page.locator("textarea[name=body]").first
    field.fill("Ich bringe auch")
    expect(heinz.page.locator("[data-new-state]")).to_be_visible()
    assert not heinz.page.get_by_text("Ich bringe zwei.").count()
    heinz.page.get_by_role("button", name="Zeigen").click()
    expect(heinz.page.get_by_text("Ich bringe zwei.")).to_be_visible()
    expect(field).to_have_value("Ich bringe auch")


def test_a_page_never_visited_says_what_is_there(heinz, line):
    heinz.visit(TOOL)
    line.becomes("refuse")
    heinz.page.goto(NEVER)
    expect(heinz.page.locator("h1")).to_have_text("Diese Seite liegt nicht auf diesem Gerät")
    heinz.page.locator("main").get_by_role("link", name="nuudel").click()
    expect(heinz.page.locator("h1")).to_contain_text("nuudel")


def test_a_search_without_a_network_finds_what_is_kept(heinz, line):
    heinz.visit(TOOL)
    line.becomes("refuse")
    heinz.page.goto("/forum/search?q=NUUDEL")
    expect(heinz.page.locator("main").get_by_role("link", name="nuudel")).to_be_visible()
    expect(heinz.page.locator("main")).to_contain_text("NUUDEL")


def test_a_visit_lasts_three_days(heinz, line):
    heinz.visit(TOOL)
    line.becomes("refuse")
    age(heinz, days=2)
    heinz.page.goto(TOOL)
    expect(heinz.page.locator("h1")).to_contain_text("nuudel")
    age(heinz, days=2)
    heinz.page.goto(TOOL)
    expect(heinz.page.locator("h1")).to_have_text("Diese Seite liegt nicht auf diesem Gerät")


@pytest.mark.parametrize("weather", ["hang", "stall", "trickle"])
def test_what_was_taken_along_long_ago_is_readable_while_the_network_only_seems_to_be_there(heinz, line, weather):
    heinz.visit(TOOL)
    age(heinz, days=20, part="tools")
    line.becomes(weather)
    began = time.monotonic()
    heinz.page.goto(TOOL, wait_until="domcontentloaded")
    took = time.monotonic() - began
    assert heinz.page.locator("main[data-kept] h1").inner_text().startswith("nuudel")
    print(f"{weather}: readable after {took:.2f} s")
    assert took > 2.5  # it was asked first


def test_a_slow_network_is_named(heinz, line):
    heinz.visit(TOOL)
    line.becomes("hang")
    heinz.page.goto(TOOL)
    expect(heinz.page.locator("[data-offline-notice]")).to_contain_text("Das Netz ist sehr langsam.")
    line.becomes("ok")
    expect(heinz.page.locator("[data-offline-notice]")).to_contain_text("Netz ist da.", timeout=60_000)


@pytest.mark.parametrize("weather", ["portal-200", "portal-302"])
def test_a_captive_portal_is_named_and_never_kept(heinz, line, weather):
    heinz.visit(TOOL)
    line.becomes(weather)
    heinz.page.goto(TOOL)
    expect(heinz.page.locator("[data-offline-notice]")).to_contain_text("Dieses WLAN will erst eine Anmeldung.")
    expect(heinz.page.locator("h1")).to_contain_text("nuudel")
    assert "Willkommen im WLAN" not in str(heinz.everything())


def test_a_captive_portal_is_named_where_nothing_is_kept(heinz, line):
    line.becomes("portal-200")
    heinz.page.goto(NEVER)
    expect(heinz.page.locator("h1")).to_have_text("Diese Seite liegt nicht auf diesem Gerät")
    expect(heinz.page.locator("[data-offline-notice]")).to_contain_text("Dieses WLAN will erst eine Anmeldung.")
    assert NEVER not in heinz.kept()


def age(reader, *, days: int, part: str = "") -> None:
    """As if everything had been visited so long ago, or taken along as a part of the pack."""
    reader.page.evaluate(
        """async ([ms, part]) => {
          const { name } = (await indexedDB.databases()).find(({ name }) => name.startsWith("kept-"))
          const db = await new Promise(resolve => indexedDB.open(name).onsuccess = event => resolve(event.target.result))
          const store = db.transaction("pages", "readwrite").objectStore("pages")
          const rows = await new Promise(resolve => store.getAll().onsuccess = event => resolve(event.target.result))
          for (const row of rows) store.put({ ...row, at: row.at - ms, parts: part ? [part] : row.parts })
          await new Promise(resolve => store.transaction.oncomplete = resolve)
          db.close()
        }""",
        [days * 86_400_000, part],
    )


def test_an_answer_from_before_does_not_take_away_what_has_arrived_since(heinz, hand_of, line):
    ole = hand_of("ole")
    topic = ole.open_topic("Wer bringt die Bänke?")
    heinz.visit(topic)
    ole.reply(topic, "Zwei bringe ich.")
    line.becomes("trickle", f"GET {topic}", times=1, octets=600)  # made before his reply, there after it
    heinz.page.goto(topic)
    heinz.page.get_by_label("Ihre Antwort").fill("Und ich drei.")
    heinz.page.get_by_role("button", name="Absenden").click()
    expect(heinz.page.get_by_text("Quittungswort:")).to_be_visible()

    expect(heinz.page.get_by_text("Zwei bringe ich.")).to_be_visible()
    expect(heinz.page.locator(".post", has_text="Und ich drei.")).to_have_count(1)
