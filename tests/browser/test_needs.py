"""A need on the phone, with and without JavaScript: Renate names it, Pavel knows it too, Jonas answers and says no kindly."""

import re

import pytest
from playwright.sync_api import expect

from tests.uploads.pictures import jpeg

WITH_AND_WITHOUT = pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without"])
PROCESS = "Ole schreibt die Schlüssel in ein Heft. Das Heft liegt im Saal."


@pytest.fixture
def need_of(hand_of):
    """`need_of("renate", "Heft")` is the address of a need that all may read."""

    def named(handle: str, title: str, **words: str) -> str:
        told = {"title": title, "analogue_process": PROCESS, "difficulty": "Niemand weiß, wer ihn hat.", "share": "1"}
        return hand_of(handle).write("/needs", **{**told, **words})

    return named


@WITH_AND_WITHOUT
def test_renate_tells_how_it_is_done_today_and_adds_a_photo(page_of, javascript):
    renate = page_of("renate", javascript=javascript)
    renate.goto("/")
    renate.get_by_role("link", name="Bedarf", exact=True).click()
    renate.get_by_role("link", name="Bedarf nennen").click()

    renate.get_by_label("So machen wir es heute").fill(PROCESS)
    renate.get_by_label("Was soll unbedingt so bleiben?").fill("Das Heft")
    renate.get_by_label("Was klappt nicht gut?").fill("Niemand weiß, wer den Schlüssel hat.")
    title = f"Wo ist der Schlüssel? {'Mit' if javascript else 'Ohne'}"
    renate.get_by_label("In einem Satz: Worum geht es?").fill(title)
    board = {"name": "IMG_2.jpg", "mimeType": "image/jpeg", "buffer": jpeg(900, 600)}
    renate.get_by_label(re.compile("^Fotos")).set_input_files(board)
    renate.get_by_label("Was ist auf den Fotos zu sehen?").fill("Das Heft im Saal")
    renate.get_by_role("button", name="Absenden").click()

    expect(renate.get_by_role("heading", level=1)).to_have_text(title)
    expect(renate.get_by_role("status").first).to_contain_text(re.compile(r"Quittungswort: \S+-\d+"))
    expect(renate.get_by_role("img", name="Das Heft im Saal")).to_be_visible()
    expect(renate.get_by_text(re.compile("kümmert sich darum. Antwort bis"))).to_be_visible()


def test_while_she_writes_she_sees_what_others_have_named(page_of, need_of):
    need_of("pavel", "Quetschkommode im Keller verliehen")
    renate = page_of("renate")
    renate.goto("/needs/new")

    renate.get_by_label("In einem Satz: Worum geht es?").press_sequentially("Unsere Quetschkommode")

    expect(renate.locator("#similar").get_by_role("link", name="Quetschkommode im Keller verliehen")).to_be_visible()


def test_what_is_missing_is_named_and_the_words_stay(page_of):
    renate = page_of("renate", javascript=False)
    renate.goto("/needs/new")
    renate.get_by_label("So machen wir es heute").fill(PROCESS)
    renate.get_by_label("In einem Satz: Worum geht es?").fill("Schlüssel")
    renate.locator("form[action='/needs']").evaluate("form => form.noValidate = true")

    renate.get_by_role("button", name="Absenden").click()

    expect(renate.get_by_role("alert")).to_contain_text("Bitte schreiben Sie, was nicht gut klappt.")
    expect(renate.get_by_label("So machen wir es heute")).to_have_value(PROCESS)


@WITH_AND_WITHOUT
def test_pavel_says_bei_uns_auch_with_a_sentence(page_of, need_of, javascript):
    need = need_of("renate", f"Heft {javascript}")
    pavel = page_of("pavel", javascript=javascript)
    pavel.goto(need)

    pavel.get_by_label("Ein Satz dazu").fill("Bei uns ist es die Teeküche.")
    pavel.get_by_role("button", name="Bei uns auch").click()

    said = pavel.locator("#same-here")
    expect(said.locator(".row")).to_contain_text("Bei uns ist es die Teeküche.")
    expect(said.get_by_role("button", name="Doch nicht")).to_be_visible()
    said.get_by_role("button", name="Doch nicht").click()
    expect(said.locator(".row")).to_have_count(0)


@WITH_AND_WITHOUT
def test_jonas_answers_and_says_no_kindly(page_of, need_of, javascript):
    need = need_of("renate", f"Krankenblatt {javascript}")
    jonas, renate = page_of("jonas", javascript=javascript), page_of("renate")
    jonas.goto(need)

    jonas.get_by_label("Ihre Antwort").fill("Ich rufe Sie am Dienstag an.")
    jonas.get_by_role("button", name="Absenden").click()
    expect(jonas.locator("#answers .post")).to_contain_text("Ich rufe Sie am Dienstag an.")
    jonas.get_by_role("link", name="Ablehnen").click()
    jonas.get_by_label("Warum wir das nicht können").fill("Das sind Angaben zur Gesundheit. Wir helfen mit Vordrucken.")
    jonas.get_by_role("button", name="Bedarf ablehnen").click()

    expect(jonas.get_by_text("abgelehnt").first).to_be_visible()
    renate.goto("/")
    renate.get_by_role("link", name=re.compile(f"Neuer Stand „abgelehnt“: Krankenblatt {javascript}")).first.click()
    expect(renate.get_by_text("Das sind Angaben zur Gesundheit. Wir helfen mit Vordrucken.")).to_be_visible()
    expect(renate.get_by_text("Ich rufe Sie am Dienstag an.")).to_be_visible()


def test_merged_while_pavel_writes_his_words_arrive(page_of, need_of, hand_of):
    first, other = need_of("renate", "Schlüsselbrett"), need_of("ole", "Schlüsselheft")
    pavel = page_of("pavel")
    pavel.goto(first)
    pavel.get_by_label("Ein Satz dazu").fill("Bei uns hängt er am Haken.")
    hand_of("jonas").write(f"{first}/merger", into=other.rpartition("/")[2])

    pavel.get_by_role("button", name="Bei uns auch").click()

    expect(pavel.get_by_text("Ihr „Bei uns auch“ zählt dort.")).to_be_visible()
    pavel.get_by_role("link", name="Ansehen").click()
    expect(pavel).to_have_url(re.compile(other))
    expect(pavel.get_by_text("Bei uns hängt er am Haken.")).to_be_visible()
