"""„Funkloch üben“: a phone that behaves as without a network, and says so."""

from playwright.sync_api import expect

from tests.serving.starts import wait_until

LINE = "Sie üben Funkloch, bis"


def begin(bag) -> None:
    bag.page.get_by_role("button", name="Funkloch üben").click()
    expect(bag.page.locator("[data-practice]")).to_contain_text(LINE)


def end(bag) -> None:
    bag.page.locator("[data-practice]").get_by_role("button", name="Beenden").click()
    expect(bag.page.locator("[data-practice]")).to_be_hidden()


def test_while_practising_pages_come_from_the_phone_and_say_so(renate):
    begin(renate)

    renate.open("/tools/nuudel")
    expect(renate.page.locator("[data-practice]")).to_contain_text(LINE)
    expect(renate.page.locator("[data-offline-notice]")).to_contain_text("Von diesem Gerät.")
    renate.open("/initiatives")
    expect(renate.page.locator("h1")).to_have_text("Diese Seite liegt nicht auf diesem Gerät")
    end(renate)

    renate.open("/initiatives")
    expect(renate.page.locator("h1")).to_have_text("Initiativen")


def test_it_holds_in_all_tabs(renate):
    other = renate.phone.context.new_page()
    other.goto("/tools/nuudel")
    begin(renate)

    expect(other.locator("[data-practice]")).to_contain_text(LINE)
    other.locator("[data-practice]").get_by_role("button", name="Beenden").click()
    expect(renate.page.locator("[data-practice]")).to_be_hidden()
    other.close()


def test_what_only_the_network_can_do_is_not_sent_and_says_why(renate, hand_of):
    topic = hand_of("pavel").open_topic("Wer beobachtet mit?")
    renate.open(topic)
    renate.open("/pack")
    begin(renate)
    renate.open(topic)
    renate.line.forget()

    renate.page.get_by_role("button", name="Beobachten").first.click()

    expect(renate.page.get_by_role("alert").first).to_contain_text(
        "Das geht nur mit Netz, und Sie üben gerade das Funkloch."
    )
    assert renate.line.asked("POST *") == 0
    end(renate)


def test_what_is_written_waits_and_arrives_when_practice_ends(renate, hand_of):
    topic = hand_of("pavel").open_topic("Wer bringt die Leiter?")
    renate.open(topic)
    renate.open("/pack")
    begin(renate)
    renate.open(topic)

    renate.page.locator("form[data-outbox=post] textarea").fill("Die Leiter bringe ich.")
    renate.page.locator("form[data-outbox=post] button[type=submit]").first.click()
    expect(renate.page.locator("[data-pending]")).to_contain_text("Die Leiter bringe ich.")
    renate.page.wait_for_timeout(500)
    assert "Die Leiter bringe ich." not in hand_of("pavel").request.get(topic).text()

    end(renate)
    assert wait_until(lambda: "Die Leiter bringe ich." in hand_of("pavel").request.get(topic).text(), 20)
    expect(renate.page.locator("[data-pending]")).to_have_count(0)
    assert hand_of("pavel").request.get(topic).text().count("Die Leiter bringe ich.") == 1


def test_it_ends_by_itself_after_half_an_hour(bag_of):
    bag = bag_of("renate")
    bag.page.clock.install()
    bag.open("/pack")
    bag.require("basic")
    begin(bag)

    bag.page.clock.fast_forward("29:00")
    expect(bag.page.locator("[data-practice]")).to_be_visible()
    bag.page.clock.fast_forward("01:01")
    expect(bag.page.locator("[data-practice]")).to_be_hidden()


def test_what_was_left_on_is_over_at_the_next_visit(renate):
    begin(renate)
    renate.page.evaluate(
        """async () => {
          const db = await new Promise(resolve => {
            const asked = indexedDB.open("outbox")
            asked.onsuccess = () => resolve(asked.result)
          })
          const tx = db.transaction("meta", "readwrite")
          tx.objectStore("meta").put({until: Date.now() - 1000}, "practice")
          await new Promise(resolve => { tx.oncomplete = resolve })
          db.close()
        }"""
    )

    renate.open("/tools/nuudel")
    expect(renate.page.locator("[data-practice]")).to_be_hidden()
    renate.open("/initiatives")
    expect(renate.page.locator("h1")).to_have_text("Initiativen")
