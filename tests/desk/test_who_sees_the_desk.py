"""For whom the desk exists: the team. For everybody else its pages are not there."""

from uuid import uuid4

import pytest

from neighbour.desk import CallNote

PAGES = ["/desk", "/desk/people", "/desk/calls", "/desk/invitations", "/desk/initiatives"]
PAGES += ["/desk/rooms", "/desk/rooms/new", "/desk/audit", "/desk/audit.csv"]
WRITES = [
    "/desk/calls",
    "/desk/assignments",
    "/desk/people/list",
    "/desk/people/roles",
    "/desk/people/roles/end",
    "/desk/initiatives/companion",
    "/desk/invitations",
    "/desk/invitations/withdrawal",
    "/desk/rooms",
]
OTHERS = ["ada", "ben", "dora", "otto", "gil"]


@pytest.mark.parametrize("handle", ["eva", "lea"])
def test_the_team_sees_every_page(sign_in, stage, handle):
    with stage() as people:
        ben = people.ben.id
    browser = sign_in(handle)

    answers = {page: browser.get(page).status_code for page in [*PAGES, f"/desk/people/{ben}"]}

    assert set(answers.values()) == {200}, answers
    assert browser.get("/desk/people").text.count("Schreibtisch") > 0


@pytest.mark.parametrize("handle", OTHERS)
def test_nobody_else_does(sign_in, stage, handle):
    with stage() as people:
        ben = people.ben.id
        CallNote.write("Ben is thinking of leaving.", by=people.eva, person=people.ben)
    browser = sign_in(handle)

    reads = [browser.get(page) for page in [*PAGES, f"/desk/people/{ben}"]]
    writes = [browser.post(address, data={"id": ben, "role": "juror", "said": "x", "who": "Ben"}) for address in WRITES]
    about_ben = [
        browser.post(f"/desk/people/{ben}/{act}", data={"role": "juror"}) for act in ("end", "roles", "reopening")
    ]

    assert {answer.status_code for answer in [*reads, *writes, *about_ben]} == {404}
    assert not any("thinking of leaving" in answer.text for answer in reads)
    assert 'href="/desk' not in browser.get("/me").text


def test_a_visitor_is_asked_to_sign_in(visitor):
    assert {visitor.get(page).status_code for page in PAGES} == {303}
    assert {visitor.post(address).status_code for address in WRITES} == {401}


def test_a_person_who_is_not_there_is_not_found(sign_in):
    browser = sign_in("eva")

    assert [browser.get(f"/desk/people/{wrong}").status_code for wrong in (uuid4(), "ben", "1")] == [404, 404, 404]
