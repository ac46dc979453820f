"""The same house without JavaScript: reply, change, attach a photo, find, and lose nothing."""

import io
import re
import time

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.uploads.pictures import photo

CAMERA = "Apparat von Renate"
GPS, MAKE, LATITUDE = 0x8825, 0x010F, 2


@pytest.fixture
def renate(page_of):
    return page_of("renate", javascript=False)


def photo_with_place() -> bytes:
    """A photo as a phone takes it: with the name of the camera and the place."""
    exif, file = Image.Exif(), io.BytesIO()
    exif[MAKE] = CAMERA
    exif.get_ifd(GPS)[LATITUDE] = (51.0, 57.0, 0.0)
    photo(1200, 800).save(file, "JPEG", exif=exif)
    return file.getvalue()


def test_a_reply_stands_in_the_topic_and_says_its_code(renate, hand_of):
    renate.goto(hand_of("ole").open_topic("Wer fährt am Montag?"))

    renate.get_by_label("Ihre Antwort").fill("Ich fahre, um acht.")
    renate.get_by_role("button", name="Absenden").click()

    expect(renate.locator(".post:target")).to_contain_text("Ich fahre, um acht.")
    expect(renate.get_by_role("status")).to_contain_text(re.compile(r"Quittungswort: \S+-\d+"))


def test_sent_once_more_after_back_it_is_there_once(renate, hand_of):
    topic = hand_of("ole").open_topic("Wer kocht am Dienstag?")
    renate.goto(topic)
    renate.get_by_label("Ihre Antwort").fill("Ich koche Suppe.")
    time.sleep(1.1)  # a cookie with a date in it would be another one a second later
    renate.get_by_role("button", name="Absenden").click()
    expect(renate.locator(".post:target")).to_be_visible()
    code = renate.get_by_role("status").inner_text().rpartition(" ")[2]

    renate.go_back()
    expect(renate.get_by_label("Ihre Antwort")).to_have_value("Ich koche Suppe.")
    renate.get_by_role("button", name="Absenden").click()

    expect(renate.get_by_role("status")).to_contain_text("Angekommen")
    posts = renate.locator(".post", has_text="Ich koche Suppe.")
    assert (posts.count(), code in renate.get_by_role("status").inner_text()) == (1, True)


def test_an_empty_reply_names_the_field(renate, hand_of):
    renate.goto(hand_of("ole").open_topic("Wer gießt am Mittwoch?"))

    renate.get_by_label("Ihre Antwort").fill(" ")
    renate.get_by_role("button", name="Absenden").click()

    expect(renate.get_by_role("alert")).to_contain_text("Bitte schreiben Sie etwas.")
    expect(renate.get_by_label("Ihre Antwort")).to_have_attribute("aria-invalid", "true")


def test_her_post_is_changed_and_the_earlier_text_kept(renate, hand_of):
    topic = hand_of("renate").open_topic("Wann ist das Treffen?", "Am Montag.")
    renate.goto(topic)

    renate.get_by_role("link", name="Ändern").click()
    renate.get_by_label("Ihr Beitrag").fill("Am Dienstag.")
    renate.get_by_role("button", name="Speichern").click()

    expect(renate.locator(".post").first).to_contain_text("Am Dienstag.")
    renate.get_by_role("link", name=re.compile("^geändert")).click()
    expect(renate.get_by_text("Am Montag.")).to_be_visible()


def test_a_change_that_is_called_off_changes_nothing(renate, hand_of):
    renate.goto(hand_of("renate").open_topic("Wann ist die Probe?", "Am Mittwoch."))

    renate.get_by_role("link", name="Ändern").click()
    renate.get_by_label("Ihr Beitrag").fill("Nie.")
    renate.get_by_role("link", name="Abbrechen").click()

    expect(renate.locator(".post:target")).to_contain_text("Am Mittwoch.")


