"""What the server refuses stays with its person, with the reason, and stops nothing else."""

import pytest
from playwright.sync_api import expect

from tests.browser.core.halls import POSTS

BUTTONS = ("Ändern", "An das Projektteam", "Kopieren", "Verwerfen")
INVISIBLE = "\u202e"


@pytest.mark.parametrize("status", ["403 No", "404 Gone", "410 Gone", "413 Too large", "422 No"])
def test_a_refusal_keeps_the_text_and_the_next_thing_goes(hall, hand_of, status):
    """Failures 10 to 13 and 57: as the device sees them; the server's reasons have tests of their own."""
    hall.line.becomes("error", POSTS, times=1, status=status)
    shown = hall.reply("Ich bringe zwei.")

    expect(shown).to_contain_text("Braucht Ihre Entscheidung. Ihr Text ist noch da.")
    for words in BUTTONS:
        expect(shown.get_by_role("button", name=words, exact=True)).to_be_visible()
    assert hall.state() == "needs-you"

    hall.topic = hand_of("ole").open_topic("Und wer bringt Stühle?")
    hall.enter()
    hall.reply("Ich bringe drei.")
    assert hall.arrives("Ich bringe drei.")
    assert [row["state"] for row in hall.rows()] == ["needs-you", "arrived"]


def test_a_closed_topic_gives_the_text_back_with_the_reason(hall, hand_of):
    """Failures 11 to 13, from the server itself."""
    hall.line.becomes("refuse", POSTS)
    shown = hall.reply("Ich bringe vier.")
    assert hall.has_tried(1)
    hand_of("jonas").close(hall.topic, "Alles da.")

    hall.network_is_back()

    expect(shown).to_contain_text("Braucht Ihre Entscheidung.")
    expect(shown.locator("[data-pending-reason]")).to_be_visible()
    assert hall.on_the_server() == []
    assert hall.state() == "needs-you"


def test_what_follows_a_refused_topic_waits_for_it(hall, hand_of):
    """Failures 56 and 57."""
    hall.page.goto("/forum/topics/new")
    hall.line.becomes("refuse")
    hall.page.get_by_label("Titel").fill(f"Wer hat den{INVISIBLE} Schlüssel?")
    hall.page.get_by_label("Ihr Beitrag").fill("Für den Saal.")
    hall.page.get_by_role("button", name="Absenden").last.click()
    topic = hall.page.locator("section[data-pending]")
    topic.get_by_label("Ihre Antwort").fill("Gefunden!")
    topic.get_by_role("button", name="Absenden").click()
    expect(topic.locator(".post", has_text="Gefunden!")).to_contain_text("Wartet auf: Ihr Thema")

    hall.network_is_back()

    expect(topic).to_contain_text("Braucht Ihre Entscheidung.")
    assert [row["state"] for row in hall.rows()] == ["needs-you", "saved"]
    hall.enter()
    hall.reply("Etwas ganz anderes.")
    assert hall.arrives("Etwas ganz anderes.")
    assert [row["state"] for row in hall.rows()] == ["needs-you", "saved", "arrived"]
