"""An initiative says itself that its need has settled itself, and opens it again."""

import pytest

from tests.needs.conftest import WORDS


def test_it_has_settled_itself_and_nobody_owes_an_answer(sign_in, name_need, look_at):
    need, ada, eva = name_need(), sign_in("ada"), sign_in("eva")
    assert "Hat sich erledigt" in ada.get(need).text
    assert ada.post(f"{need}/withdrawal", data={"words": ""}).status_code == 422

    assert ada.post(f"{need}/withdrawal", data={"words": "Ben does it now."}).status_code == 303

    assert f"Hat sich erledigt: {WORDS['title']}" in eva.get("/").text
    page = eva.get(need).text
    for words in ("hat sich erledigt", "Ben does it now.", "Ada, "):
        assert words in page
    assert "Antwort bis" not in page
    assert WORDS["title"] not in eva.get("/desk").text
    assert WORDS["title"] not in ada.get("/needs?show=open").text


def test_its_initiative_opens_it_again_and_the_promise_begins_anew(sign_in, name_need, look_at):
    need, ada = name_need(), sign_in("ada")
    ada.post(f"{need}/withdrawal", data={"words": "Ben does it now."})

    assert ada.post(f"{need}/reopening").status_code == 303

    assert look_at(need, lambda need: [step.state for step in need.steps]) == ["received", "withdrawn", "received"]
    assert look_at(need, lambda need: need.due > need.steps[-1].at)
    assert WORDS["title"] in sign_in("eva").get("/desk").text


@pytest.mark.parametrize("somebody", ["ben", "cem", "eva"])
def test_nobody_else_says_it_for_them(sign_in, name_need, look_at, somebody):
    need, browser = name_need(shared=True), sign_in(somebody)

    assert browser.get(f"{need}/withdrawal").status_code == 403
    assert browser.post(f"{need}/withdrawal", data={"words": "x"}).status_code == 403
    assert f"{need}/withdrawal" not in browser.get(need).text
    assert look_at(need, lambda need: need.state) == "received"


def test_what_the_team_has_ended_is_not_opened_by_it(sign_in, name_need, look_at):
    need, ada = name_need(), sign_in("ada")
    sign_in("eva").post(f"{need}/declination", data={"reason": "Too large.", "seen": "received"})

    assert ada.post(f"{need}/reopening").status_code == 403
    assert look_at(need, lambda need: need.state) == "declined"
