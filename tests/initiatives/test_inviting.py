"""Inviting: by mail, by slip, many at once; and who may."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from neighbour.db import db, now, uuid7
from neighbour.initiatives import Invitation
from neighbour.mail import Mail
from tests import cast
from tests.initiatives.doors import invitation, invite

MILL = "/initiatives/mill/invitations"
NETWORK = "/initiatives/invitations"


def all_open() -> list[Invitation]:
    return list(db.session.scalars(Invitation.open().order_by(Invitation.id)).unique())


def test_an_invitation_with_an_address_goes_by_mail(sign_in, stage):
    sign_in("ada").post(MILL, data={"name": "Heinz Berg", "email": "Heinz@Example.org"})

    with stage():
        issued, letter = all_open()[0], db.session.scalars(select(Mail)).one()
        assert letter.recipient == "Heinz@Example.org"
        assert f"http://localhost/join/{issued.code}" in letter.text
        assert "Ada" in letter.text and "The Mill" in letter.text
        assert (issued.initiative.slug, issued.membership_role, issued.role) == ("mill", "member", "")


def test_who_has_just_been_invited_is_ticked_for_the_slips_and_nobody_else(sign_in, stage):
    ada = sign_in("ada")
    ada.post(f"{MILL}/many", data={"names": "Willi"})

    page = ada.post(f"{MILL}/many", data={"names": "Anni\nHein"}, follow_redirects=True).text

    with stage():
        ticked = {each.name: f'value="{each.id}" form="slips" checked' in page for each in all_open()}
    assert ticked == {"Willi": False, "Anni": True, "Hein": True}
    assert ada.get(MILL).text.count('form="slips" checked') == 3


def test_without_an_address_no_mail_is_written(sign_in, stage):
    sign_in("ada").post(MILL, data={"name": "Heinz"})

    with stage():
        assert len(all_open()) == 1
        assert db.session.scalars(select(Mail)).all() == []


def test_sent_twice_it_counts_once(sign_in, stage):
    ada, form = sign_in("ada"), {"name": "Heinz", "operation_id": str(uuid7())}
    many = {"names": "Willi\nAnni", "operation_id": str(uuid7())}

    for _ in range(2):
        ada.post(MILL, data=form)
        ada.post(f"{MILL}/many", data=many)

    with stage():
        assert [each.name for each in all_open()] == ["Heinz", "Willi", "Anni"]


def test_a_list_of_names_becomes_slips(sign_in, stage):
    ada = sign_in("ada")

    ada.post(f"{MILL}/many", data={"names": " Willi \r\n\r\nAnni  P.\r\n"})

    page = ada.get("/initiatives/invitations/slips").text
    with stage():
        issued = all_open()
        assert [each.name for each in issued] == ["Willi", "Anni P."]
        assert len({each.code for each in issued}) == 2
        assert all(each.name in page and each.spoken_code in page for each in issued)
    assert "style=" not in page


@pytest.mark.parametrize("names", ["", " \n ", "x" * 81, "\n".join(["a"] * 61), "a\x00b"])
def test_a_list_that_cannot_be_kept_is_named(sign_in, stage, names):
    answer = sign_in("ada").post(f"{MILL}/many", data={"names": names})

    assert answer.status_code == 422
    assert 'id="names-error"' in answer.text
    with stage():
        assert all_open() == []


@pytest.mark.parametrize(
    ("field", "words"), [("name", ""), ("name", "x" * 81), ("name", "\x07"), ("email", "nobody"), ("email", "x" * 255)]
)
def test_an_invitation_that_cannot_be_kept_is_named(sign_in, stage, field, words):
    answer = sign_in("ada").post(MILL, data={"name": "Heinz", "email": "", field: words})

    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    with stage():
        assert all_open() == []


@pytest.mark.parametrize("handle", ["ben", "cem", "gil", "dora"])
def test_others_neither_invite_nor_see_the_codes(sign_in, stage, handle):
    with stage():
        issued = invitation(invite())
        code, id_ = issued.spoken_code, issued.id
    browser = sign_in(handle)

    assert browser.get(MILL).status_code == 403
    assert browser.post(MILL, data={"name": "X"}).status_code == 403
    assert browser.post(f"{MILL}/many", data={"names": "X"}).status_code == 403
    assert browser.get(NETWORK).status_code == 403
    assert code not in browser.get(f"/initiatives/invitations/slips?id={id_}").text
    assert browser.post(f"/initiatives/invitations/{id_}/withdrawal").status_code == 404
    with stage():
        assert [each.name for each in all_open()] == ["Heinz Berg"]


def test_a_coordinator_cannot_smuggle_in_a_role(sign_in, stage):
    form = {
        "name": "Heinz",
        "role": "lead",
        "membership_role": "coordinator",
        "initiative_id": str(uuid4()),
        "slug": "harbour",
    }

    sign_in("ada").post(MILL, data=form)

    with stage():
        assert [(each.role, each.membership_role, each.initiative.slug) for each in all_open()] == [
            ("", "member", "mill")
        ]


def test_the_team_invites_coordinators_and_only_the_lead_gives_roles(sign_in, stage):
    eva, lea = sign_in("eva"), sign_in("lea")

    eva.post(MILL, data={"name": "New Coordinator", "membership_role": "coordinator", "role": "team"})
    lea.post(NETWORK, data={"name": "Prof. Okafor", "role": "juror"})

    with stage():
        found = {each.name: (each.membership_role, each.role, each.initiative_id) for each in all_open()}
        mill = cast.initiative("mill").id
        assert found == {"New Coordinator": ("coordinator", "", mill), "Prof. Okafor": ("member", "juror", None)}


def test_who_may_not_give_a_role_does_not_see_its_code(sign_in, stage):
    with stage():
        code = invitation(invite(by="lea", to="mill", name="Dr. Lead", role="lead")).spoken_code
        other = invitation(invite(by="eva", to="mill", name="Coordinator", membership_role="coordinator")).spoken_code

    pages = {handle: sign_in(handle).get(MILL).text for handle in ("ada", "eva", "lea")}

    assert {handle: code in page for handle, page in pages.items()} == {"ada": False, "eva": False, "lea": True}
    assert {handle: other in page for handle, page in pages.items()} == {"ada": False, "eva": True, "lea": True}


def test_a_withdrawn_invitation_opens_nothing(sign_in, visitor, stage):
    with stage():
        issued = invitation(invite())
        code, id_ = issued.code, issued.id

    assert sign_in("ada").post(f"/initiatives/invitations/{id_}/withdrawal").status_code == 303

    assert visitor.get(f"/join/{code}").status_code == 404
    assert "Heinz Berg" not in sign_in("ada").get(MILL).text


@pytest.mark.parametrize("query", ["", "?id=", "?id=nonsense", "?id=%00", "?id=01900000-0000-7000-8000-000000000000"])
def test_slips_of_nothing_are_a_page_too(sign_in, query):
    assert sign_in("ada").get(f"/initiatives/invitations/slips{query}").status_code == 200


def test_the_team_is_reminded_after_a_week(app, stage):
    with stage() as people:
        late, fresh = invitation(invite(name="Late")), invitation(invite(name="Fresh"))
        late.invited_at = now() - timedelta(days=8)
        fresh.invited_at = now() - timedelta(days=6)
        people.ada.phone = ""
    with app.test_request_context():
        from neighbour.web.slots import gather

        assert [row["title"] for row in gather("desk.waiting", cast.person("eva")) if "Einladung" in row["title"]] == [
            "Late nach der Einladung fragen"
        ]
        assert [row for row in gather("desk.waiting", cast.person("ada")) if "Einladung" in row["title"]] == []
