"""„Wem gehört dieses Gerät?“, and ending a sign-in from elsewhere."""

from datetime import timedelta

import pytest

from neighbour.accounts import Device
from neighbour.db import db, now
from tests.cast import PASSWORD


def sign_in_on(app, device: str):
    browser = app.test_client()
    answer = browser.post("/sign-in", data={"email": "ada@example.org", "password": PASSWORD, "device": device})
    return browser, answer


def test_my_own_device_stays_signed_in(app):
    _browser, answer = sign_in_on(app, "mine")

    assert "Expires=" in answer.headers["Set-Cookie"]


@pytest.mark.parametrize("said", ["shared", "", "nonsense"])
def test_on_a_shared_device_nothing_stays(app, said):
    browser, answer = sign_in_on(app, said)

    assert "Expires=" not in answer.headers["Set-Cookie"]
    assert browser.get("/me").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("device", "days", "status"), [("mine", 179, 200), ("mine", 181, 303), ("shared", 1, 303)])
def test_a_device_that_was_not_used_for_long_is_over(app, stage, device, days, status):
    browser, _answer = sign_in_on(app, device)
    with stage():
        db.session.query(Device).update({"seen_at": now() - timedelta(days=days)})

    assert browser.get("/me").status_code == status


def test_a_device_ended_elsewhere_is_signed_out(sign_in, stage):
    phone, desk = sign_in("ada"), sign_in("ada")
    with stage() as people:
        other = db.session.scalars(Device.running_of(people.ada)).unique().all()[-1].id

    desk.post(f"/me/devices/{other}/end")

    assert [browser.get("/me").status_code for browser in (phone, desk)] == [303, 200]


def test_nobody_ends_somebody_elses_device(sign_in, stage):
    ada, ben = sign_in("ada"), sign_in("ben")
    with stage() as people:
        device = db.session.scalars(Device.running_of(people.ada)).unique().one().id

    assert ben.post(f"/me/devices/{device}/end").status_code == 404
    assert ada.get("/me").status_code == 200


def test_the_list_names_this_device_and_offers_to_end_the_others(sign_in):
    sign_in("ada")

    page = sign_in("ada").get("/me/devices").text.partition("<main")[2]

    assert page.count('id="device-') == 2
    assert page.count("Dieses Gerät") == 1
    assert page.count("/end") == 1
