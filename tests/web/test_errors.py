"""A refusal gives back what was written, down to the single word, and nothing that nobody wrote."""

from io import BytesIO

import pytest

from neighbour.db import uuid7
from tests import cast

WORDS = {"who": "Wanda", "paper": "Kladde", "line0-goal": "Begrüßung", "food": "vegetarisch"}
BACK = "Gehen Sie im Browser zurück"


@pytest.mark.parametrize("handle", ["visitor", "ben"])
def test_single_words_come_back(visitor, sign_in, handle):
    browser = visitor if handle == "visitor" else sign_in(handle)
    address = "/needs" if handle == "visitor" else "/probe/raise"

    answer = browser.post(address, data=WORDS)

    assert answer.status_code in (401, 403)
    assert all(word in answer.text for word in WORDS.values())


def test_every_word_of_a_field_that_is_there_twice_comes_back(sign_in):
    page = sign_in("ada").post("/probe/raise", data={"rules": ["Zuhören", "Ausreden"]}).text

    assert "Zuhören" in page and "Ausreden" in page


def test_what_a_form_carries_along_and_passwords_are_not_shown(sign_in):
    operation, other = str(uuid7()), str(uuid7())
    unwritten = {"operation_id": operation, "person": other, "line0-id": "zeile", "back": "/rueckweg"}
    secret = {"password": "geheimnis", "new_password": "kennwort", "current": "losung"}

    page = sign_in("ada").post("/probe/raise", data={**unwritten, **secret}).text

    assert not [text for text in (*unwritten.values(), *secret.values()) if text in page]


@pytest.fixture
def as_in_production(app):
    """An error in the page for an error is not raised into the test, but answered."""
    app.testing = False
    yield
    app.testing = True


def test_a_form_that_is_too_long_to_be_read_is_refused_with_a_page(as_in_production, sign_in):
    ada = sign_in("ada")
    for too_much in ({f"x{n}": "1" for n in range(1200)}, {"body": "lang " * 500_000}):
        answer = ada.post("/probe/keep", data=too_much, content_type="multipart/form-data")

        assert answer.status_code == 413
        assert "Möglich sind 15 MB" in answer.text and BACK in answer.text


def test_with_photos_that_are_too_large_together_the_way_back_to_the_text_is_told(sign_in):
    photos = [(BytesIO(bytes(9_000_000)), f"{n}.jpg") for n in range(2)]

    answer = sign_in("ada").post("/probe/keep", data={"words": "Ein Text", "photos": photos})

    assert answer.status_code == 413 and BACK in answer.text


def test_a_shared_device_keeps_no_form_and_promises_none(app):
    browser = app.test_client()
    browser.post("/sign-in", data={"email": "ada@example.org", "password": cast.PASSWORD, "device": "shared"})

    answer = browser.post("/probe/keep", data={"words": bytes(18_000_000).decode()})

    assert answer.status_code == 413 and BACK not in answer.text
