"""What a device does by itself: closes its database, has a wrong clock, no worker, no room."""

import pytest
from playwright.sync_api import expect

from tests.browser.core.halls import POSTS, Hall
from tests.serving.starts import wait_until

# Keeps every connection to a database, so that the test can close it behind the page's back as iOS does.
WATCHED = """() => {
  globalThis.connections = []
  const open = IDBFactory.prototype.open
  IDBFactory.prototype.open = function (...words) {
    const asking = open.apply(this, words)
    asking.addEventListener("success", () => connections.push(asking.result))
    return asking
  }
}"""
CLOSED = """announced => {
  for (const db of connections.splice(0)) {
    db.close()
    if (announced) db.dispatchEvent(new Event("close"))
  }
}"""


@pytest.mark.parametrize("announced", [True, False])
def test_a_database_closed_behind_the_pages_back_is_opened_anew(phone, hall, announced):
    """Failure 43."""
    phone.page.add_init_script(f"({WATCHED})()")
    hall.enter()
    expect(hall.page.locator("form[data-outbox=post]").first).to_be_visible()
    hall.page.evaluate(CLOSED, announced)

    hall.reply("Ich bringe zwei.")

    assert hall.arrives("Ich bringe zwei.")


def test_a_clock_that_jumps_does_not_change_the_order(hall):
    """Failure 60."""
    hall.line.becomes("refuse", POSTS)
    hall.page.clock.set_system_time("2031-05-01T08:00:00Z")
    hall.reply("Zuerst das.")
    assert hall.has_tried(1)
    hall.page.clock.set_system_time("2016-05-01T08:00:00Z")
    hall.reply("Dann das.")
    assert wait_until(lambda: len(hall.rows()) == 2, 20)

    hall.network_is_back()

    assert hall.arrives("Zuerst das.", "Dann das.")


def test_without_a_worker_the_page_keeps_and_sends(phones, line, hand_of):
    """Failure 85."""
    ole, phone = hand_of("ole"), phones("renate", address=line.address, workers="block")
    hall = Hall(phone.page, line, ole, ole.open_topic("Wer hilft am Abend?")).enter(worker=False)
    line.becomes("refuse")
    shown = hall.reply("Ich helfe.")
    expect(shown).to_have_attribute("data-pending", "saved")

    hall.network_is_back()

    assert hall.arrives("Ich helfe.")


def test_where_nothing_can_be_kept_it_goes_at_once_as_a_form(phone, hall):
    """Failure 44: no word says that it was saved."""
    phone.page.add_init_script(
        "IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError') }"
    )
    hall.enter()

    hall.reply("Ich bringe fünf.")

    assert hall.arrives("Ich bringe fünf.")
    expect(hall.page.locator("[data-pending]")).to_have_count(0)


def test_where_nothing_can_be_kept_and_no_line_is_the_text_stays_in_the_form(phone, hall):
    """Failure 44."""
    phone.page.add_init_script(
        "IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError') }"
    )
    hall.enter()
    hall.line.becomes("refuse")

    hall.reply("Ich bringe sechs.")

    expect(hall.page.get_by_role("alert")).to_contain_text("Kein Netz.")
    expect(hall.page.get_by_label("Ihre Antwort").first).to_have_value("Ich bringe sechs.")
    assert hall.rows() == []
