"""Signing in and out."""

from neighbour.accounts import Device
from neighbour.db import db


def test_a_right_password_signs_in(visitor):
    form = {"email": "ADA@example.org ", "password": "a good long password", "device": "mine"}

    answer = visitor.post("/sign-in", data=form)

    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    assert "Ada" in visitor.get("/").text


def test_a_wrong_password_keeps_the_address_and_says_why(visitor):
    answer = visitor.post("/sign-in", data={"email": "ada@example.org", "password": "wrong"})

    assert answer.status_code == 422
    assert 'value="ada@example.org"' in answer.text
    assert "Das passt nicht zusammen" in answer.text


def test_a_device_ended_elsewhere_is_signed_out(sign_in, stage):
    phone, desk = sign_in("ada"), sign_in("ada")
    with stage() as people:
        other = db.session.scalars(Device.running_of(people.ada)).unique().all()[-1].id

    desk.post(f"/me/devices/{other}/end")

    assert [browser.get("/me").status_code for browser in (phone, desk)] == [303, 200]
