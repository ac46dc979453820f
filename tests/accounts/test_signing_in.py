"""Signing in with a password, and out again."""

import re

import pytest

from neighbour.accounts import Device, User
from neighbour.db import db
from neighbour.programme import Programme
from tests.cast import PASSWORD


def form(**words) -> dict:
    return {"email": "ada@example.org", "password": PASSWORD, **words}


def cookie_of(browser) -> str | None:
    cookie = browser.get_cookie("neighbour")
    return cookie.value if cookie else None


def test_a_right_password_signs_in(visitor):
    answer = visitor.post("/sign-in", data=form(email=" ADA@example.org "))

    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    assert "Ada" in visitor.get("/").text


def test_a_wrong_password_keeps_the_address_and_says_why(visitor):
    answer = visitor.post("/sign-in", data=form(password="wrong"))

    assert answer.status_code == 422
    assert 'value="ada@example.org"' in answer.text
    assert "Das passt nicht zusammen" in answer.text


def test_known_and_unknown_addresses_get_the_same_answer(visitor):
    known = visitor.post("/sign-in", data=form(password="wrong"))
    unknown = visitor.post("/sign-in", data=form(email="xyz@example.org", password="wrong"))

    assert known.status_code == unknown.status_code
    assert known.text.replace("ada@", "xyz@") == unknown.text


def test_an_ended_account_is_refused_like_an_unknown_one(visitor, stage):
    with stage() as people:
        people.ada.ended_at = people.ada.created_at

    assert visitor.post("/sign-in", data=form()).status_code == 422


def test_after_the_sign_in_the_person_is_where_they_wanted_to_be(visitor):
    visitor.get("/me/devices")

    assert visitor.post("/sign-in", data=form()).headers["Location"] == "/me/devices"


def test_signing_out_never_tells_the_browser_to_empty_its_storage(visitor):
    """What waits there, sealed, would be gone."""
    visitor.post("/sign-in", data=form())

    assert "storage" not in visitor.post("/sign-out").headers["Clear-Site-Data"]


def test_a_sign_in_that_ended_in_the_middle_leads_back_to_the_page(visitor):
    visitor.get("/sign-in?next=/me/devices")

    assert visitor.post("/sign-in", data=form()).headers["Location"] == "/me/devices"
    assert visitor.get("/sign-in?next=/me/devices").headers["Location"] == "/me/devices"


@pytest.mark.parametrize("elsewhere", ["//elsewhere.example", "https://elsewhere.example/me", "/nowhere", "/me%0d%0a"])
def test_the_way_back_never_leads_away(visitor, elsewhere):
    visitor.get(f"/sign-in?next={elsewhere}")

    assert visitor.post("/sign-in", data=form()).headers["Location"] == "/"


def test_whoever_signs_in_next_is_not_led_where_the_last_person_was_when_all_cookies_have_gone(visitor):
    """As a browser does that keeps to `Clear-Site-Data`."""
    visitor.post("/sign-in", data=form(device="shared"))
    goodbye = visitor.post("/sign-out").headers["Location"]
    visitor.delete_cookie("neighbour")
    visitor.get(goodbye)
    visitor.get("/me/devices")

    answer = visitor.post("/sign-in", data=form(email="ben@example.org", device="shared"))

    assert answer.headers["Location"] == "/"


def test_whoever_signs_in_next_is_not_led_where_the_last_person_was(visitor):
    visitor.post("/sign-in", data=form(device="shared"))
    visitor.post("/sign-out")
    visitor.get("/me/devices")  # the browser's Back

    answer = visitor.post("/sign-in", data=form(email="ben@example.org", device="shared"))

    assert answer.headers["Location"] == "/"


def test_every_sign_in_has_a_token_of_its_own_and_only_its_digest_is_kept(visitor, stage):
    visitor.post("/sign-in", data=form())
    first = cookie_of(visitor)
    visitor.post("/sign-out")
    visitor.post("/sign-in", data=form())

    assert cookie_of(visitor) != first
    with visitor.session_transaction() as session:
        token = session["_user_id"]
    with stage():
        assert token not in {device.digest for device in db.session.query(Device)}


def test_signing_out_ends_the_device_and_its_cookie_opens_nothing(app, visitor):
    visitor.post("/sign-in", data=form())
    stolen = cookie_of(visitor)

    answer = visitor.post("/sign-out")

    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies"'
    thief = app.test_client()
    thief.set_cookie("neighbour", stolen)
    assert thief.get("/me").status_code == 303


def test_who_is_signed_in_stands_on_every_answer(visitor, stage):
    with stage() as people:
        tag = people.ada.tag

    assert visitor.get("/sign-in").headers["X-Account"] == ""
    visitor.post("/sign-in", data=form())
    assert visitor.get("/me").headers["X-Account"] == tag


def test_an_account_is_never_asked_for_by_the_whole_of_its_row(visitor, stage):
    """The cookie names a device, never a person's id."""
    visitor.post("/sign-in", data=form())
    with stage() as people:
        ids = {str(user.id) for user in db.session.query(User)} | {people.ada.handle}

    with visitor.session_transaction() as session:
        assert not ids & set(map(str, session.values()))


@pytest.mark.parametrize("address", ["/menu", "/me"])
def test_the_menu_signs_out_with_one_press(visitor, address):
    visitor.post("/sign-in", data=form())
    main = visitor.get(address).text.partition("<main")[2].partition("</main>")[0]

    assert re.search(r'<form[^>]*method="post" action="/sign-out"><button[^>]*>Abmelden</button>', main)
    answer = visitor.post("/sign-out", follow_redirects=True)
    assert answer.request.path == "/sign-in"
    assert "Sie sind abgemeldet. Hier ist nichts mehr von Ihnen zu sehen." in answer.text


def test_an_old_link_asks_before_it_signs_out(visitor):
    visitor.post("/sign-in", data=form())

    page = visitor.get("/sign-out").text

    assert "<h1>Wirklich abmelden?</h1>" in page
    assert "Ja, abmelden" in page
    assert visitor.get("/me").status_code == 200


def test_the_device_is_asked_for_above_the_button(visitor):
    page = visitor.get("/sign-in").text

    assert page.index("Wem gehört dieses Gerät?") < page.index('type="submit">Anmelden')


def test_who_is_stuck_finds_the_code_and_the_telephone(visitor, app, stage):
    with stage():
        db.session.add(Programme(operator_phone="0221 4710-900", phone_hour="Dienstag 17–19 Uhr"))
    app.extensions.pop("programme", None)

    page = visitor.get("/sign-in").text
    app.extensions.pop("programme", None)

    assert 'href="/join"' in page
    assert 'href="tel:02214710900"' in page
    assert "Telefonstunde: Dienstag 17–19 Uhr" in page
