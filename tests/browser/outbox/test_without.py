"""Where a browser lacks something, what is written still arrives once, or stays in its form with a true word."""

import re
from base64 import b64decode

import pytest
from playwright.sync_api import expect

from tests.browser.phones import LOST

GONE = "Object.defineProperty(window, 'indexedDB', { value: undefined })"
FULL = """IDBObjectStore.prototype.add = () => { throw new DOMException("full", "QuotaExceededError") }"""


def reply(page, words: str) -> None:
    page.get_by_label("Ihre Antwort").fill(words)
    page.get_by_role("button", name="Absenden").click()


def losing(phone):
    phone.expected = (*phone.expected, *LOST)
    return phone


def test_without_a_worker_it_waits_and_arrives(phones, hand_of):
    phone = losing(phones("renate", workers="block"))
    page = phone.page
    page.goto(hand_of("ole").open_topic("Wer bringt Seile?"), wait_until="networkidle")
    phone.context.set_offline(True)
    reply(page, "Ich bringe eins.")
    expect(page.locator(".post[data-pending=saved]")).to_contain_text("Ich bringe eins.")

    phone.context.set_offline(False)

    expect(page.locator("[data-pending]")).to_have_count(0)
    expect(page.locator(".post", has_text="Ich bringe eins.")).to_have_count(1)


@pytest.mark.parametrize("lack", [GONE, FULL])
def test_where_the_device_cannot_keep_it_the_form_is_sent_plainly(phones, hand_of, lack):
    phone = losing(phones("renate", workers="block"))
    page = phone.page
    page.add_init_script(lack)
    topic = hand_of("ole").open_topic("Wer bringt Haken?")
    page.goto(topic, wait_until="networkidle")

    reply(page, "Ich bringe zehn.")

    expect(page).to_have_url(re.compile("at=2#post-"))
    expect(page.get_by_text("Quittungswort")).to_be_visible()
    expect(page.locator(".post", has_text="Ich bringe zehn.")).to_have_count(1)


@pytest.mark.parametrize("lack", [GONE, FULL])
def test_where_nothing_can_keep_it_nor_take_it_the_words_stay_in_the_form(phones, hand_of, lack):
    phone = losing(phones("renate", workers="block"))
    page = phone.page
    page.add_init_script(lack)
    page.goto(hand_of("ole").open_topic("Wer bringt Ösen?"), wait_until="networkidle")
    phone.context.set_offline(True)

    reply(page, "Ich bringe zwölf.")

    expect(page.get_by_role("alert")).to_have_text(
        "Kein Netz. Ihr Text steht noch hier. Bitte drücken Sie später noch einmal auf Absenden."
    )
    expect(page.get_by_label("Ihre Antwort")).to_have_value("Ich bringe zwölf.")
    phone.context.set_offline(False)
    page.get_by_role("button", name="Absenden").click()
    expect(page.locator(".post", has_text="Ich bringe zwölf.")).to_have_count(1)


def test_a_photo_waits_small_and_without_where_it_was_taken(phones, hand_of):
    phone = losing(phones("renate"))
    page = phone.page
    page.goto(hand_of("ole").open_topic("Wie sieht das Tor aus?"), wait_until="networkidle")
    phone.context.set_offline(True)
    page.get_by_text("Foto oder Datei anhängen").click()
    picture = large_photo(page)
    assert len(picture) > 400_000
    page.get_by_label(re.compile("^Foto")).set_input_files(
        {"name": "IMG_7.jpg", "mimeType": "image/jpeg", "buffer": picture}
    )
    reply(page, "So sieht es aus.")
    expect(page.locator(".post[data-pending] img")).to_be_visible()

    sent = []
    page.on("request", lambda request: request.method == "POST" and sent.append(request.post_data_buffer))
    phone.context.set_offline(False)

    expect(page.locator("[data-pending]")).to_have_count(0)
    expect(page.locator(".post").last.get_by_role("img", name="Foto ohne Beschreibung")).to_be_visible()
    assert all(len(body) < 420_000 and b"Exif" not in body for body in sent if body and b"IMG_7" in body)


def large_photo(page) -> bytes:
    """A photo full of noise, as a camera makes it, with a place in it."""
    octets = page.evaluate("""async () => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 1800, height: 1300 })
      const paper = canvas.getContext("2d"), image = paper.createImageData(1800, 1300)
      for (let i = 0; i < image.data.length; i += 4) {
        image.data.set([Math.random() * 255, Math.random() * 255, Math.random() * 255, 255], i)
      }
      paper.putImageData(image, 0, 0)
      const blob = await new Promise(done => canvas.toBlob(done, "image/jpeg", .8))
      const bytes = new Uint8Array(await blob.arrayBuffer())
      let text = ""
      for (let i = 0; i < bytes.length; i += 9000) text += String.fromCharCode(...bytes.subarray(i, i + 9000))
      return btoa(text)
    }""")

    picture = b64decode(octets)
    exif = b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00"
    return picture[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2) + exif + picture[2:]
