"""What was refused comes back with the reason and a way on: closed, taken away, too long, gone, merged, changed by others."""

import re

import pytest
from playwright.sync_api import Page, expect

RECEIPT = re.compile(r"^\S+-\d+$")


@pytest.fixture
def late(phone, renate, hand_of):
    """`late(topic, "Ja.", meanwhile)` writes a reply in the hall, lets `meanwhile` happen, and is back at /outbox."""

    def written(topic: str, words: str, meanwhile):
        renate.goto(topic)
        phone.context.set_offline(True)
        renate.get_by_label("Ihre Antwort").fill(words)
        renate.get_by_role("button", name="Absenden").click()
        expect(renate.locator("[data-pending]")).to_have_count(1)
        meanwhile()
        renate.goto("/outbox")
        phone.context.set_offline(False)
        return renate.locator("#outbox-needs article", has_text=words[:40])

    return written


def others(page: Page) -> list[str]:
    return page.locator("#outbox-needs article [data-act]").all_inner_texts()


def test_a_closed_topic_goes_to_the_project_team(phone, renate, late, hand_of, page_of):
    ole = hand_of("renate")
    topic = ole.open_topic("Wer bringt Leitern?")
    card = late(topic, "Ich bringe zwei Leitern.", lambda: ole.close(topic, "Es sind genug da."))

    expect(card).to_contain_text(re.compile(r"Das Thema wurde um \S+ geschlossen: Es sind genug da\."))
    expect(card.get_by_role("link", name="Ich bringe zwei Leitern.")).to_have_attribute("href", topic)
    expect(card.locator(".button--filled")).to_have_text("An das Projektteam")
    expect(card).to_contain_text("Braucht Ihre Entscheidung. Ihr Text ist noch da.")
    expect(card).to_contain_text("Ich bringe zwei Leitern.")
    assert others(renate) == ["An das Projektteam", "Ändern", "Kopieren", "Verwerfen"]
    phone.context.set_offline(True)
    card.get_by_role("button", name="An das Projektteam").click()

    expect(card).to_contain_text("Geht an das Projektteam, sobald Netz da ist. Bis dahin bleibt der Text hier.")
    expect(renate.locator("#outbox-waiting [data-kind=letter]")).to_have_count(1)
    phone.context.set_offline(False)
    expect(card).to_have_count(0)
    letter = renate.locator("#outbox-arrived [data-kind=letter]")
    expect(letter.locator(".slip__code")).to_have_text(RECEIPT)
    letter.get_by_role("link").click()
    expect(renate.locator("main")).to_contain_text("Ich bringe zwei Leitern.")


def test_with_a_network_a_letter_says_that_it_is_there(renate, late, hand_of):
    ole = hand_of("renate")
    topic = ole.open_topic("Wer bringt Seile?")
    card = late(topic, "Ich bringe ein Seil.", lambda: ole.close(topic, "Es sind genug da."))

    card.get_by_role("button", name="An das Projektteam").click()

    expect(card).to_have_count(0)
    expect(renate.locator("#outbox-said")).to_have_text(re.compile(r"^Angekommen um \S+ Quittungswort: \S+-\d+$"))


def test_a_letter_that_is_taken_back_loses_nothing(phone, renate, late, hand_of):
    ole = hand_of("renate")
    topic = ole.open_topic("Wer bringt Eimer?")
    card = late(topic, "Ich bringe drei Eimer.", lambda: ole.close(topic, "Es sind genug da."))
    expect(card).to_have_count(1)
    phone.context.set_offline(True)
    card.get_by_role("button", name="An das Projektteam").click()
    renate.locator("#outbox-waiting [data-kind=letter]").get_by_role("button", name="Verwerfen").click()
    renate.locator("#ask").get_by_role("button", name="Verwerfen").click()

    expect(renate.locator("#outbox-waiting article")).to_have_count(0)
    expect(card.get_by_role("button", name="An das Projektteam")).to_be_visible()


def test_too_long_a_text_is_made_shorter_here(renate, late, hand_of):
    topic = hand_of("ole").open_topic("Wer bringt Farbe?")
    card = late(topic, "Viel Farbe. " * 900, lambda: None)

    expect(card).to_contain_text("zu lang")
    expect(card.locator(".button--filled")).to_have_text("Ändern")
    card.get_by_role("button", name="Ändern").click()
    expect(card.get_by_label("Ihre Antwort")).to_have_attribute("aria-invalid", "true")
    card.get_by_label("Ihre Antwort").fill("Viel Farbe.")
    card.get_by_role("button", name="Absenden").click()

    expect(renate.locator("#outbox-arrived article", has_text="Viel Farbe.")).to_have_count(1)
    expect(card).to_have_count(0)


