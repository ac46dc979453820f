"""Whatever goes wrong with a request, what was written stays where it was sent, and a sentence says how it is."""

import re

import pytest
from playwright.sync_api import expect

from tests.uploads.pictures import jpeg

PICTURE = {"name": "IMG_2.jpg", "mimeType": "image/jpeg", "buffer": jpeg(80, 60)}


@pytest.fixture
def phone(phones):
    return phones("renate")


@pytest.fixture
def renate(phone):
    return phone.page


def write(page, words: str) -> None:
    page.get_by_label("Ihre Antwort").fill(words)
    page.get_by_role("button", name="Absenden").click()


def end_session(page) -> None:
    page.context.clear_cookies()


def sign_in_again(page) -> None:
    form = page.locator("form", has=page.locator("input[type=password]"))
    form.locator("[name=email]").fill("renate@demo.example")
    form.locator("[name=password]").fill("nachbarschaft")
    form.locator("[name=device][value=mine]").check()
    form.locator("button").first.click()


def test_a_reply_after_the_session_ended_goes_after_the_next_sign_in(renate, hand_of):
    renate.goto(hand_of("ole").open_topic("Wer bringt Lampen?"), wait_until="networkidle")
    renate.get_by_text("Foto oder Datei anhängen").click()
    renate.get_by_label(re.compile("^Foto")).set_input_files(PICTURE)
    end_session(renate)

    write(renate, "Ich bringe zwei.")

    waiting = renate.locator(".post[data-pending]")
    expect(waiting).to_contain_text("Ich bringe zwei.")
    expect(waiting).to_contain_text("Bitte melden Sie sich an. Danach geht es von selbst weiter.")
    expect(waiting.get_by_role("img", name="IMG_2")).to_be_visible()
    renate.get_by_role("link", name="Anmelden").first.click()
    sign_in_again(renate)

    expect(renate.get_by_role("heading", level=1)).to_have_text("Wer bringt Lampen?")
    expect(renate.locator("[data-pending]")).to_have_count(0)
    expect(renate.locator(".post").last).to_contain_text("Ich bringe zwei.")
    expect(renate.locator(".post").last.get_by_role("img", name="Foto ohne Beschreibung")).to_be_visible()


def test_a_change_after_the_session_ended_waits(renate, hand_of):
    renate.goto(hand_of("renate").open_topic("Wer bringt Kannen?", "Ich eine."), wait_until="networkidle")
    renate.get_by_role("link", name="Ändern").click()
    renate.get_by_label("Ihr Beitrag").fill("Ich drei.")
    end_session(renate)

    renate.get_by_role("button", name="Speichern").click()

    waiting = renate.locator("[data-pending]")
    expect(waiting).to_contain_text("Bitte melden Sie sich an. Danach geht es von selbst weiter.")
    expect(waiting).to_contain_text("Ich drei.")


@pytest.mark.parametrize("status", [403, 404, 413, 429, 500, 502])
def test_an_answer_that_is_not_ours_takes_no_word_away(phone, renate, hand_of, status):
    renate.goto(hand_of("ole").open_topic(f"Wer bringt Becher {status}?"), wait_until="networkidle")
    renate.route(
        "**/posts", lambda route: route.fulfill(status=status, body="<h1>Proxy</h1>", content_type="text/html")
    )

    write(renate, "Ich bringe zehn.")

    expect(renate.locator(".post[data-pending=saved]")).to_contain_text("Ich bringe zehn.")
    renate.unroute("**/posts")
    renate.evaluate("dispatchEvent(new Event('online'))")
    expect(renate.locator("[data-pending]")).to_have_count(0)
    expect(renate.locator(".post").last).to_contain_text("Ich bringe zehn.")
    phone.complaints.clear()


def test_without_a_network_the_post_says_that_it_waits(renate, hand_of, phone):
    renate.goto(hand_of("ole").open_topic("Wer bringt Gläser?"), wait_until="networkidle")
    phone.context.set_offline(True)

    write(renate, "Ich bringe sechs.")

    waiting = renate.locator(".post[data-pending=saved]")
    expect(waiting).to_contain_text("Auf diesem Gerät gespeichert. Wird gesendet, sobald Netz da ist.")
    expect(waiting).to_contain_text("Ich bringe sechs.")
    phone.context.set_offline(False)
    expect(renate.locator("[data-pending]")).to_have_count(0)
    expect(renate.locator(".post").last).to_contain_text("Ich bringe sechs.")
    expect(renate.get_by_role("alert")).to_have_count(0)
    phone.complaints.clear()


