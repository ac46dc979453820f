"""Passwords that others guess first are refused with a sentence."""

import pytest
from wtforms import ValidationError

from neighbour.accounts.weak_passwords import refuse_weak
from tests.cast import PASSWORD, person
from tests.initiatives.doors import invite, typed


@pytest.mark.parametrize(
    "password",
    ["passwort12", "Passwort123!", "1234567890", "9876543210", "aaaaaaaaaa", "hallohallo", "Willkommen1", "qwertzuiop"],
)
def test_the_commonest_passwords_are_refused(password):
    with pytest.raises(ValidationError):
        refuse_weak(password)


@pytest.mark.parametrize("password", ["Heinz-und-Erna", "1heinzbrandt", "heinz.b@post", "my gemuese12"])
def test_a_password_with_one_s_own_name_is_refused(password):
    with pytest.raises(ValidationError):
        refuse_weak(password, "Heinz Brandt", "heinz.b", "gemuese@example.org")


@pytest.mark.parametrize(
    "password", ["three words together", "Kaffee Bank Linde", "a good long password", "regen-4-tonne"]
)
def test_three_words_are_a_good_password(password):
    assert refuse_weak(password, "Ole B.", "ole.b", "ole@example.org", None) is None


@pytest.mark.parametrize(("password", "sentence"), [("passwort12", "leicht"), ("Elisabeth 1950", "ohne Ihren Namen")])
def test_the_page_says_why_and_the_old_password_stays(sign_in, stage, password, sentence):
    with stage() as people:
        people.ada.name, before = "Elisabeth", people.ada.password_hash

    answer = sign_in("ada").post("/me/password", data={"current": PASSWORD, "password": password})

    assert answer.status_code == 422
    assert sentence in answer.text
    with stage():
        assert person("ada").password_hash == before


def test_the_door_refuses_them_too(visitor, stage):
    with stage():
        code = invite()

    answer = visitor.post(f"/join/{code}", data=typed(password="passwort12"))

    assert answer.status_code == 422
    assert "erraten andere leicht" in answer.text
