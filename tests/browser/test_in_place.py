"""With JavaScript a page stays where it is: reply, change, filter, older posts; and nothing typed is lost."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.phones import TO_COPY
from tests.browser.staying import require_stayed, stay
from tests.uploads.pictures import jpeg


@pytest.fixture
def renate(page_of):
    return page_of("renate")


def test_a_reply_comes_below_the_last_post_and_takes_the_focus(renate, hand_of):
    renate.goto(hand_of("ole").open_topic("Wer bringt Tische?", "Wir brauchen sechs.\n\n" * 40))
    renate.get_by_label("Ihre Antwort").fill("Ich bringe zwei.")
    stay(renate)

    renate.get_by_role("button", name="Absenden").click()

    mine = renate.locator(".post").last
    expect(mine).to_contain_text("Ich bringe zwei.")
    expect(mine).to_be_focused()
    expect(mine).to_be_in_viewport()
    expect(renate.get_by_label("Ihre Antwort")).to_have_value("")
    assert renate.evaluate("scrollY") > 0
    require_stayed(renate)


def test_two_replies_after_each_other_are_two_posts(renate, hand_of):
    renate.goto(hand_of("ole").open_topic("Wer bringt Stühle?"))

    for words in ("Ich bringe drei.", "Und noch einen."):
        renate.get_by_label("Ihre Antwort").fill(words)
        renate.get_by_role("button", name="Absenden").click()
        expect(renate.locator(".post").last).to_contain_text(words)

    assert renate.locator(".post").count() == 3


def test_a_refused_reply_keeps_the_text_and_can_be_sent_again(renate, hand_of):
    renate.goto(hand_of("ole").open_topic("Wer bringt Tassen?"))
    renate.get_by_label("Ihre Antwort").fill("Ich bringe\u202e zwölf.")
    stay(renate)

    renate.get_by_role("button", name="Absenden").click()

    refused = renate.locator(".post[data-pending=needs-you]")
    expect(refused).to_be_focused()
    expect(refused.locator("[data-pending-reason]")).to_contain_text("unsichtbare Zeichen")
    refused.get_by_role("button", name="Ändern").click()
    refused.get_by_label("Ihre Antwort").fill("Ich bringe zwölf.")
    refused.get_by_role("button", name="Absenden").click()
    expect(renate.locator("[data-pending]")).to_have_count(0)
    expect(renate.locator(".post").last).to_contain_text("Ich bringe zwölf.")
    require_stayed(renate)


def test_her_text_survives_a_look_at_another_page(renate, hand_of):
    renate.goto(hand_of("ole").open_topic("Wer bringt Teller?"))
    renate.get_by_label("Ihre Antwort").fill("Halb geschrieben")

    renate.get_by_role("link", name="Forum", exact=True).first.click()
    expect(renate.get_by_role("heading", level=1)).to_have_text("Forum")
    renate.go_back()

    expect(renate.get_by_label("Ihre Antwort")).to_have_value("Halb geschrieben")


def test_after_a_reply_and_back_the_next_one_is_another_post(renate, hand_of):
    renate.goto(hand_of("ole").open_topic("Wer bringt Löffel?"))
    for words in ("Ich bringe vier.", "Und vier Gabeln."):
        renate.get_by_label("Ihre Antwort").fill(words)
        renate.get_by_role("button", name="Absenden").click()
        expect(renate.locator(".post").last).to_contain_text(words)
        renate.get_by_role("link", name="Forum", exact=True).first.click()
        expect(renate.get_by_role("heading", level=1)).to_have_text("Forum")
        renate.go_back()
        expect(renate.locator(".post").last).to_contain_text(words)

    expect(renate.locator(".post")).to_have_count(3)


def test_what_she_types_after_a_reply_survives_a_look_at_another_page_too(renate, hand_of):
    renate.goto(hand_of("ole").open_topic("Wer bringt Messer?"))
    renate.get_by_label("Ihre Antwort").fill("Ich bringe eins.")
    renate.get_by_role("button", name="Absenden").click()
    expect(renate.locator(".post").last).to_contain_text("Ich bringe eins.")
    renate.get_by_label("Ihre Antwort").fill("Noch etwas")

    renate.get_by_role("link", name="Forum", exact=True).first.click()
    expect(renate.get_by_role("heading", level=1)).to_have_text("Forum")
    renate.go_back()

    expect(renate.locator(".post").last).to_contain_text("Ich bringe eins.")
    expect(renate.get_by_label("Ihre Antwort")).to_have_value("Noch etwas")


def test_a_hasty_second_tap_sends_nothing_twice(renate, hand_of):
    renate.goto(hand_of("ole").open_topic("Wer bringt Decken?"))
    renate.get_by_label("Ihre Antwort").fill("Ich bringe fünf.")

    renate.get_by_role("button", name="Absenden").dblclick()

    expect(renate.locator(".post").last).to_contain_text("Ich bringe fünf.")
    expect(renate.get_by_label("Ihre Antwort")).to_have_value("")
    expect(renate.get_by_text("Quittungswort:")).to_be_visible()
    renate.reload()
    expect(renate.locator(".post", has_text="Ich bringe fünf.")).to_have_count(1)


def test_a_photo_goes_along_and_is_shown_at_once(renate, hand_of):
    renate.goto(hand_of("ole").open_topic("Wie sieht der Schaukasten aus?"))
    stay(renate)
    renate.get_by_text("Foto oder Datei anhängen").click()
    renate.get_by_label(re.compile("^Foto")).set_input_files(
        {"name": "IMG_2.jpg", "mimeType": "image/jpeg", "buffer": jpeg(800, 600)}
    )
    expect(renate.get_by_text("IMG_2.jpg")).to_be_visible()
    renate.get_by_label("Ihre Antwort").fill("So sieht er aus.")

    renate.get_by_role("button", name="Absenden").click()

    expect(renate.locator(".post").last.get_by_role("img", name="Foto ohne Beschreibung")).to_be_visible()
    expect(renate.get_by_text("IMG_2.jpg")).to_have_count(0)
    require_stayed(renate)


def test_a_change_refused_because_the_topic_closed_keeps_her_words(renate, hand_of):
    topic = hand_of("renate").open_topic("Wann kommt der Bus?", "Um acht.")
    renate.goto(topic)
    renate.get_by_role("link", name="Ändern").click()
    renate.get_by_label("Ihr Beitrag").fill("Um neun, an der Kirche.")
    hand_of("jonas").close(topic, "Er kommt um acht.")

    renate.get_by_role("button", name="Speichern").click()

    expect(renate.locator("[data-pending=needs-you]")).to_contain_text(re.compile("Das Thema wurde um .* geschlossen"))
    assert "Um neun, an der Kirche." in renate.evaluate(TO_COPY)


def test_a_post_is_changed_where_it_stands(renate, hand_of):
    renate.goto(hand_of("renate").open_topic("Wann beginnt das Fest?", "Um zwei."))
    stay(renate)

    renate.get_by_role("link", name="Ändern").click()
    expect(renate.get_by_label("Ihr Beitrag")).to_be_focused()
    renate.get_by_label("Ihr Beitrag").fill("Um drei.")
    renate.get_by_role("button", name="Speichern").click()

    post = renate.locator("article.post:visible")
    expect(post).to_contain_text("Um drei.")
    expect(post).to_contain_text("geändert")
    expect(post).to_be_focused()
    require_stayed(renate)


def test_calling_a_change_off_shows_the_post_again(renate, hand_of):
    renate.goto(hand_of("renate").open_topic("Wann endet das Fest?", "Um zehn."))
    stay(renate)
    renate.get_by_role("link", name="Ändern").click()
    renate.get_by_label("Ihr Beitrag").fill("Nie.")

    renate.get_by_role("link", name="Abbrechen").click()

    expect(renate.locator("article.post")).to_contain_text("Um zehn.")
    expect(renate.locator("article.post")).to_be_focused()
    require_stayed(renate)


@pytest.mark.parametrize(("choice", "text"), [("Meine Fassung senden", "An der Kirche."), ("Verwerfen", "Am Saal.")])
def test_of_two_browsers_one_wins_and_the_other_sees_both_texts(renate, phones, hand_of, choice, text):
    topic = hand_of("renate").open_topic("Wo steht der Bus?", "Am Bahnhof.")
    laptop = phones("renate").page
    for page in (renate, laptop):
        page.goto(topic)
        page.get_by_role("link", name="Ändern").click()
    laptop.get_by_label("Ihr Beitrag").fill("Am Saal.")
    laptop.get_by_role("button", name="Speichern").click()
    expect(laptop.locator("article.post:visible")).to_contain_text("Am Saal.")
    expect(laptop.locator("[data-pending]")).to_have_count(0)
    renate.get_by_label("Ihr Beitrag").fill("An der Kirche.")

    renate.get_by_role("button", name="Speichern").click()

    refused = renate.locator("[data-pending=needs-you]")
    expect(refused).to_contain_text("Am Saal.")
    expect(refused).to_contain_text("An der Kirche.")
    refused.get_by_role("button", name=choice).click()
    if choice == "Verwerfen":
        renate.locator("dialog").get_by_role("button", name=choice).click()
    expect(renate.locator("[data-pending]")).to_have_count(0)
    renate.reload()
    expect(renate.locator("article.post")).to_contain_text(text)
