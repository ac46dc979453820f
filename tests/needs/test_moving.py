"""The steps of a need: only the team moves it, with name, date and words; a no is kind and can be opened again."""

import pytest

from neighbour.audit import LogLine
from neighbour.db import db
from tests.needs.conftest import WORDS

REASON = "What you write down there is about health. We help you with better sheets instead."


def test_each_step_has_a_name_and_words_and_is_told(sign_in, name_need, stage):
    need, eva = name_need("ben"), sign_in("eva")

    eva.post(f"{need}/states", data={"state": "understood", "words": "We have read it twice.", "seen": "received"})
    eva.post(f"{need}/states", data={"state": "modelled", "words": "", "seen": "understood"})

    page = sign_in("ben").get(need).text
    for words in ("eingegangen", "verstanden", "Vorschlag liegt vor", "We have read it twice.", "Eva · "):
        assert words in page
    assert "Neuer Stand „Vorschlag liegt vor“" in sign_in("ada").get("/").text
    with stage():
        assert db.session.query(LogLine).filter_by(act="needs.state").count() == 2


def test_back_to_paper_is_a_result(sign_in, name_need):
    need, eva = name_need(), sign_in("eva")

    eva.post(f"{need}/settlement", data={"outcome": "paper", "words": "Everybody sees the board.", "seen": "received"})

    page = sign_in("ada").get(need).text
    for words in ("So ging es aus", "Zurück zum Papier, zu Recht", "Everybody sees the board."):
        assert words in page
    assert WORDS["title"] in sign_in("ada").get("/needs?show=settled").text
    assert WORDS["title"] not in eva.get("/desk").text


@pytest.mark.parametrize("outcome", ["", "sold", None])
def test_a_result_has_to_be_named(sign_in, name_need, outcome):
    words = {"words": "My long sentence", "seen": "received", **({} if outcome is None else {"outcome": outcome})}

    answer = sign_in("eva").post(f"{name_need()}/settlement", data=words)

    assert answer.status_code == 422
    assert "My long sentence" in answer.text


def test_declined_with_a_reason_and_opened_again_nothing_is_lost(sign_in, name_need, look_at):
    need, eva, ada = name_need(), sign_in("eva"), sign_in("ada")
    ada.get(need)
    assert eva.post(f"{need}/declination", data={"reason": " ", "seen": "received"}).status_code == 422
    eva.post(f"{need}/declination", data={"reason": REASON, "seen": "received"})
    assert REASON in ada.get(need).text

    # Ada had the page open and answers meanwhile
    assert ada.post(f"{need}/answers", data={"body": "But it is about cake!"}).status_code == 303
    eva.post(f"{need}/states", data={"state": "received", "words": "You are right.", "seen": "declined"})

    page = ada.get(need).text
    for words in (REASON, "But it is about cake!", "You are right."):
        assert words in page
    assert "Warum das Projektteam es nicht angeht" not in page
    assert look_at(need, lambda need: [step.state for step in need.steps]) == ["received", "declined", "received"]


def test_of_two_colleagues_the_second_sees_what_the_first_has_done(sign_in, name_need, look_at):
    need = name_need()
    sign_in("lea").post(f"{need}/states", data={"state": "understood", "words": "Lea has it", "seen": "received"})

    answer = sign_in("eva").post(f"{need}/declination", data={"reason": REASON, "seen": "received"})

    assert answer.status_code == 409
    assert "Lea has it" in answer.text
    assert f"{REASON}</textarea>" in answer.text
    assert 'value="understood"' in answer.text
    assert look_at(need, lambda need: need.state) == "understood"


@pytest.mark.parametrize("somebody", ["ada", "ben", "cem", "dora"])
def test_only_the_team_moves_it(sign_in, name_need, look_at, somebody):
    need, browser = name_need(shared=True), sign_in(somebody)
    words = {"state": "understood", "outcome": "keep", "words": "x", "reason": "x", "seen": "received"}

    for noun in ("states", "settlement", "declination", "merger", "responsibility"):
        assert browser.post(f"{need}/{noun}", data=words).status_code == 403
        assert browser.get(f"{need}/{noun}").status_code == 403
        assert f"{need}/{noun}" not in browser.get(need).text
    assert look_at(need, lambda need: need.state) == "received"


@pytest.mark.parametrize("state", ["settled", "declined", "", "sold"])
def test_an_end_needs_its_own_form(sign_in, name_need, look_at, state):
    need = name_need()

    assert sign_in("eva").post(f"{need}/states", data={"state": state, "words": "x"}).status_code == 422
    assert look_at(need, lambda need: need.state) == "received"
