"""Whoever sends it, and however often: it is there once."""

from playwright.sync_api import expect

from tests.browser.core.halls import POSTS
from tests.browser.core.workers import Workshop
from tests.serving.starts import wait_until

ONLINE = "dispatchEvent(new Event('online'))"


def test_two_tabs_that_hear_of_the_network_together_send_it_once(hall):
    """Failure 2."""
    other = hall.another_tab()
    hall.line.becomes("refuse", POSTS)
    hall.reply("Ich bringe zwei.")
    assert hall.has_tried(1)
    hall.line.becomes("ok")
    hall.line.latency = 0.2
    hall.line.forget()

    hall.page.evaluate(ONLINE)
    other.page.evaluate(ONLINE)

    assert hall.arrives("Ich bringe zwei.")
    assert hall.becomes("arrived")
    assert hall.line.asked(POSTS) == 1
    expect(other.page.locator(".post", has_text="Ich bringe zwei.")).to_have_count(1)


def test_page_and_worker_together_send_it_once(hall):
    """Failure 3."""
    workshop = Workshop(hall.page, hall.line.address)
    hall.line.becomes("refuse", POSTS)
    hall.reply("Ich bringe drei.")
    assert hall.has_tried(1)
    hall.line.becomes("ok")
    hall.line.latency = 0.2
    hall.line.forget()

    workshop.wake()
    hall.page.evaluate(ONLINE)

    assert hall.arrives("Ich bringe drei.")
    assert hall.becomes("arrived")
    assert hall.line.asked(POSTS) == 1


def test_with_no_page_open_the_worker_sends_it(hall):
    context = hall.page.context
    context.set_offline(True)
    hall.reply("Ich bringe vier.")
    assert wait_until(lambda: hall.page.evaluate(REGISTERED), 20)
    hall.page.goto("about:blank")

    context.set_offline(False)

    assert hall.arrives("Ich bringe vier.")


def test_a_page_closed_while_it_sends_loses_nothing(hall):
    hall.line.becomes("stall", POSTS)
    hall.reply("Ich bringe fünf.")
    assert hall.arrives("Ich bringe fünf.")
    hall.page.goto("about:blank")
    hall.line.becomes("ok")

    hall.enter()

    assert hall.becomes("arrived")
    assert hall.on_the_server() == ["Ich bringe fünf."]


def test_a_worker_ended_while_it_sends_loses_nothing(hall):
    """Failure 48."""
    workshop = Workshop(hall.page, hall.line.address)
    hall.line.becomes("refuse", POSTS)
    hall.reply("Ich bringe sechs.")
    assert hall.has_tried(1)
    hall.page.goto("about:blank")
    hall.line.becomes("stall", POSTS)
    workshop.wake()
    assert hall.arrives("Ich bringe sechs.")
    workshop.stop()
    hall.line.becomes("ok")

    hall.enter()

    assert hall.becomes("arrived")
    assert hall.on_the_server() == ["Ich bringe sechs."]


REGISTERED = "async () => (await (await navigator.serviceWorker.ready).sync.getTags()).length > 0"
