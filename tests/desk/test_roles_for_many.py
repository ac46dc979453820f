"""A role for many people at once: chosen on purpose, asked before, said afterwards."""

import re
from uuid import uuid4

import pytest
from sqlalchemy import select

from neighbour.audit import LogLine
from neighbour.db import db


def test_many_get_a_role_in_one_go_and_lose_it_again(sign_in, stage):
    with stage() as people:
        chosen = {
            "id": [people.ada.id, people.gil.id],
            "role": "juror",
            "operation_id": uuid4(),
            "back": "/desk/people?q=a",
            "sure": "yes",
        }
    browser = sign_in("eva")

    answer = browser.post("/desk/people/roles", data=chosen)

    assert (answer.status_code, answer.headers["Location"]) == (303, "/desk/people?q=a")
    page = browser.get("/desk/people").text
    assert "Quittungswort" in page and "2 Menschen sind jetzt Jurymitglied." in page
    with stage() as people:
        assert people.ada.role_names == people.gil.role_names == {"juror"}
        acts = db.session.scalars(select(LogLine.act)).all()
        assert acts == ["accounts.role", "accounts.role"]
    assert browser.post("/desk/people/roles/end", data={**chosen, "operation_id": uuid4()}).status_code == 303
    with stage() as people:
        assert people.ada.role_names == frozenset()


@pytest.mark.parametrize(("end", "asked"), [("", "werden Jurymitglied"), ("/end", "sind dann nicht mehr Jurymitglied")])
def test_nobody_of_many_gets_or_loses_a_role_before_the_question_is_answered(sign_in, stage, end, asked):
    with stage() as people:
        if end:
            people.ada.give_role("juror", by=people.eva)
            people.gil.give_role("juror", by=people.eva)
        form = {"id": [people.ada.id, people.gil.id], "role": "juror", "back": "/desk/people?q=a"}
        before = people.ada.role_names
    browser = sign_in("eva")

    page = browser.post(f"/desk/people/roles{end}", data=form)

    assert f"2 Menschen {asked}" in page.text and "@ada" in page.text and "@gil" in page.text
    with stage() as people:
        assert people.ada.role_names == people.gil.role_names == before
    carried = re.findall(r'name="(\w+)" value="([^"]*)"', page.text.split('class="card stack"')[1])
    sure = {name: [value for other, value in carried if other == name] for name, _value in carried}
    assert browser.post(f"/desk/people/roles{end}", data=sure).status_code == 303
    with stage() as people:
        assert people.ada.role_names == people.gil.role_names != before


def test_one_person_gets_a_role_at_once_and_it_is_said(sign_in, stage):
    with stage() as people:
        people.ada.give_role("juror", by=people.eva)
        form = {"id": [people.ada.id, people.gil.id], "role": "juror"}
    browser = sign_in("eva")

    assert browser.post("/desk/people/roles", data=form).status_code == 303
    assert "Gil ist jetzt Jurymitglied." in browser.get("/desk/people").text
    again = browser.post("/desk/people/roles", data=form)
    assert again.status_code == 422 and "nichts ändern" in again.text


def test_no_role_is_chosen_before_somebody_chooses(sign_in, stage):
    with stage() as people:
        form = {"id": [people.ada.id, people.gil.id], "role": "", "sure": "yes"}
    browser = sign_in("eva")

    assert '<option value="">Rolle wählen</option>' in browser.get("/desk/people").text
    answer = browser.post("/desk/people/roles", data=form)
    assert answer.status_code == 422 and "Bitte wählen Sie zuerst eine Rolle." in answer.text


@pytest.mark.parametrize("role", ["team", "lead", "operator", "emperor", ""])
def test_the_team_gives_no_role_that_only_the_lead_gives(sign_in, stage, role):
    with stage() as people:
        form = {"id": people.ada.id, "role": role}

    assert sign_in("eva").post("/desk/people/roles", data=form).status_code == 422
    with stage() as people:
        assert people.ada.role_names == frozenset()


def test_a_bulk_that_would_take_the_last_lead_takes_nothing(sign_in, stage):
    with stage() as people:
        people.eva.give_role("operator", by=people.lea)
        form = {"id": [people.eva.id, people.lea.id], "role": "lead", "sure": "yes"}
        people.eva.give_role("lead", by=people.lea)

    assert sign_in("lea").post("/desk/people/roles/end", data=form).status_code == 403
    with stage() as people:
        assert people.eva.is_lead and people.lea.is_lead
