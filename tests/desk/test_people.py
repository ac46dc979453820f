"""The table of people: finding them and taking the list along."""

from uuid import uuid4

import pytest
from sqlalchemy import select

from neighbour.accounts import User
from neighbour.audit import LogLine
from neighbour.db import db
from neighbour.desk.spreadsheet import harmless
from neighbour.initiatives import Invitation


def rows_of(page) -> set[str]:
    return {
        name
        for name in ("Ada", "Ben", "Cem", "Dora", "Eva", "Gil", "Lea", "Otto")
        if f"<strong>{name}</strong>" in page.text
    }


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("q=ad", {"Ada"}),
        ("q=%40BEN", {"Ben"}),
        ("q=dora@example.org", {"Dora"}),
        ("q=%25", set()),
        ("initiative=mill", {"Ada", "Ben"}),
        ("initiative=mill&role=coordinator", {"Ada"}),
        ("role=coordinator", {"Ada", "Cem"}),
        ("role=lead", {"Lea"}),
        ("role=lead&initiative=mill", set()),
        ("after=eva", {"Gil", "Lea", "Otto"}),
    ],
)
def test_people_are_found_by_name_initiative_and_role(sign_in, wanted, found):
    assert rows_of(sign_in("eva").get(f"/desk/people?{wanted}")) == found


def test_a_name_with_an_umlaut_is_found_however_it_is_typed(sign_in, stage):
    with stage() as people:
        people.ben.name = "Ömer Ö."
    browser = sign_in("eva")

    assert all("Ömer" in browser.get("/desk/people", query_string={"q": typed}).text for typed in ("ömer", "Ömer Ö"))


def test_typing_swaps_the_table_alone(sign_in):
    answer = sign_in("eva").script("GET", "/desk/people?q=ad")

    assert answer.text.lstrip().startswith('<div class="stack" id="people">')
    assert rows_of(answer) == {"Ada"}


def test_an_ended_account_is_shown_only_when_asked_for(sign_in, stage):
    with stage() as people:
        people.ben.end(by=people.eva)
    browser = sign_in("eva")

    assert "Ben" not in rows_of(browser.get("/desk/people"))
    assert rows_of(browser.get("/desk/people?role=ended")) == {"Ben"}


@pytest.mark.parametrize("wrong", ["initiative=nowhere", "role=emperor", f"q={'x' * 81}", "q=a%00b", "after=a%00b"])
def test_a_search_that_makes_no_sense_says_so(sign_in, wrong):
    answer = sign_in("eva").get(f"/desk/people?{wrong}")

    assert answer.status_code == 422
    assert "Bitte schauen Sie noch einmal" in answer.text


def test_the_table_goes_on_after_fifty_and_asks_no_more_questions_for_more_people(sign_in, stage, queries):
    browser = sign_in("eva")
    browser.get("/desk/people")
    few = queries(browser, "/desk/people")
    with stage() as people:
        db.session.add_all(User(name=f"Person {n}", handle=f"person{n:03}") for n in range(60))
        people.gil.give_role("juror", by=people.eva)

    page = browser.get("/desk/people")

    assert page.text.count('id="person-') == 50
    assert 'rel="next"' in page.text
    assert browser.get("/desk/people?after=person050").text.count('id="person-') == 9
    assert queries(browser, "/desk/people") == few


def test_one_unknown_person_stops_the_whole_list(sign_in, stage):
    with stage() as people:
        ids = [people.ada.id, uuid4()]
    browser = sign_in("eva")

    answers = [
        browser.post("/desk/people/roles", data={"id": ids, "role": "juror"}),
        browser.post("/desk/people/list", data={"id": ids}),
        browser.post("/desk/people/roles", data={"id": [ids[0], "not an id"], "role": "juror"}),
    ]

    assert [answer.status_code for answer in answers] == [422, 422, 422]
    assert all("Es wurde nichts geändert" in answer.text for answer in answers)
    with stage() as people:
        assert people.ada.role_names == frozenset()


def test_nobody_ticked_or_too_many_is_said(sign_in):
    browser = sign_in("eva")
    crowd = [uuid4() for _ in range(201)]

    assert "Bitte wählen Sie zuerst aus" in browser.post("/desk/people/list").text
    assert browser.post("/desk/people/list", data={"id": crowd}).status_code == 422


def test_the_list_opens_in_a_spreadsheet_and_calculates_nothing(sign_in, stage):
    with stage() as people:
        people.ben.name, people.ben.phone = '=HYPERLINK("x")', "+49 221 4710-1"
        people.ada.phone = "0221 4710-2"
        form = {"id": [people.ben.id, people.ada.id, people.dora.id]}

    answer = sign_in("eva").post("/desk/people/list", data=form)

    lines = answer.data.decode("utf-8").split("\r\n")
    assert answer.mimetype == "text/csv"
    assert lines[0] == "\ufeffName;Kurzname;Initiative;Rolle;E-Mail;Telefon"
    assert lines[1] == "Ada;ada;The Mill;Koordination;ada@example.org;0221 4710-2"
    assert lines[2] == '"\'=HYPERLINK(""x"")";ben;The Mill;Mitglied;ben@example.org;\'+49 221 4710-1'
    assert lines[3] == "Dora;dora;;Jurymitglied;dora@example.org;"
    with stage():
        assert db.session.scalars(select(LogLine.act)).all() == ["desk.list"]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", " =1", "\n=1"])
def test_what_a_spreadsheet_would_calculate_becomes_text(cell):
    assert harmless(cell) == f"'{cell}"


def test_a_browser_does_not_hold_a_search_for_all_back(sign_in):
    """`required` on a list whose first word has no value would stop the form before it leaves."""
    assert "required" not in sign_in("eva").get("/desk/people").text.split('id="people"')[0]


def test_whoever_has_an_invitation_open_is_marked(sign_in, stage):
    with stage() as people:
        Invitation.issue(by=people.eva, initiative=None, name="Gil", email="GIL@example.org")

    text = sign_in("eva").get("/desk/people").text

    assert text.count("Einladung offen") == 1
    assert "Einladung offen" in text.split("<strong>Gil</strong>")[1].split("</tr>")[0]