def test_both_texts_of_a_change_stand_side_by_side(phone, renate, hand_of):
    own = hand_of("renate")
    topic = own.open_topic("Wann kommt der Bus?", "Um sechs.")
    renate.goto(topic)
    phone.context.set_offline(True)
    renate.get_by_role("link", name="Ändern").click()
    renate.get_by_label("Ihr Beitrag").fill("Um sieben.")
    renate.get_by_role("button", name="Speichern").click()
    expect(renate.locator("[data-pending]")).to_have_count(1)
    post, version = edited_post(own, topic)
    own.write(post, body="Um acht.", version=version)
    renate.goto("/outbox")
    phone.context.set_offline(False)

    card = renate.locator("#outbox-needs article")
    expect(card.locator("[data-slot=theirs]")).to_contain_text("Um acht.")
    expect(card.locator("[data-slot=theirs]")).to_contain_text("Um sieben.")
    card.get_by_role("button", name="Ändern").click()
    card.get_by_role("button", name="Text von dort übernehmen").click()
    expect(card.locator("textarea")).to_have_value("Um acht.")
    card.locator("textarea").fill("Um acht, sonntags um sieben.")
    card.get_by_role("button", name="Absenden").click()

    renate.locator("#outbox-arrived a").first.click()
    expect(renate.locator(".post [data-field=body]")).to_have_text(["Um acht, sonntags um sieben."])


def edited_post(hand, topic: str) -> tuple[str, str]:
    """Where the first post of a topic is changed, and its version."""
    html = hand.request.get(topic).text()
    post = re.search(r"/forum/posts/[0-9a-f-]{36}", html)[0]
    return post, re.search(r'name="version" value="([^"]+)"', hand.request.get(f"{post}/edit").text())[1]


def test_my_text_stands_after_a_conflict_with_one_tap(phone, renate, hand_of):
    own = hand_of("renate")
    topic = own.open_topic("Wann kommt die Post?", "Um sechs.")
    renate.goto(topic)
    phone.context.set_offline(True)
    renate.get_by_role("link", name="Ändern").click()
    renate.get_by_label("Ihr Beitrag").fill("Um sieben.")
    renate.get_by_role("button", name="Speichern").click()
    expect(renate.locator("[data-pending]")).to_have_count(1)
    post, version = edited_post(own, topic)
    own.write(post, body="Um acht.", version=version)
    renate.goto("/outbox")
    phone.context.set_offline(False)

    renate.locator("#outbox-needs").get_by_role("button", name="Meine Fassung senden").click()

    renate.locator("#outbox-arrived a").first.click()
    expect(renate.locator(".post [data-field=body]")).to_have_text(["Um sieben."])


PROCESS = "Ein Heft im Saal."


def test_a_merged_need_takes_the_words_as_an_answer(phone, renate, hand_of):
    told = {"analogue_process": PROCESS, "difficulty": "Niemand weiß es.", "share": "1"}
    own = hand_of("renate")
    mine = own.write("/needs", title="Wo liegt das Kartenheft?", **told)
    other = hand_of("ole").write("/needs", title="Wo liegen Karten?", **told)
    renate.goto(f"{mine}/edit")
    phone.context.set_offline(True)
    renate.get_by_label("Was klappt nicht gut?").fill("Das Heft ist schon wieder weg.")
    renate.get_by_role("button", name="Speichern").click()
    expect(renate.locator("[data-pending]")).to_have_count(1)
    hand_of("jonas").write(f"{mine}/merger", into=other.rpartition("/")[2])
    renate.goto("/outbox")
    phone.context.set_offline(False)

    card = renate.locator("#outbox-needs article")
    expect(card).to_contain_text("Der Bedarf wurde mit ‚Wo liegen Karten?‘ zusammengelegt. Dort einfügen?")
    card.get_by_role("button", name="Dort einfügen").click()

    expect(card).to_have_count(0)
    renate.locator("#outbox-arrived [data-kind=answer] a").click()
    expect(renate.locator("#answers")).to_contain_text("Das Heft ist schon wieder weg.")


def test_a_topic_that_went_out_of_reach_leaves_the_text_here(renate, late, hand_of):
    topic = hand_of("ole").open_topic("Wer bringt Kabel?")
    card = late(topic, "Ich bringe Kabel mit.", lambda: hand_of("jonas").write(f"{topic}/move", room="team"))

    expect(card).to_contain_text("Ich bringe Kabel mit.")
    expect(card).to_contain_text("Dieses Thema gibt es nicht mehr.")
    assert others(renate) == ["An das Projektteam", "Ändern", "Kopieren", "Verwerfen"]
