"""What an initiative keeps to itself stays with it and the team: in lists, pages, photos, likenesses, notifications."""

import pytest

from neighbour.db import db
from neighbour.initiatives import Initiative, Membership
from neighbour.needs.models import Need
from tests.needs.conftest import WORDS

EVERYBODY = ("ada", "ben", "cem", "gil", "dora", "eva", "lea", "otto")
AT_HOME = {"ada", "ben", "eva", "lea"}
READERS = set(EVERYBODY) - {"otto"}


@pytest.mark.parametrize("shared", [True, False])
def test_a_need_is_read_by_home_and_team_or_once_shared_by_all(sign_in, name_need, shared):
    need = name_need(shared=shared)
    lists = ["/needs", "/needs?show=open", "/needs/similar?title=notice", "/initiatives/mill", "/"]

    for somebody in EVERYBODY:
        browser = sign_in(somebody)
        may = somebody in (READERS if shared else AT_HOME)
        assert browser.get(need).status_code == (200 if may else 404), somebody
        found = [WORDS["title"] in browser.get(place).text for place in lists]
        assert found[:3] == [may] * 3, somebody
        assert may or not any(found), somebody


def test_a_visitor_is_asked_to_sign_in(visitor, name_need):
    need = name_need(shared=True)

    for place in ("/needs", need, "/needs/similar?title=notice"):
        answer = visitor.get(place)
        assert (answer.status_code, WORDS["title"] in answer.text) == (303, False)


def test_nobody_writes_to_a_need_that_they_may_not_read(sign_in, name_need):
    need = name_need()
    nouns = ("same-here", "answers", "sharing", "sharing/withdrawal", "confirmation", "states", "settlement", "declination",
             "merger", "separation", "responsibility")  # fmt: skip
    words = {"body": "x", "words": "x", "reason": "x", "state": "understood"}

    for somebody in ("cem", "gil", "otto"):
        browser = sign_in(somebody)
        assert {browser.post(f"{need}/{noun}", data=words).status_code for noun in nouns} == {404}
        assert browser.post(need, data=WORDS).status_code == 404


def test_who_left_the_initiative_does_not_read_on(sign_in, name_need, stage):
    need, ben = name_need("ben"), sign_in("ben")
    assert ben.get(need).status_code == 200
    with stage() as people:
        people.ben.memberships.clear()

    assert ben.get(need).status_code == 404
    assert WORDS["title"] not in ben.get("/needs").text


def test_what_is_kept_is_not_told_through_a_notification(sign_in, name_need, stage):
    """Cem was told while it was shared; it was taken back, so the title goes from his inbox too."""
    need = name_need(shared=True)
    sign_in("cem").post(f"{need}/same-here", data={"words": ""})
    sign_in("eva").post(f"{need}/states", data={"state": "understood", "words": "We see"})
    cem = sign_in("cem")
    assert WORDS["title"] in cem.get("/me/notifications").text
    cem.post(f"{need}/same-here/withdrawal")
    sign_in("ada").post(f"{need}/sharing/withdrawal")

    assert WORDS["title"] not in cem.get("/me/notifications").text
    assert WORDS["title"] not in cem.get("/").text


@pytest.mark.parametrize("wrong", ["abc", "%00", "0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee", "x" * 300])
def test_addresses_of_nothing_are_not_found(sign_in, wrong):
    eva = sign_in("eva")

    for noun in ("", "/edit", "/versions", "/states", "/merger"):
        assert eva.get(f"/needs/{wrong}{noun}").status_code == 404


@pytest.mark.parametrize("wrong", ["abc", "%00", "-1", "x" * 3000])
def test_malformed_questions_show_the_usual_list(sign_in, name_need, wrong):
    name_need()

    answer = sign_in("ada").get(f"/needs?show={wrong}&before={wrong}")

    assert answer.status_code == 200
    assert WORDS["title"] in answer.text


def test_the_list_goes_on_by_key(sign_in, stage, name_need):
    for number in range(22):
        name_need(title=f"Number {number}")
    ada = sign_in("ada")

    first = ada.get("/needs").text
    older = first.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0].replace("&amp;", "&")

    assert "Number 21<" in first and "Number 1<" not in first
    assert "Number 1<" in ada.get(older).text
    part = ada.script("GET", older).text
    assert "Number 1<" in part and "<html" not in part


def test_the_clock_of_a_device_does_not_move_a_need_in_the_list(sign_in):
    ada = sign_in("ada")
    ids = ["ffffffff-ffff-7fff-bfff-ffffffffffff", "00000000-0000-7000-8000-000000000001", ""]
    for number, id in enumerate(ids):
        words = {"title": f"Number {number}", "operation_id": id}
        assert ada.post("/needs", data={**WORDS, **words}).status_code == 303

    first, older = ada.get("/needs").text, ada.get(f"/needs?before={ids[1]}").text

    assert first.index("Number 2") < first.index("Number 1") < first.index("Number 0")
    assert [f"Number {number}" in older for number in range(3)] == [True, False, False]


def test_where_somebody_has_only_applied_they_name_no_need(sign_in, stage):
    with stage() as people:
        garden = Initiative(slug="garden", name="Garden", place="Valley", region="revier", status="applied")
        people.gil.memberships = [Membership(initiative=garden)]

    assert sign_in("gil").post("/needs", data=WORDS).status_code == 403
    with stage():
        assert db.session.query(Need).count() == 0
