"""Needs, answers and „Bei uns auch“, written in a hall without a network."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.outbox.conftest import at_home
from tests.browser.phones import Phone
from tests.uploads.pictures import jpeg

TOLD = {"analogue_process": "Ein Heft im Saal.", "difficulty": "Niemand weiß es.", "share": "1"}
RECEIPT = re.compile(r"Angekommen um \S+ Quittungswort: \S+-\d+")


@pytest.fixture
def pavels(phones) -> Phone:
    return at_home(phones("pavel", workers="allow"))


@pytest.fixture
def pavel(pavels) -> Page:
    return pavels.page


def test_a_need_with_a_photo_waits_and_arrives(phone, renate):
    renate.goto("/needs/new")
    phone.context.set_offline(True)
    renate.get_by_label("So machen wir es heute").fill("Ein Zettel an der Tür.")
    renate.get_by_label("Was klappt nicht gut?").fill("Der Zettel fällt ab.")
    renate.get_by_label("In einem Satz: Worum geht es?").fill("Zettel an der Tür")
    board = {"name": "IMG_3.jpg", "mimeType": "image/jpeg", "buffer": jpeg(900, 600)}
    renate.get_by_label(re.compile("^Fotos")).set_input_files(board)
    renate.get_by_role("button", name="Absenden").click()

    waiting = renate.locator("[data-pending]")
    expect(waiting).to_contain_text("Der Zettel fällt ab.")
    expect(waiting.get_by_role("img")).to_have_count(1)
    expect(renate.get_by_label("So machen wir es heute")).to_be_hidden()
    renate.goto("/outbox")
    expect(renate.locator("#outbox-waiting article")).to_contain_text("mit 1 Foto")
    phone.context.set_offline(False)

    renate.locator("#outbox-arrived a", has_text="Zettel an der Tür").click()
    expect(renate.get_by_role("heading", level=1)).to_have_text("Zettel an der Tür")
    expect(renate.locator("main .upload img, main img.upload__photo, .uploads img")).to_have_count(1)


def test_a_photo_is_left_out_where_it_waits(phone, renate):
    renate.goto("/needs/new")
    phone.context.set_offline(True)
    renate.get_by_label("So machen wir es heute").fill("Eine Tafel.")
    renate.get_by_label("Was klappt nicht gut?").fill("Sie ist voll.")
    renate.get_by_label("In einem Satz: Worum geht es?").fill("Tafel im Flur")
    board = {"name": "IMG_4.jpg", "mimeType": "image/jpeg", "buffer": jpeg(900, 600)}
    renate.get_by_label(re.compile("^Fotos")).set_input_files(board)
    renate.get_by_role("button", name="Absenden").click()
    expect(renate.locator("[data-pending]")).to_have_count(1)
    renate.goto("/outbox")

    card = renate.locator("#outbox-waiting article")
    expect(card).to_contain_text("Auf diesem Gerät gespeichert.")  # and not on its way just now
    card.get_by_role("button", name="Ändern").click()
    card.get_by_text("weglassen").click()
    card.get_by_role("button", name="Absenden").click()

    expect(card).not_to_contain_text("mit 1 Foto")
    expect(card).to_contain_text("Tafel im Flur")


def test_bei_uns_auch_and_an_answer_stand_in_their_places(pavels, pavel, hand_of):
    need = hand_of("renate").write("/needs", title="Wo hängt die Liste?", **TOLD)
    pavel.goto(need)
    pavels.context.set_offline(True)
    pavel.get_by_label("Ein Satz dazu").fill("Bei uns am Haken.")
    pavel.get_by_role("button", name="Bei uns auch").click()
    said = pavel.locator("#homes [data-pending]")
    expect(said).to_contain_text("Bei uns am Haken.")
    expect(said).to_contain_text("Auf diesem Gerät gespeichert.")
    pavel.get_by_label("Ihre Antwort").fill("Wir haben eine Kiste.")
    pavel.get_by_role("button", name="Absenden").click()
    expect(pavel.locator("#answers [data-pending]")).to_contain_text("Wir haben eine Kiste.")

    pavels.context.set_offline(False)

    expect(pavel.locator("[data-pending]")).to_have_count(0)
    expect(pavel.locator("#homes")).to_contain_text("Bei uns am Haken.")
    expect(pavel.locator("#answers .post")).to_contain_text("Wir haben eine Kiste.")
    expect(pavel.locator(".notice--arrived", has_text=RECEIPT)).to_have_count(2)
    expect(pavel.get_by_role("button", name="Doch nicht")).to_be_visible()


def test_bei_uns_auch_without_words_stands_readable_and_can_only_be_taken_back(pavels, pavel, hand_of):
    need = hand_of("renate").write("/needs", title="Wo hängt der Plan?", **TOLD)
    pavel.goto(need)
    pavels.context.set_offline(True)
    pavel.get_by_role("button", name="Bei uns auch").click()

    said = pavel.locator("#homes [data-pending]")
    expect(said.get_by_role("button", name="Verwerfen")).to_be_visible()
    expect(said.get_by_role("button", name="Ändern")).to_be_hidden()
    whole, words, acts = (said.locator(part).bounding_box() for part in ("xpath=.", ".row__words", ".pending"))
    assert words["width"] > whole["width"] / 2 and acts["y"] >= words["y"] + words["height"]
    said.get_by_role("button", name="Verwerfen").click()
    pavel.locator("dialog").get_by_role("button", name="Verwerfen").click()
    expect(said).to_have_count(0)


def test_a_change_of_a_need_waits_on_its_page(phone, renate, hand_of):
    need = hand_of("renate").write("/needs", title="Wo steht der Ofen?", **TOLD)
    renate.goto(need)
    renate.wait_for_timeout(500)
    renate.goto(f"{need}/edit")
    phone.context.set_offline(True)
    renate.get_by_label("Was klappt nicht gut?").fill("Er raucht.")
    renate.get_by_role("button", name="Speichern").click()
    expect(renate.locator("[data-pending]")).to_contain_text("Er raucht.")
    renate.goto(need)
    expect(renate.locator("#need-edits [data-pending]")).to_contain_text("Er raucht.")

    phone.context.set_offline(False)

    expect(renate.locator("[data-pending]")).to_have_count(0)
    expect(renate.locator(f"#need-{need.rpartition('/')[2]}")).to_contain_text("Er raucht.")
