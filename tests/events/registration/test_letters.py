"""A guest's own words and addresses do not make the event write to strangers."""

import pytest
from sqlalchemy import select

from neighbour.db import db, now
from neighbour.mail.delivery import deliver_due
from neighbour.mail.models import Mail
from tests.events.registration.lists import guest_link, rows


@pytest.fixture
def link(stage, announce):
    address = announce()
    with stage():
        return guest_link(address), address


def mails() -> list[Mail]:
    return list(db.session.scalars(select(Mail)))


@pytest.mark.parametrize(
    "typed",
    ["a@b.example,c@d.example", "a@b.example;c@d.example", "A <a@b.example>", "a@b", "a@@b.example", "a@b..example",
     "a:b@c.example", '"a"@b.example', "a(b)@c.example", "@b.example", "a@b.example c"],
)  # fmt: skip
def test_only_one_plain_address_is_taken(visitor, stage, link, typed):
    answer = visitor.post(f"{link[0]}/registrations", data={"name": "Heinz B.", "email": typed})

    assert answer.status_code == 422 and "Das ist keine E-Mail-Adresse" in answer.text
    with stage():
        assert rows(link[1]) == []


def test_the_typed_name_is_in_no_mail_to_a_guest(visitor, sign_in, stage, link):
    words = {"name": "Win now http://evil.example", "email": "heinz.b+soup@post.example.org"}
    visitor.post(f"{link[0]}/registrations", data=words)

    sign_in("eva").post(f"{link[1]}/cancellation", data={"reason": "Water"})

    with stage():
        [mail] = mails()
        assert "evil" not in mail.text + mail.subject and "liebe Nachbarin, lieber Nachbar" in mail.text


@pytest.mark.parametrize(("email", "to_tell"), [("heinz@gmx.example", "cancelled"), ("", "cancelled")])
def test_a_mail_that_never_arrives_becomes_a_call(visitor, sign_in, stage, link, email, to_tell):
    visitor.post(f"{link[0]}/registrations", data={"name": "Heinz B.", "email": email})
    sign_in("eva").post(f"{link[1]}/cancellation", data={"reason": "Water"})
    with stage():
        assert rows(link[1])[0].to_tell == ("" if email else to_tell)

    fail_for_good(stage)

    with stage():
        assert rows(link[1])[0].to_tell == to_tell


def test_who_has_opened_the_app_needs_no_call(sign_in, stage, link):
    sign_in("ada").post(f"{link[1]}/registrations")
    sign_in("eva").post(f"{link[1]}/cancellation", data={"reason": "Water"})

    fail_for_good(stage)

    with stage():
        assert [mail.is_given_up for mail in mails()] == [True]
        assert rows(link[1])[0].to_tell == ""


def test_who_has_left_gets_no_mail_about_an_internal_event(sign_in, stage, announce, register):
    address = announce("ada", audience="initiative")
    register("ben", "eva")
    with stage() as people:
        db.session.delete(people.ben.memberships[0])

    sign_in("ada").post(f"{address}/cancellation", data={"reason": "Secret"})

    with stage():
        assert [mail.recipient for mail in mails()] == ["eva@example.org"]
        assert {row.name: row.to_tell for row in rows(address)} == {"Ben": "cancelled", "Eva": ""}
    assert "Soup" not in sign_in("ben").get("/me/notifications").text


def fail_for_good(stage) -> None:
    """Every mail fails, as often as it is tried."""

    def broken(_letter):
        raise OSError("550")

    for _ in range(7):
        with stage():
            deliver_due(broken)
            for mail in mails():
                mail.due_at = mail.due_at and now()


def test_one_address_gets_few_mails_and_the_rest_are_called(visitor, sign_in, stage, link):
    visitor.get(link[0])
    for number in range(9):
        words = {"name": f"Guest {number}", "email": "heinz@example.org"}
        visitor.post(f"{link[0]}/registrations", data=words)

    sign_in("eva").post(f"{link[1]}/cancellation", data={"reason": "Water"})

    with stage():
        assert len(mails()) == 6
        assert [row.to_tell for row in rows(link[1])] == [""] * 6 + ["cancelled"] * 3
