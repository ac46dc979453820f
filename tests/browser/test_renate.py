"""Renate, 61, coordinates Hollerdorf: she looks for something that helps, writes, and prints."""

import re

from playwright.sync_api import expect

from tests.browser.phones import TO_COPY
from tests.browser.printing import A4, codes_on, printed_pages


def test_a_wish_in_her_words_leads_to_a_whole_page_with_the_paper_beside_it(page_of):
    page = page_of("renate")
    page.goto("/tools")

    page.get_by_role("link", name="alle schnell erreichen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("alle schnell erreichen")
    expect(page.locator("main").get_by_role("link", name="Telefonkette")).to_be_visible()
    page.locator("main").get_by_role("link", name="Signal").click()

    for heading in ("So fangen Sie an", "Was auf Papier bleibt", "Wann lieber nicht", "Dasselbe auf Papier"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    page.locator("section", has_text="Dasselbe auf Papier").get_by_role("link", name="Telefonkette").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Telefonkette")
    expect(page.get_by_role("link", name="Drucken (A4)")).to_be_visible()


def test_a_tool_prints_on_one_a4_page_with_a_code_that_leads_back(page_of, server):
    page = page_of("renate")
    page.goto("/tools/telefonkette")

    page.get_by_role("link", name="Drucken (A4)").click()
    expect(page.locator(".sheet")).to_be_visible()

    assert printed_pages(page) == [A4]
    assert codes_on(page, ".sheet__square") == [f"{server.address}/tools/telefonkette"]


def test_the_form_of_the_paper_way_prints_on_one_page_across(page_of):
    page = page_of("renate")
    page.goto("/tools/telefonkette")

    page.get_by_role("link", name="Vordruck").click()
    expect(page.locator(".sheet")).to_be_visible()

    assert printed_pages(page) == [A4[::-1]]


def test_what_the_catalogue_does_not_know_she_asks_with_one_touch(page_of):
    page = page_of("renate")
    page.goto("/tools/signal")

    page.get_by_role("link", name="Wissen Sie es?").first.click()

    expect(page.get_by_label("Titel")).to_have_value("Signal: Wer weiß es?")
    expect(page.get_by_label("Raum")).to_have_value("werkzeuge")
    page.get_by_label("Ihr Beitrag").fill("Läuft es auch auf einem alten Tablet?")
    page.get_by_role("button", name="Absenden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Signal: Wer weiß es?")


def test_her_half_written_reply_stays_when_the_topic_closes_meanwhile(page_of, hand_of):
    topic = hand_of("ole").open_topic("Wer schließt den Saal ab?")
    page = page_of("renate")
    page.goto(topic)
    page.get_by_label("Ihre Antwort").fill("Ich schließe ab, der Schlüssel liegt bei mir.")
    hand_of("jonas").close(topic, "Renate schließt ab.")

    page.get_by_role("button", name="Absenden").click()

    refused = page.locator("[data-pending=needs-you]")
    expect(refused).to_contain_text(re.compile("Das Thema wurde um .* geschlossen"))
    expect(refused).to_be_in_viewport()
    for act in ("Ändern", "An das Projektteam", "Kopieren", "Verwerfen"):
        expect(refused.get_by_role("button", name=act)).to_be_visible()
    assert "Ich schließe ab, der Schlüssel liegt bei mir." in page.evaluate(TO_COPY)


def test_what_somebody_writes_to_her_waits_on_her_start_page(page_of, hand_of):
    topic = hand_of("renate").open_topic("Wer bringt am Freitag die Leiter?")
    page = page_of("renate")
    page.goto(topic)
    hand_of("ole").reply(topic, "Die steht schon im Saal.")

    page.goto("/")

    page.get_by_role("link", name=re.compile("Wer bringt am Freitag die Leiter")).first.click()
    expect(page.locator(".post", has_text="Die steht schon im Saal.")).to_be_visible()
