"""Naming a need: four fields are enough, everything else is voluntary."""

import io

import pytest

from neighbour.db import db
from neighbour.needs.models import Need
from neighbour.notifications import Notification
from tests.needs.conftest import WORDS, need_id
from tests.uploads.pictures import photo


def test_four_fields_are_enough(sign_in):
    ada = sign_in("ada")

    answer = ada.post("/needs", data=WORDS)

    assert answer.status_code == 303
    page = ada.get(answer.headers["Location"]).text
    for words in (WORDS["title"], WORDS["analogue_process"], WORDS["difficulty"], "The Mill"):
        assert words in page
    assert f'id="need-{need_id(answer.headers["Location"])}"' in ada.get("/needs").text


def test_everything_that_was_told_stands_on_its_page(sign_in):
    told = {
        "who": "Ben and two more", "place": "At the bus stop", "paper": "A4, folded", "how_often": "Every week",
        "annoys": "The rain", "must_stay": "The sheet", "urgency": "now", "hours": "2", "hands": "3",
        "devices": "One old phone", "network": "patchy", "body": "More words",
    }  # fmt: skip
    ada = sign_in("ada")

    page = ada.get(ada.post("/needs", data={**WORDS, **told}).headers["Location"]).text

    for words in ("Ben and two more", "At the bus stop", "A4, folded", "Every week", "The rain", "The sheet",
                  "Es drängt", "2 Stunden in der Woche", "One old phone", "mal ja, mal nein", "More words"):  # fmt: skip
        assert words in page


def test_who_does_not_know_how_needs_no_process(sign_in):
    ada = sign_in("ada")
    words = {**WORDS, "analogue_process": ""}

    refused = ada.post("/needs", data=words)
    answer = ada.post("/needs", data={**words, "unknown": "1"})

    assert refused.status_code == 422
    assert "Bitte erzählen Sie, wie Sie es heute machen." in refused.text
    assert "It comes too late.</textarea>" in refused.text
    assert "Hier hilft Lernen" in ada.get(answer.headers["Location"]).text


@pytest.mark.parametrize(
    ("name", "wrong"),
    [("title", ""), ("title", "x" * 121), ("difficulty", ""), ("hours", "many"), ("hours", "169"), ("hands", "-1"),
     ("urgency", "yesterday"), ("network", "5G"), ("who", "x" * 201), ("body", "x" * 10_001), ("body", "a\x00b"),
     ("analogue_process", "a\u202eb")],
)  # fmt: skip
def test_what_cannot_be_kept_is_named_and_the_rest_stays(sign_in, stage, name, wrong):
    words = {**WORDS, "must_stay": "The sheet itself", name: wrong}

    answer = sign_in("ada").post("/needs", data=words)

    assert answer.status_code == 422
    assert f'href="#{name}"' in answer.text
    assert "The sheet itself" in answer.text
    with stage():
        assert db.session.query(Need).count() == 0


def test_blanks_are_no_choice_and_no_number(sign_in):
    blanks = {"urgency": "  ", "network": " " * 30, "hours": " ", "hands": "  "}
    ada = sign_in("ada")

    need = ada.post("/needs", data={**WORDS, **blanks}).headers["Location"]

    assert ada.get(need).status_code == ada.get(f"{need}/edit").status_code == 200
    assert "Netz</dt>" not in ada.get(need).text


def test_a_choice_that_nobody_offers_does_not_break_the_page(sign_in, name_need):
    need = name_need(urgency="  ", network="5G")

    assert sign_in("ada").get(need).status_code == 200


def test_a_photo_is_seen_by_who_reads_the_need_and_by_nobody_else(sign_in):
    file = io.BytesIO()
    photo(40, 30).save(file, "PNG")
    file.seek(0)
    ada = sign_in("ada")

    answer = ada.post("/needs", data={**WORDS, "photos": (file, "board.png"), "alt": "The notice board"})

    page = ada.get(answer.headers["Location"]).text
    assert 'alt="The notice board"' in page
    address = page.partition('src="/uploads/')[2].partition('"')[0]
    seen = [sign_in(who).get(f"/uploads/{address}").status_code for who in ("ben", "eva", "cem", "otto")]
    assert seen == [200, 200, 404, 404]


def test_sent_twice_it_is_there_once(sign_in, stage):
    words, ada = {**WORDS, "operation_id": "0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee"}, sign_in("ada")

    first, second = ada.post("/needs", data=words), ada.post("/needs", data=words)

    assert first.headers["Location"] == second.headers["Location"] == "/needs/0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee"
    with stage():
        assert db.session.query(Need).count() == 1


@pytest.mark.parametrize("somebody", ["gil", "dora", "otto"])
def test_who_belongs_to_no_initiative_names_none(sign_in, stage, somebody):
    browser = sign_in(somebody)

    assert browser.get("/needs/new").status_code == 403
    assert browser.post("/needs", data={**WORDS, "initiative": "mill"}).status_code == 403
    assert "/needs/new" not in browser.get("/needs").text


def test_nobody_names_one_for_an_initiative_that_is_not_theirs(sign_in, look_at):
    """Cem has one initiative, so there is no question: his need is the harbour's, whatever the form says."""
    answer = sign_in("cem").post("/needs", data={**WORDS, "initiative": "mill"})

    assert look_at(answer.headers["Location"], lambda need: need.initiative.slug) == "harbour"


def test_the_team_takes_one_down_and_the_coordinator_hears_of_it(sign_in, stage, look_at):
    eva = sign_in("eva")
    assert "The Mill" in eva.get("/needs/new?initiative=mill").text

    answer = eva.post("/needs", data={**WORDS, "initiative": "mill"})

    need = answer.headers["Location"]
    assert look_at(need, lambda need: (need.recorded_by.handle, need.author_id, need.is_confirmed)) == (
        "eva",
        None,
        False,
    )
    assert "Am Telefon aufgenommen von Eva" in sign_in("ben").get(need).text
    with stage() as people:
        told = {row.recipient_id: row.kind for row in db.session.query(Notification)}
        assert told == {people.ada.id: "need_to_confirm"}
    assert WORDS["title"] in sign_in("ada").get("/").text


def test_the_team_has_to_say_for_whom(sign_in):
    answer = sign_in("eva").post("/needs", data=WORDS)

    assert answer.status_code == 422
    assert "Bitte wählen Sie die Initiative." in answer.text
    assert "It comes too late.</textarea>" in answer.text


def test_who_rang_up_is_kept_for_the_initiative_and_the_team(sign_in, stage, look_at):
    eva, caller = sign_in("eva"), {"told_by": "Old Ben W.", "told_phone": "0171 555-1"}
    form = eva.get("/needs/new?initiative=mill").text
    assert 0 < form.index('id="told_by"') < form.index('id="told_phone"') < form.index('id="initiative"')
    need = eva.post("/needs", data={**WORDS, **caller, "initiative": "mill"}).headers["Location"]
    sign_in("ada").post(f"{need}/confirmation")
    sign_in("ada").post(f"{need}/sharing")

    for browser in (eva, sign_in("ben")):
        assert "Old Ben W. hat angerufen." in browser.get(need).text
        assert 'href="tel:01715551"' in browser.get(need).text
    assert "Old Ben" not in sign_in("cem").get(need).text


def test_nobody_rang_up_where_the_initiative_writes_itself(sign_in, look_at):
    need = sign_in("ada").post("/needs", data={**WORDS, "told_by": "Ben", "told_phone": "1"}).headers["Location"]

    assert look_at(need, lambda need: (need.told_by, need.told_phone)) == ("", "")
