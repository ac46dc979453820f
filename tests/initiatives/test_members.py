"""The people of an initiative: another role, removal, leaving."""

import pytest
from sqlalchemy import select

from neighbour.audit import LogLine
from neighbour.db import db
from neighbour.initiatives import Membership
from tests import cast
from tests.initiatives.doors import together


def of(handle: str) -> Membership:
    return (
        db.session.scalars(select(Membership).where(Membership.user_id == cast.person(handle).id))
        .unique()
        .one_or_none()
    )


def address(stage, handle: str, slug: str = "mill") -> str:
    with stage():
        return f"/initiatives/{slug}/members/{of(handle).id}"


@pytest.mark.parametrize("handle", ["ada", "eva"])
def test_coordination_and_team_give_another_role(sign_in, stage, handle):
    ben = address(stage, "ben")

    assert sign_in(handle).post(ben, data={"role": "deputy"}).status_code == 303

    with stage():
        assert of("ben").role == "deputy"
        assert db.session.scalars(select(LogLine.act).where(LogLine.act == "initiatives.role")).all() == [
            "initiatives.role"
        ]


@pytest.mark.parametrize("handle", ["ben", "cem", "gil", "dora"])
def test_nobody_else_changes_or_removes(sign_in, stage, handle):
    ada, browser = address(stage, "ada"), sign_in(handle)

    assert browser.get(ada).status_code == 403
    assert browser.post(ada, data={"role": "member"}).status_code == 403
    assert browser.post(f"{ada}/removal").status_code == 403
    with stage():
        assert of("ada").role == "coordinator"


def test_a_deputy_writes_but_does_not_decide_about_people(sign_in, stage):
    ada = address(stage, "ada")
    with stage():
        of("ben").role = "deputy"
    ben = sign_in("ben")

    assert ben.get("/initiatives/mill/edit").status_code == 200
    assert ben.post(f"{ada}/removal").status_code == 403


def test_a_member_of_elsewhere_is_not_found_here(sign_in, stage):
    cem = address(stage, "cem", slug="mill")

    assert sign_in("ada").get(cem).status_code == 404
    assert sign_in("ada").post(f"{cem}/removal").status_code == 404


def test_removal_asks_first_and_keeps_the_account(sign_in, stage):
    ben, ada = address(stage, "ben"), sign_in("ada")

    assert "Ben aus der Initiative nehmen?" in ada.get(f"{ben}/removal").text
    with stage():
        assert of("ben") is not None
    ada.post(f"{ben}/removal")

    with stage():
        assert of("ben") is None
        assert cast.person("ben").is_active


def test_everybody_may_leave(sign_in, stage):
    ben = address(stage, "ben")

    assert sign_in("ben").post(f"{ben}/removal").status_code == 303

    with stage():
        assert of("ben") is None


def test_the_last_coordination_stays_and_is_told_why(sign_in, stage):
    ada, browser, eva = address(stage, "ada"), sign_in("ada"), sign_in("eva")

    answers = [browser.post(f"{ada}/removal"), eva.post(f"{ada}/removal"), eva.post(ada, data={"role": "member"})]

    assert [answer.status_code for answer in answers] == [403] * 3
    assert all("Ohne Koordination geht es nicht" in answer.text for answer in answers)
    with stage():
        assert of("ada").role == "coordinator"


def test_of_two_coordinators_who_leave_at_once_one_stays(sign_in, stage):
    with stage():
        of("ben").role = "coordinator"
    ada, ben = address(stage, "ada"), address(stage, "ben")
    first, second = sign_in("ada"), sign_in("ben")

    answers = together(lambda: first.post(f"{ada}/removal"), lambda: second.post(f"{ben}/removal"))

    assert sorted(answer.status_code for answer in answers) == [303, 403]


@pytest.mark.parametrize("role", ["", "king", "lead", "a\x00"])
def test_a_role_that_does_not_exist_is_refused(sign_in, stage, role):
    ben = address(stage, "ben")

    answer = sign_in("ada").post(ben, data={"role": role})

    assert answer.status_code == 422
    assert 'id="role-error"' in answer.text
