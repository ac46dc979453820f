"""Letters below a need, the promise, and who of the team takes care."""

import pytest

from neighbour.accounts import Role
from neighbour.db import db
from neighbour.needs.models import Answer
from neighbour.notifications import Notification
from tests.cast import person
from tests.needs.conftest import WORDS
from tests.outbox.device import send


def test_the_first_letter_of_the_team_ends_the_promise(sign_in, name_need, look_at):
    need, eva = name_need(), sign_in("eva")
    assert WORDS["title"] in eva.get("/desk").text
    assert "Antwort bis" in sign_in("ada").get(need).text

    sign_in("ada").post(f"{need}/answers", data={"body": "Is anybody there?"})
    assert WORDS["title"] in eva.get("/desk").text
    eva.post(f"{need}/answers", data={"body": "Thank you. I call you on **Tuesday**."})

    assert WORDS["title"] not in eva.get("/desk").text
    page = sign_in("ben").get(need).text
    assert "<strong>Tuesday</strong>" in page
    assert "Antwort bis" not in page


def test_home_and_writers_are_told_and_never_the_writer(sign_in, name_need, stage):
    need = name_need("ben", shared=True)
    sign_in("cem").post(f"{need}/answers", data={"body": "We know that"})
    with stage() as people:
        assert told() == {people.ben.id, people.ada.id, people.eva.id}
        db.session.query(Notification).delete()

    sign_in("eva").post(f"{need}/answers", data={"body": "Interesting"})

    with stage() as people:
        assert told() == {people.ben.id, people.ada.id, people.cem.id}
    assert "Eva antwortet" in sign_in("ada").get("/").text


def told() -> set:
    return {row.recipient_id for row in db.session.query(Notification).filter_by(kind="need_answer")}


@pytest.mark.parametrize("role", ["press", "juror", "board", None])
def test_who_belongs_to_no_initiative_reads_what_is_shared_and_does_not_write(sign_in, name_need, stage, role):
    need = name_need(shared=True)
    with stage() as people:
        people.gil.roles = [Role(name=role)] if role else []
    gil = sign_in("gil")

    answer = gil.post(f"{need}/answers", data={"body": "I only ask"})

    assert (gil.get(need).status_code, answer.status_code) == (200, 403)
    page = gil.get(need).text
    assert f'action="{need}/answers"' not in page
    assert "Antworten schreiben die Initiativen und das Projektteam." in page
    with stage():
        assert db.session.query(Answer).count() == 0


def test_reading_the_need_reads_its_notifications(sign_in, name_need):
    need, ada = name_need(), sign_in("ada")
    sign_in("eva").post(f"{need}/answers", data={"body": "Interesting"})
    assert "Eva antwortet" in ada.get("/").text

    ada.get(need)

    assert "Eva antwortet" not in ada.get("/").text


def test_an_empty_letter_names_the_field_in_page_and_part(sign_in, name_need, stage):
    need, ada = name_need(), sign_in("ada")

    whole = ada.post(f"{need}/answers", data={"body": " "})
    part = ada.script("POST", f"{need}/answers", data={"body": "x" * 10_001})

    assert (whole.status_code, part.status_code) == (422, 422)
    assert "Bitte schreiben Sie etwas." in whole.text
    assert part.text.lstrip().startswith("<form") and "x" * 10_001 in part.text
    with stage():
        assert db.session.query(Answer).count() == 0


def test_a_device_gets_the_letter_with_its_receipt(sign_in, name_need):
    answer = send(sign_in("eva"), f"{name_need()}/answers", body="Thank you")

    assert answer.json["html"].lstrip().startswith(f'<article class="post" id="answer-{answer.json["operation_id"]}')
    assert answer.json["receipt_code"]


def test_who_knows_most_takes_care_else_the_companion(sign_in, name_need, stage, look_at):
    with stage():
        person("lea").knows = "Kalender, Aushänge am Schaukasten"
    by_words = name_need(title="Im Schaukasten hängen alte Aushänge")
    by_companion = name_need(title="Our bus is late")

    assert look_at(by_words, lambda need: need.responsible.handle) == "lea"
    assert look_at(by_companion, lambda need: need.responsible.handle) == "eva"
    assert "Lea kümmert sich darum." in sign_in("ben").get(by_words).text
    mine = sign_in("eva").get("/desk?show=mine").text
    assert "Our bus is late" in mine and "Schaukasten" not in mine


def test_the_team_hands_it_on_within_the_team(sign_in, name_need, stage, look_at):
    need, eva = name_need(), sign_in("eva")
    with stage() as people:
        lea, ada = str(people.lea.id), str(people.ada.id)

    assert eva.post(f"{need}/responsibility", data={"person": lea}).status_code == 303
    assert eva.post(f"{need}/responsibility", data={"person": ada}).status_code == 422
    assert sign_in("ada").post(f"{need}/responsibility", data={"person": lea}).status_code == 403
    assert look_at(need, lambda need: need.responsible.handle) == "lea"
