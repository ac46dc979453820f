"""Mails are rows first; the worker sends what is due, once."""

import smtplib
from datetime import timedelta

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message

from neighbour.db import db, now
from neighbour.mail import Mail, write
from neighbour.mail.delivery import deliver_due, smtp, transport
from tests.serving.starts import free_port


class Postbox(Message):
    """A mail server that keeps what it gets."""

    def __init__(self):
        super().__init__()
        self.letters = []

    def handle_message(self, message):
        self.letters.append(message)


@pytest.fixture
def postbox():
    box = Postbox()
    server = Controller(box, hostname="127.0.0.1", port=free_port())
    server.start()
    box.url = f"smtp://127.0.0.1:{server.port}"
    yield box
    server.stop()


def test_a_mail_arrives_once_with_its_umlauts(stage, postbox):
    with stage():
        write("renate@example.org", "Grüße aus Hollerdorf", "Der Schlüssel hängt am Brett.")
    with stage():
        assert [deliver_due(smtp(postbox.url)), deliver_due(smtp(postbox.url))] == [1, 0]

    (letter,) = postbox.letters
    assert letter["To"] == "renate@example.org"
    assert "Schlüssel" in letter.get_payload(decode=True).decode()


def test_what_was_rolled_back_is_never_sent(stage, postbox):
    with stage():
        write("renate@example.org", "x", "y")
        db.session.rollback()
        assert deliver_due(smtp(postbox.url)) == 0


def test_a_failed_mail_comes_back_later_and_is_not_given_up_at_once(stage):
    def broken(_letter):
        raise smtplib.SMTPServerDisconnected("gone")

    with stage():
        write("renate@example.org", "x", "y")
    with stage():
        deliver_due(broken)
        mail = db.session.query(Mail).one()
        assert (mail.sent_at, mail.attempts, mail.error) == (None, 1, "SMTPServerDisconnected")
        assert mail.due_at > now() + timedelta(seconds=30)


@pytest.mark.parametrize("address", ["a@[b.c", "a:;@b.c", "a@b.c,d@e.f", "A <a@b.c>", "=?utf-8?q?=0aBcc:x?=@b.c"])
def test_an_address_that_no_letter_can_carry_holds_up_nobody(stage, postbox, address):
    with stage():
        write(address, "x", "y")
        write("renate@example.org", "x", "y")
    with stage():
        assert deliver_due(smtp(postbox.url)) == 1

    assert [letter["To"] for letter in postbox.letters] == ["renate@example.org"]


def test_a_mail_that_never_goes_out_keeps_the_kind_of_error_and_no_words(stage):
    def broken(_letter):
        raise OSError("550 renate@example.org unknown")

    with stage():
        write("renate@example.org", "x", "y")
    for _ in range(7):
        with stage():
            deliver_due(broken)
            mail = db.session.query(Mail).one()
            mail.due_at = mail.due_at and now()
    with stage():
        mail = db.session.query(Mail).one()
        assert (mail.due_at, mail.error, mail.text) == (None, "OSError", "")


def test_the_text_goes_with_its_delivery_because_it_may_carry_a_link(stage, postbox):
    with stage():
        write("renate@example.org", "x", "secret link")
    with stage():
        deliver_due(smtp(postbox.url))
    with stage():
        assert db.session.query(Mail).one().text == ""


def test_without_a_mail_server_mails_become_files(stage, tmp_path):
    with stage():
        write("renate@example.org", "x", "y")
    with stage():
        deliver_due(transport("", tmp_path))

    assert [path.suffix for path in (tmp_path / "mail").iterdir()] == [".eml"]