def test_an_attached_photo_is_shown_without_place_and_camera(renate, hand_of):
    sent = photo_with_place()
    assert Image.open(io.BytesIO(sent)).getexif()[MAKE] == CAMERA
    renate.goto(hand_of("ole").open_topic("Wie sieht die Rampe aus?"))

    renate.get_by_text("Foto oder Datei anhängen").click()
    renate.get_by_label("Ihre Antwort").fill("So sieht sie aus.")
    renate.get_by_label(re.compile("^Foto")).set_input_files(
        {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": sent}
    )
    renate.get_by_label("Was ist auf den Fotos zu sehen?").fill("Die Rampe am Saal")
    renate.get_by_role("button", name="Absenden").click()

    shown = renate.locator(".post:target").get_by_role("img", name="Die Rampe am Saal")
    expect(shown).to_be_visible()
    assert shown.evaluate("image => image.naturalWidth || image.decode().then(() => image.naturalWidth)") > 0
    large = renate.locator(".upload a").get_attribute("href")
    for address in (shown.get_attribute("src"), large):
        answer = renate.request.get(address)
        picture = Image.open(io.BytesIO(answer.body()))
        assert answer.ok and not picture.getexif() and CAMERA.encode() not in answer.body()


def test_a_closed_topic_refuses_the_reply_and_gives_the_text_back(renate, hand_of):
    topic = hand_of("ole").open_topic("Wer holt den Kuchen?")
    renate.goto(topic)
    renate.get_by_label("Ihre Antwort").fill("Ich hole ihn um drei.")
    hand_of("jonas").close(topic, "Ole holt ihn.")

    renate.get_by_role("button", name="Absenden").click()

    expect(renate.locator(".lead")).to_contain_text(re.compile("Das Thema wurde um .* geschlossen"))
    expect(renate.get_by_role("heading", name="Ihr Text ist noch da")).to_be_visible()
    expect(renate.get_by_text("Ich hole ihn um drei.")).to_be_visible()


def test_of_two_changes_the_later_one_is_asked_which_text_holds(renate, hand_of):
    topic = hand_of("renate").open_topic("Wo treffen wir uns?", "Am Saal.")
    post = topic.replace("topics", "posts")
    renate.goto(f"{post}/edit")
    renate.get_by_label("Ihr Beitrag").fill("Am Saal, Seiteneingang.")
    hand_of("renate").write(post, body="Am Rathaus.", version=post.rpartition("/")[2])

    renate.get_by_role("button", name="Speichern").click()

    expect(renate.get_by_text("Am Rathaus.")).to_be_visible()
    expect(renate.get_by_label("Ihr Beitrag")).to_have_value("Am Saal, Seiteneingang.")
    renate.get_by_role("button", name="Diese Fassung soll gelten").click()
    expect(renate.locator(".post:target")).to_contain_text("Am Saal, Seiteneingang.")


def test_ticks_of_the_catalogue_are_sent_with_a_button(renate):
    renate.goto("/tools")

    renate.get_by_role("searchbox").fill("Umfrage")
    renate.get_by_role("button", name="Suchen").click()
    expect(renate.get_by_role("link", name="nuudel")).to_be_visible()
    renate.locator("fieldset").get_by_role("checkbox").first.check()
    renate.get_by_role("button", name="Zeigen").click()

    expect(renate).to_have_url(re.compile(r"q=Umfrage.*only="))
    expect(renate.locator("fieldset").get_by_role("checkbox").first).to_be_checked()


def test_the_forum_is_searched_and_older_topics_are_a_page(renate, hand_of):
    hand_of("ole").open_topic("Wer hat eine Quetschkommode?")
    renate.goto("/forum")

    renate.get_by_role("searchbox").fill("Quetschkommode")
    renate.get_by_role("button", name="Suchen").click()
    expect(renate.get_by_role("link", name="Wer hat eine Quetschkommode?")).to_be_visible()
    renate.goto("/forum/topics")
    newest = renate.locator("main .row__title").first.inner_text()
    renate.get_by_role("link", name="Ältere Themen").click()
    expect(renate.locator("main .row__title").first).not_to_have_text(newest)
