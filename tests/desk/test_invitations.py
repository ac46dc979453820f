"""Invitations from the desk: a pasted list, slips for those ticked, some taken back."""

from uuid import uuid4

import pytest
from sqlalchemy import select

from neighbour.db import db
from neighbour.initiatives import Invitation
from neighbour.mail import Mail
from tests.cast import initiative

LIST = "Anna M.; anna@example.net\n\n  Bernd T. \nCarla;\n"


def all_of_them() -> list[Invitation]:
    return db.session.scalars(select(Invitation).order_by(Invitation.id)).unique().all()


def test_a_pasted_list_becomes_invitations_that_are_ticked_for_printing(sign_in, stage):
    with stage():
        mill = initiative("mill").id
    browser = sign_in("eva")
    form = {"people": LIST, "initiative": mill, "membership_role": "treasurer", "operation_id": uuid4()}

    answer = browser.post("/desk/invitations", data=form)

    assert answer.status_code == 303
    page = browser.get(answer.headers["Location"])
    assert page.text.count("checked") == 3
    with stage():
        found = all_of_them()
        assert [each.name for each in found] == ["Anna M.", "Bernd T.", "Carla"]
        assert {(each.initiative.slug, each.membership_role, each.role) for each in found} == {
            ("mill", "treasurer", "")
        }
        assert db.session.scalars(select(Mail.recipient)).all() == ["anna@example.net"]


@pytest.mark.parametrize("sign", ["; ", ";", ", ", "\t"])
def test_a_list_out_of_a_spreadsheet_is_understood_and_its_head_invites_nobody(sign_in, stage, sign):
    lines = [("Name", "E-Mail"), ("Anna M.", "anna@example.net"), ("Bernd T.", "")]
    form = {"people": "\r\n".join(sign.join(each) for each in lines), "membership_role": "member"}

    assert sign_in("eva").post("/desk/invitations", data=form).status_code == 303
    with stage():
        assert [(each.name, each.email) for each in all_of_them()] == [
            ("Anna M.", "anna@example.net"),
            ("Bernd T.", ""),
        ]


@pytest.mark.parametrize(
    ("second", "sentence"),
    [
        ("bernd@example.net", "Zeile 2: „bernd@example.net“ ist eine Adresse. Davor fehlt der Name."),
        ("Bernd; bernd", "Zeile 2: „bernd“ ist keine E-Mail-Adresse."),
        ("Bernd, T.; bernd@example.net", "Zeile 2: „T.; bernd@example.net“ ist keine E-Mail-Adresse."),
        ("ANNA", "Zeile 2: „ANNA“ steht zweimal da."),
        ("Bernd; ANNA@example.net", "Zeile 2: „ANNA@example.net“ steht zweimal da."),
        ("\nGil; gil@example.org", "Zeile 3: gil@example.org hat schon ein Konto."),
        ("Carla", "Zeile 2: Carla hat dort schon eine offene Einladung."),
        ("Somebody; carla@example.net", "Zeile 2: Somebody hat dort schon eine offene Einladung."),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_nobody_is_invited(sign_in, stage, second, sentence):
    with stage() as people:
        Invitation.issue(by=people.eva, initiative=initiative("mill"), name="Carla", email="carla@example.net")
        mill = initiative("mill").id
    form = {"people": f"Anna; anna@example.net\n{second}", "initiative": mill, "membership_role": "member"}

    answer = sign_in("eva").post("/desk/invitations", data=form)

    assert answer.status_code == 422 and sentence in answer.text
    with stage():
        assert [each.name for each in all_of_them()] == ["Carla"]


def test_an_invitation_to_another_initiative_is_no_hindrance(sign_in, stage):
    with stage() as people:
        Invitation.issue(by=people.eva, initiative=initiative("mill"), name="Carla")

    form = {"people": "Carla", "initiative": "", "membership_role": "member"}
    assert sign_in("eva").post("/desk/invitations", data=form).status_code == 303


def test_the_same_list_sent_twice_invites_once(sign_in, stage):
    browser, form = sign_in("eva"), {"people": LIST, "membership_role": "member", "operation_id": uuid4()}

    assert [browser.post("/desk/invitations", data=form).status_code for _ in range(2)] == [303, 303]
    with stage():
        assert len(all_of_them()) == 3


@pytest.mark.parametrize(
    "wrong",
    [
        {"people": ""},
        {"people": " ;\n;"},
        {"people": "; only@example.net"},
        {"people": "Anna; not an address"},
        {"people": "Anna; a@b.de\nBernd; A@B.de"},
        {"people": "x" * 81},
        {"people": "\n".join(["Anna"] * 61)},
        {"people": "a\x00b"},
        {"initiative": "nowhere"},
        {"initiative": str(uuid4())},
        {"membership_role": "emperor"},
    ],
)
def test_one_wrong_line_stops_the_whole_list_and_keeps_it(sign_in, stage, wrong):
    form = {"people": "Anna; anna@example.net\nBernd", "membership_role": "member", **wrong}

    answer = sign_in("eva").post("/desk/invitations", data=form)

    assert answer.status_code == 422
    assert "Bitte schauen Sie noch einmal" in answer.text
    with stage():
        assert all_of_them() == []
        assert db.session.scalars(select(Mail.recipient)).all() == []


def test_only_the_lead_invites_to_a_role_in_the_network(sign_in, stage):
    form = {"people": "Anna", "membership_role": "member", "role": "juror"}

    sign_in("eva").post("/desk/invitations", data=form)
    sign_in("lea").post("/desk/invitations", data={**form, "people": "Bernd"})

    with stage():
        assert {each.name: each.role for each in all_of_them()} == {"Anna": "", "Bernd": "juror"}
    assert "Bernd" not in sign_in("eva").get("/desk/invitations").text


def test_many_are_taken_back_in_one_go_or_none(sign_in, stage):
    with stage() as people:
        ids = [each.id for each in Invitation.issue_many(["Anna", "Bernd"], by=people.eva, initiative=None)]
        secret = Invitation.issue(by=people.lea, initiative=None, name="Carla", role="juror").id
    browser = sign_in("eva")

    for wrong in (uuid4(), secret, "not an id"):
        assert browser.post("/desk/invitations/withdrawal", data={"id": [*ids, wrong]}).status_code == 422
    with stage():
        assert all(each.withdrawn_at is None for each in all_of_them())
    assert browser.post("/desk/invitations/withdrawal", data={"id": ids}).status_code == 303
    with stage():
        assert [each.name for each in all_of_them() if each.withdrawn_at is None] == ["Carla"]


def test_slips_are_printed_for_the_ticked_ones(sign_in, stage):
    with stage() as people:
        first, _second = Invitation.issue_many(["Anna", "Bernd"], by=people.eva, initiative=None)
        address = f"/initiatives/invitations/slips?id={first.id}"
    browser = sign_in("eva")

    assert 'action="/initiatives/invitations/slips"' in browser.get("/desk/invitations").text
    printed = browser.get(address).text
    assert "Anna" in printed and "Bernd" not in printed


def test_more_invitations_cost_no_more_queries(sign_in, stage, queries):
    with stage() as people:
        Invitation.issue_many(["Anna"], by=people.eva, initiative=initiative("mill"))
    browser = sign_in("eva")
    browser.get("/desk/invitations")
    few = queries(browser, "/desk/invitations")
    with stage() as people:
        for slug in ("mill", "harbour"):
            Invitation.issue_many(["Name"] * 30, by=people.lea, initiative=initiative(slug))

    assert browser.get("/desk/invitations").text.count('id="invitation-') == 50
    assert queries(browser, "/desk/invitations") == few
