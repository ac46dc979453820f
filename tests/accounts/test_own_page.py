"""What somebody changes about themselves."""

import re

import pytest

from neighbour.accounts import User
from neighbour.db import db
from tests.cast import PASSWORD, person

PROFILE = {"name": "Ada L.", "phone": "0221 4710-001", "about": "Fährt gern.", "knows": "Fahrpläne"}
READING = {"text_size": "larger", "look": "dark", "language": "en"}


def test_the_profile_is_kept(sign_in, stage):
    assert sign_in("ada").post("/me", data=PROFILE).status_code == 303

    with stage() as people:
        assert {name: getattr(people.ada, name) for name in PROFILE} == PROFILE


@pytest.mark.parametrize(
    ("field", "words"),
    [("name", ""), ("name", "x" * 81), ("phone", "1" * 41), ("about", "x" * 401), ("name", "A\x00da")],
)
def test_bad_words_are_refused_by_their_field_and_the_others_stay(sign_in, stage, field, words):
    answer = sign_in("ada").post("/me", data={**PROFILE, field: words})

    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert "Fahrpläne" in answer.text
    with stage() as people:
        assert people.ada.name == "Ada"


def test_invisible_characters_are_taken_out_so_that_sending_again_works(sign_in):
    answer = sign_in("ada").post("/me", data={**PROFILE, "name": "A\x00da\u202e"})

    assert 'value="Ada"' in answer.text


def test_looks_and_language_are_kept_and_shown(sign_in):
    ada = sign_in("ada")
    ada.post("/me/reading", data=READING)

    page = ada.get("/me/reading").text

    assert 'data-text="larger"' in page
    assert 'data-look="dark"' in page


@pytest.mark.parametrize("field", READING)
def test_a_value_that_is_not_offered_is_refused(sign_in, stage, field):
    assert sign_in("ada").post("/me/reading", data={**READING, field: "' or 1=1"}).status_code == 422

    with stage() as people:
        assert people.ada.text_size == "normal"


def test_a_new_password_signs_the_other_devices_out(sign_in, visitor):
    phone, desk = sign_in("ada"), sign_in("ada")

    answer = desk.post("/me/password", data={"current": PASSWORD, "password": "three words together"})

    assert answer.status_code == 303
    assert [browser.get("/me").status_code for browser in (phone, desk)] == [303, 200]
    form = {"email": "ada@example.org", "password": "three words together"}
    assert visitor.post("/sign-in", data=form).status_code == 303


@pytest.mark.parametrize(
    "form", [{"current": "wrong", "password": "three words together"}, {"current": PASSWORD, "password": "short"}]
)
def test_a_password_is_only_changed_by_who_knows_the_old_one_and_to_a_long_one(sign_in, stage, app, form):
    with stage() as people:
        before = people.ada.password_hash

    assert sign_in("ada").post("/me/password", data=form).status_code == 422

    with stage():
        assert person("ada").password_hash == before


def test_nothing_but_the_named_fields_can_be_set(sign_in, stage):
    sign_in("ada").post(
        "/me", data={**PROFILE, "email": "evil@example.org", "ended_at": "", "handle": "root", "roles": "team"}
    )

    with stage():
        ada = db.session.query(User).filter(User.handle == "ada").one()
        assert (ada.email, ada.role_names) == ("ada@example.org", frozenset())


def test_the_tour_is_put_away_once_and_for_all(sign_in):
    ada = sign_in("ada")
    assert "Vier Sätze" in ada.get("/").text

    ada.post("/me/tour")

    assert "Vier Sätze" not in ada.get("/").text


def test_one_picture_has_one_meaning(sign_in, visitor):
    for browser in (sign_in("ada"), visitor):
        main = browser.get("/menu").text.partition("<main")[2].partition("</main>")[0]
        pictures = re.findall(r"#icon-([a-z-]+)", main)
        pictures = [picture for picture in pictures if picture != "onward"]

        assert len(pictures) == len(set(pictures))
