"""One person on the desk: roles, a lost phone, the end of an account."""

from uuid import uuid4

import pytest

from neighbour.accounts import Device
from neighbour.db import db


def test_a_role_is_given_and_taken(sign_in, stage, at):
    browser, ben = sign_in("eva"), at("ben")

    assert browser.post(f"{ben}/roles", data={"role": "juror"}).headers["Location"] == ben
    assert "Jurymitglied wegnehmen" in browser.get(ben).text
    assert browser.post(f"{ben}/roles/end", data={"role": "juror"}).status_code == 303
    with stage() as people:
        assert people.ben.role_names == frozenset()


def test_the_lead_makes_somebody_a_lead_and_then_steps_back(sign_in, at):
    lea = sign_in("lea")

    assert lea.post(f"{at('lea')}/roles/end", data={"role": "lead"}).status_code == 403
    assert lea.post(f"{at('eva')}/roles", data={"role": "lead"}).status_code == 303
    assert lea.post(f"{at('lea')}/roles/end", data={"role": "lead"}).status_code == 303
    assert sign_in("eva").post(f"{at('eva')}/roles/end", data={"role": "lead"}).status_code == 403


@pytest.mark.parametrize("role", ["team", "lead", "operator", "emperor", ""])
def test_the_team_is_offered_no_role_that_it_may_not_give(sign_in, stage, at, role):
    browser, ben = sign_in("eva"), at("ben")

    assert f'<option value="{role}">' not in browser.get(ben).text
    assert browser.post(f"{ben}/roles", data={"role": role}).status_code == 422
    with stage() as people:
        assert people.ben.role_names == frozenset()


def test_a_lost_phone_is_signed_out(sign_in, stage, at):
    phone, ben = sign_in("ben"), at("ben")
    with stage() as people:
        device = db.session.scalars(Device.running_of(people.ben)).unique().one().id
        other = at_device(people.ada)
    browser = sign_in("eva")
    assert "Handy verloren" in browser.get(ben).text

    assert browser.post(f"{ben}/devices/{uuid4()}/end").status_code == 404
    assert browser.post(f"{ben}/devices/{other}/end").status_code == 404
    assert browser.post(f"{ben}/devices/{device}/end").status_code == 303
    assert phone.get("/me").status_code == 303


def at_device(person):
    device = Device.sign_in(person, owner="mine", label="Elsewhere")
    db.session.add(device)
    db.session.flush()
    return device.id


def test_an_account_is_ended_and_opened_again(sign_in, stage, at):
    browser, ben = sign_in("eva"), at("ben")

    assert browser.post(f"{ben}/end").status_code == 303
    text = browser.get(ben).text
    assert "beendet" in text and "Konto wieder öffnen" in text
    assert browser.post(f"{ben}/roles", data={"role": "juror"}).status_code == 403
    assert browser.post(f"{ben}/reopening").status_code == 303
    assert sign_in("ben").get("/me").status_code == 200


@pytest.mark.parametrize(("who", "whom"), [("eva", "lea"), ("eva", "eva"), ("lea", "lea"), ("eva", "otto")])
def test_an_account_that_is_not_theirs_to_end_has_no_button_and_stays(sign_in, stage, at, who, whom):
    browser = sign_in(who)

    assert "Konto beenden" not in browser.get(at(whom)).text
    assert browser.post(f"{at(whom)}/end").status_code == 403
    with stage() as people:
        assert getattr(people, whom).is_active
