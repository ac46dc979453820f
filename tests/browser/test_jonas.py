"""Jonas, 33, of the project team: keeps tools up, invites with slips, closes topics, settles reports."""

import re

from playwright.sync_api import expect

from tests.browser.printing import A4, codes_on, printed_pages

STOPS = """target => {
  const stops = "a[href], button, input:not([type=hidden]), select, textarea, summary"
  const all = [...document.querySelectorAll(stops)].filter(stop => stop.checkVisibility())
  return all.indexOf(target) - all.indexOf(document.activeElement)
}"""


def invite(page, slug: str, *names: str) -> None:
    page.goto(f"/initiatives/{slug}/invitations")
    form = page.locator("form", has=page.get_by_role("heading", name="Viele auf einmal"))
    form.get_by_role("textbox").fill("\n".join(names))
    form.get_by_role("button", name="Alle einladen").click()


def redeem(page, code: str, name: str) -> None:
    """As somebody does who holds the slip: the address, then name and password."""
    page.goto("/join")
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Weiter").click()
    page.get_by_label("Ihr Name").fill(name)
    page.get_by_label("Passwort").fill("Apfel Birne Quitte")


def test_what_he_changes_of_a_tool_renate_reads(page_of):
    jonas, renate = page_of("jonas"), page_of("renate")
    jonas.goto("/tools/telefonkette")
    jonas.get_by_role("link", name="Ändern", exact=True).click()

    jonas.get_by_label("In einem Satz: Was tut es?").fill("Eine ruft zwei an, die rufen je zwei an.")
    jonas.get_by_role("button", name="Speichern").click()

    expect(jonas.locator(".lead")).to_have_text("Eine ruft zwei an, die rufen je zwei an.")
    renate.goto("/tools/telefonkette")
    expect(renate.locator(".lead")).to_have_text("Eine ruft zwei an, die rufen je zwei an.")


def test_two_invited_people_are_two_slips_on_one_a4_page(page_of, server):
    jonas = page_of("jonas")
    invite(jonas, "kraehenlohe", "Anna M.", "Bert K.")
    expect(jonas.get_by_role("status")).to_contain_text("2 Einladungen liegen bereit.")

    jonas.get_by_role("button", name="Zettel ansehen und drucken").click()

    expect(jonas.locator(".slips__to")).to_have_text(["Anna M.", "Bert K."])
    assert printed_pages(jonas) == [A4]
    codes = [code.replace("-", "") for code in jonas.locator(".slips__code").all_inner_texts()]
    assert codes_on(jonas, ".slips__qr") == [f"{server.address}/join/{code}" for code in codes]


def test_two_people_with_the_same_slip_one_gets_in_the_other_is_told_what_to_do(page_of, phones):
    jonas, first, second = page_of("jonas"), phones().page, phones().page
    invite(jonas, "westerkulen", "Cora P.")
    jonas.get_by_role("button", name="Zettel ansehen und drucken").click()
    code = jonas.locator(".slips__code").inner_text()
    for page in (first, second):
        redeem(page, code, "Cora P.")

    first.get_by_role("button", name="Mitmachen").click()
    second.get_by_role("button", name="Mitmachen").click()

    expect(first.get_by_role("heading", level=1)).to_contain_text("Cora P.")
    expect(second.get_by_role("heading", level=1)).to_have_text("Diese Einladung gilt nicht")
    expect(second.get_by_text("Fragen Sie sonst die Person, von der Sie den Zettel haben.")).to_be_visible()
    second.goto("/forum")
    expect(second.get_by_role("heading", level=1)).to_have_text("Anmelden")


def test_a_topic_he_closes_shows_renate_the_reason_above_it(page_of, hand_of):
    topic = hand_of("renate").open_topic("Wann ist die Begehung?")
    jonas, renate = page_of("jonas"), page_of("renate")
    jonas.goto(topic)
    jonas.get_by_text("Mehr", exact=True).click()
    jonas.get_by_role("link", name="Thema schließen").click()
    jonas.get_by_label("Was ist das Ergebnis?").fill("Am 3. Dezember um zehn, Treffpunkt Rathaus.")
    jonas.get_by_role("button", name="Thema schließen").click()

    renate.goto(topic)

    outcome = renate.locator("section", has=renate.get_by_role("heading", name="So ging es aus"))
    expect(outcome).to_contain_text("Am 3. Dezember um zehn, Treffpunkt Rathaus.")
    expect(renate.get_by_label("Ihre Antwort")).to_have_count(0)
    renate.goto("/forum/rooms/alle")
    expect(renate.locator(".row", has_text="Wann ist die Begehung?")).to_contain_text("geschlossen")


def test_a_report_leads_from_the_desk_to_the_post_and_is_settled_there(page_of, hand_of):
    topic = hand_of("ole").open_topic("Wer hat noch Stühle?", "Ruft Frau Lange an, 0221 4710.")
    post = topic.rpartition("/")[2]
    hand_of("renate").write(f"/forum/posts/{post}/report", reason="Da steht eine Telefonnummer.")
    jonas = page_of("jonas")
    jonas.goto("/desk")

    jonas.get_by_role("link", name="Ansehen: Wer hat noch Stühle?").click()
    report = jonas.locator(".notice", has_text="Da steht eine Telefonnummer.")
    expect(report).to_contain_text("Renate K. meldet")
    report.get_by_role("button", name="Erledigt").click()

    expect(jonas.get_by_role("status")).to_contain_text("Die Meldung ist erledigt.")
    expect(report).to_have_count(0)
    jonas.goto("/desk")
    expect(jonas.get_by_role("link", name="Ansehen: Wer hat noch Stühle?")).to_have_count(0)


def tab_to(page, target) -> None:
    """As many presses of the key as there are stops on the way."""
    for _ in range(target.evaluate(STOPS)):
        page.keyboard.press("Tab")
    expect(target).to_be_focused()


def test_from_a_list_of_names_to_printed_slips_without_a_mouse(page_of):
    page = page_of("jonas")
    page.goto("/desk/invitations")
    tab_to(page, page.get_by_label(re.compile("^Name; E-Mail")))
    page.keyboard.type("Dora F.\nEmil S.\nFrieda T.")
    tab_to(page, page.get_by_role("button", name="Alle einladen"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("3 Einladungen liegen bereit.")

    for name in ("Dora F.", "Emil S.", "Frieda T."):
        expect(page.get_by_role("checkbox", name=f"{name} auswählen")).to_be_checked()
    tab_to(page, page.get_by_role("checkbox", name="Emil S. auswählen"))
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Zettel ansehen und drucken"))
    page.keyboard.press("Enter")

    expect(page.locator(".slips__to")).to_have_text(["Dora F.", "Frieda T."])
