"""Who of the team takes care of a need: the desk and the need say the same, and whoever gets it is told."""

import pytest

from neighbour.db import db
from neighbour.initiatives import Initiative
from neighbour.needs.models import Need
from neighbour.notifications import Notification
from tests.cast import initiative
from tests.needs.conftest import WORDS, need_id


def test_who_gets_a_need_is_told_and_everybody_sees_the_way(sign_in, name_need, stage):
    need, eva = name_need(), sign_in("eva")
    with stage() as people:
        lea = str(people.lea.id)

    answer = eva.post(
        f"{need}/responsibility", data={"person": lea, "words": "She knows the bus."}, follow_redirects=True
    )

    assert "Lea kümmert sich jetzt darum und hat Bescheid." in answer.text
    page = sign_in("ada").get(need).text
    for words in ("weitergegeben an Lea", "She knows the bus.", "Lea kümmert sich darum."):
        assert words in page
    assert f"Eva gibt Ihnen einen Bedarf weiter: {WORDS['title']}" in sign_in("lea").get("/").text


def test_handing_it_to_who_has_it_already_says_nothing(sign_in, name_need, stage):
    need = name_need()
    with stage() as people:
        eva = str(people.eva.id)

    sign_in("lea").post(f"{need}/responsibility", data={"person": eva})

    with stage():
        assert db.session.query(Notification).count() == 0
        assert len(db.session.get(Need, need_id(need)).steps) == 1


def test_a_kind_no_stays_on_top_when_it_is_handed_on(sign_in, name_need, stage):
    need, eva = name_need(), sign_in("eva")
    eva.post(f"{need}/declination", data={"reason": "That is the county's bus.", "seen": "received"})
    with stage() as people:
        lea = str(people.lea.id)

    eva.post(f"{need}/responsibility", data={"person": lea, "words": "Please ring them."})

    card = sign_in("ada").get(need).text.split('id="outcome"')[1].split("</section>")[0]
    assert "bus." in card and "Please ring them." not in card


def test_the_desk_shows_who_takes_care_and_taking_hands_it_over(sign_in, name_need, stage, look_at):
    need, lea = name_need(), sign_in("lea")
    assert "<span>Eva</span>" in lea.get("/desk").text
    with stage() as people:
        eva = people.eva.id

    assert lea.post("/desk/assignments", data={"place": need, "instead_of": eva}).status_code == 303

    assert look_at(need, lambda need: need.responsible.handle) == "lea"
    assert "<span>Sie</span>" in lea.get("/desk").text
    assert "weitergegeben an Lea" in sign_in("ada").get(need).text
    assert WORDS["title"] in lea.get("/desk?show=mine").text
    assert WORDS["title"] not in sign_in("eva").get("/desk?show=mine").text


def test_of_two_who_take_a_need_the_second_is_told(sign_in, name_need, look_at):
    need = name_need()

    answer = sign_in("lea").post("/desk/assignments", data={"place": need})

    assert answer.status_code == 409
    assert "Eva hat das eben übernommen" in answer.text
    assert look_at(need, lambda need: need.responsible.handle) == "eva"


@pytest.mark.parametrize(("recorder", "expected"), [("lea", "lea"), ("ada", None)])
def test_without_a_companion_it_is_whose_pen_it_was(stage, name_need, look_at, recorder, expected):
    with stage():
        initiative("mill").companion = None

    need = name_need(recorder)

    assert look_at(need, lambda need: need.responsible.handle if need.responsible else None) == expected
    with stage():
        assert db.session.query(Initiative).filter_by(slug="mill").one().companion_id is None
