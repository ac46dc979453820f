"""What the team takes down on the telephone is the initiative's word only after one of them says so."""

import pytest

from neighbour.db import db
from neighbour.needs.models import Need
from tests.needs.conftest import WORDS


@pytest.fixture
def recorded(name_need) -> str:
    return name_need("eva")


@pytest.mark.parametrize("somebody", ["ada", "ben"])
def test_a_member_confirms_it_as_it_is(sign_in, recorded, look_at, somebody):
    member = sign_in(somebody)
    assert "Stimmt so" in member.get(recorded).text

    member.post(f"{recorded}/confirmation")

    assert look_at(recorded, lambda need: (need.is_confirmed, need.confirmed_by.handle, need.author.handle)) == (
        True, somebody, somebody,
    )  # fmt: skip
    assert f"Bestätigt von {somebody.title()}" in member.get(recorded).text


def test_a_member_corrects_it_and_confirms_by_that(sign_in, recorded, look_at):
    version = look_at(recorded, lambda need: str(need.version))

    sign_in("ben").post(recorded, data={**WORDS, "difficulty": "It is wet.", "version": version})

    assert look_at(recorded, lambda need: (need.difficulty, need.is_confirmed)) == ("It is wet.", True)
    assert "It comes too late." in sign_in("ada").get(f"{recorded}/versions").text


def test_who_told_it_is_its_author(sign_in, stage, look_at):
    with stage() as people:
        ben = str(people.ben.id)
    answer = sign_in("eva").post("/needs", data={**WORDS, "initiative": "mill", "caller": ben})

    assert look_at(answer.headers["Location"], lambda need: (need.author.handle, need.is_confirmed)) == ("ben", False)


def test_nobody_of_another_initiative_is_named_as_who_told_it(sign_in, stage):
    with stage() as people:
        cem = str(people.cem.id)
    answer = sign_in("eva").post("/needs", data={**WORDS, "initiative": "mill", "caller": cem})

    assert answer.status_code == 422
    with stage():
        assert db.session.query(Need).count() == 0


@pytest.mark.parametrize("somebody", ["eva", "lea"])
def test_the_team_does_not_confirm_its_own_notes(sign_in, recorded, look_at, somebody):
    assert sign_in(somebody).post(f"{recorded}/confirmation").status_code == 403
    version = look_at(recorded, lambda need: str(need.version))
    assert sign_in(somebody).post(recorded, data={**WORDS, "version": version, "who": "Ben"}).status_code == 303
    assert not look_at(recorded, lambda need: need.is_confirmed)


def test_nobody_shares_what_nobody_has_confirmed(sign_in, recorded, look_at):
    for somebody in ("ada", "eva"):
        assert sign_in(somebody).post(f"{recorded}/sharing").status_code == 403
    assert not look_at(recorded, lambda need: need.is_shared)


def test_confirmed_the_team_changes_it_no_more(sign_in, recorded, look_at):
    sign_in("ada").post(f"{recorded}/confirmation")
    version = look_at(recorded, lambda need: str(need.version))

    assert sign_in("eva").get(f"{recorded}/edit").status_code == 403
    assert sign_in("eva").post(recorded, data={**WORDS, "title": "Mine now", "version": version}).status_code == 403


def test_answered_but_not_confirmed_it_stays_on_the_desk(sign_in, recorded):
    eva = sign_in("eva")
    eva.post(f"{recorded}/answers", data={"body": "Thank you for the call"})
    assert "noch zu bestätigen" in eva.get("/desk").text

    sign_in("ada").post(f"{recorded}/confirmation")

    assert WORDS["title"] not in eva.get("/desk").text