def test_a_link_and_a_search_say_that_there_is_no_network(renate, phone):
    renate.goto("/forum")
    phone.context.set_offline(True)

    renate.get_by_role("searchbox").press_sequentially("bus")
    renate.wait_for_timeout(1000)  # what is looked up while she types is not missed
    expect(renate.get_by_role("alert")).to_have_count(0)
    renate.get_by_role("searchbox").press("Enter")

    expect(renate.get_by_role("alert")).to_have_text("Kein Netz.")
    expect(renate.get_by_role("searchbox")).to_be_focused()
    phone.context.set_offline(False)
    phone.complaints.clear()


def test_a_reply_and_a_change_break_no_rule_of_the_page(renate, hand_of):
    renate.goto(hand_of("ole").open_topic("Wer bringt Lieder?"))
    renate.evaluate(
        "() => { window.broken = []; addEventListener('securitypolicyviolation', e =>"
        " broken.push([e.violatedDirective, e.sample, e.sourceFile, e.lineNumber, e.columnNumber].join(' '))) }"
    )

    write(renate, "Ich bringe eins.")
    expect(renate.locator(".post").last).to_contain_text("Ich bringe eins.")
    expect(renate.locator("[data-pending]")).to_have_count(0)
    renate.locator(".post").last.get_by_role("link", name="Ändern").click()
    renate.get_by_label("Ihr Beitrag").fill("Ich bringe keins.")
    renate.get_by_role("button", name="Speichern").click()

    expect(renate.locator(".post").last).to_contain_text("Ich bringe keins.")
    assert renate.evaluate("broken") == []


def test_a_reply_says_its_code_below_it_and_is_counted(renate, hand_of):
    renate.goto(hand_of("ole").open_topic("Wer bringt Salz?"))
    expect(renate.locator("#topic-facts")).to_contain_text("Ein Beitrag")

    write(renate, "Ich bringe Salz.")

    expect(renate.locator(".post + .notice")).to_contain_text(re.compile(r"^Angekommen um \S+ Quittungswort: \S+-\d+$"))
    expect(renate.locator("#topic-facts")).to_contain_text("2 Beiträge")


def test_a_reply_whose_answer_was_lost_is_one_post(phone, renate, hand_of):
    renate.goto(hand_of("ole").open_topic("Wer bringt Pfeffer?"), wait_until="networkidle")

    def lose(route):
        route.fetch()
        route.abort("connectionreset")

    renate.route("**/posts", lose)
    write(renate, "Ich bringe Pfeffer.")
    expect(renate.locator(".post[data-pending]")).to_contain_text("Wir wissen nicht, ob es ankam.")
    renate.unroute("**/posts")

    renate.evaluate("dispatchEvent(new Event('online'))")

    expect(renate.locator("[data-pending]")).to_have_count(0)
    expect(renate.locator(".post + .notice")).to_contain_text("Quittungswort")
    assert renate.locator(".post", has_text="Ich bringe Pfeffer.").count() == 1
    phone.complaints.clear()


def test_a_rejected_photo_is_named_where_it_can_be_seen(renate, hand_of):
    renate.goto(hand_of("ole").open_topic("Wer bringt Zucker?"))
    renate.get_by_text("Foto oder Datei anhängen").click()
    renate.get_by_label(re.compile("^Foto")).set_input_files(PICTURE | {"buffer": b"not a picture"})

    write(renate, "Ich bringe Zucker.")

    refused = renate.locator("[data-pending=needs-you]")
    expect(refused.locator("[data-pending-reason]")).to_contain_text("Das ist kein Foto")
    expect(refused).to_contain_text("Ich bringe Zucker.")


def test_a_photo_is_taken_out_where_the_post_stands(renate, hand_of):
    renate.goto(hand_of("ole").open_topic("Wer bringt Mehl?"))
    renate.get_by_text("Foto oder Datei anhängen").click()
    renate.get_by_label(re.compile("^Foto")).set_input_files(PICTURE)
    write(renate, "Ich bringe Mehl.")
    expect(renate.locator("[data-pending]")).to_have_count(0)
    mine = renate.locator("article.post").last
    expect(mine.get_by_role("img")).to_have_count(1)

    mine.get_by_role("link", name="Ändern").click()
    renate.get_by_label("IMG_2.jpg entfernen").check()
    renate.get_by_role("button", name="Speichern").click()

    expect(renate.locator("[data-pending]")).to_have_count(0)
    expect(mine).to_contain_text("Ich bringe Mehl.")
    expect(mine.get_by_role("img", name="Foto ohne Beschreibung")).to_have_count(0)
