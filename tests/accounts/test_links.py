"""Signing in by a mailed link: its button counts, once; opening it does nothing."""

import re
import threading
from datetime import timedelta

from neighbour.accounts.models import SignInLink
from neighbour.db import db, now
from neighbour.mail import Mail
from tests.cast import PASSWORD

ADDRESS = re.compile(r"/sign-in/link/[\w-]+")


def ask(visitor, stage, email="ada@example.org") -> str | None:
    visitor.post("/sign-in/link", data={"email": email})
    with stage():
        mail = db.session.query(Mail).filter(Mail.recipient == email).one_or_none()
        return ADDRESS.search(mail.text).group() if mail else None


def test_the_button_signs_in(visitor, stage):
    link = ask(visitor, stage)

    answer = visitor.post(link, data={"device": "mine"})

    assert answer.status_code == 303
    assert "Ada" in visitor.get("/").text


def test_opening_the_link_signs_nobody_in_and_does_not_use_it_up(visitor, stage):
    link = ask(visitor, stage)

    for _scanner in range(3):
        assert visitor.get(link).status_code == 200

    assert visitor.get("/me").status_code == 303
    assert visitor.post(link).status_code == 303


def test_the_second_press_is_told_that_the_link_is_over(app, visitor, stage):
    link = ask(visitor, stage)
    visitor.post(link)

    second = app.test_client().post(link)

    assert second.status_code == 404
    assert "gilt nicht mehr" in second.text


def test_of_ten_presses_at_once_one_signs_in(app, visitor, stage):
    link, statuses = ask(visitor, stage), []
    presses = [
        threading.Thread(target=lambda: statuses.append(app.test_client().post(link).status_code)) for _ in range(10)
    ]
    for press in presses:
        press.start()
    for press in presses:
        press.join()

    assert statuses.count(303) == 1


def test_an_old_link_is_over(visitor, stage):
    link = ask(visitor, stage)
    with stage():
        db.session.query(SignInLink).update({"expires_at": now() - timedelta(seconds=1)})

    assert visitor.post(link).status_code == 404


def test_an_unknown_address_gets_the_same_answer_and_no_mail(visitor, stage):
    known = visitor.post("/sign-in/link", data={"email": "ada@example.org"})
    unknown = visitor.post("/sign-in/link", data={"email": "nobody@example.org"})

    assert (known.status_code, known.text) == (unknown.status_code, unknown.text)
    with stage():
        assert [mail.recipient for mail in db.session.query(Mail)] == ["ada@example.org"]


def test_the_token_is_not_in_the_database(visitor, stage):
    token = ask(visitor, stage).rsplit("/", 1)[1]

    with stage():
        assert token not in {link.digest for link in db.session.query(SignInLink)}


def test_who_guesses_links_slows_down_nobody_else(app, visitor, stage):
    link, stranger = ask(visitor, stage), app.test_client()
    for number in range(25):
        stranger.get("/sign-in/link/wrong", environ_overrides={"REMOTE_ADDR": f"198.51.100.{number}"})

    assert visitor.get(link).status_code == 200
    assert visitor.post(link).status_code == 303


def test_guessing_links_is_slowed_down(visitor):
    statuses = [visitor.get(f"/sign-in/link/wrong{number}").status_code for number in range(8)]

    assert statuses[:4] == [404] * 4
    assert statuses[-1] == 429


def test_a_new_password_ends_the_links_that_were_mailed_before(visitor, stage, sign_in):
    link = ask(visitor, stage)
    sign_in("ada").post("/me/password", data={"current": PASSWORD, "password": "another long password"})

    assert visitor.post(link).status_code == 404
