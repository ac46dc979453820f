"""What the house would not take goes to people: the team reads it, settles it, and its writer hears of it."""

import pytest

from neighbour.db import db, uuid7
from neighbour.notifications import Notification
from neighbour.outbox import Letter
from tests.outbox.device import send

WORDS = {"about": "/forum", "reason": "Das Thema ist geschlossen.", "text": "It hangs\nat Ada's.", "kind": "post"}


@pytest.fixture
def letter(sign_in):
    """The id of a letter from Ben."""
    operation = uuid7()
    assert send(sign_in("ben"), "/outbox/letters", operation, **WORDS).status_code == 200
    return operation


def test_a_letter_waits_on_the_desk_with_text_and_reason(sign_in, letter):
    eva = sign_in("eva")

    desk, page = eva.get("/desk").text, eva.get(f"/desk/letters/{letter}").text

    assert "Ben: Brief an das Projektteam" in desk and f"/desk/letters/{letter}" in desk
    assert "It hangs\nat Ada&#39;s." in page and "Das Thema ist geschlossen." in page and 'href="/forum"' in page
    assert "Ben" in eva.get("/desk/letters").text


def test_settled_it_leaves_the_desk_and_its_writer_hears_the_answer(sign_in, letter, stage):
    eva, ben = sign_in("eva"), sign_in("ben")

    answer = eva.post(f"/desk/letters/{letter}/settlement", data={"answer": "I put it there."})

    assert answer.status_code == 303
    assert f"/desk/letters/{letter}" not in eva.get("/desk").text
    inbox = ben.get("/me/notifications").text
    assert "um Ihren Brief gekümmert" in inbox and f"/outbox/letters/{letter}" in inbox
    page = ben.get(f"/outbox/letters/{letter}").text
    assert "I put it there." in page and "Eva hat sich darum gekümmert" in page
    with stage():
        told = db.session.query(Notification).one()
        assert told.read_at is not None and "I put" not in str(told.words)


def test_of_two_who_settle_it_the_first_is_heard(sign_in, letter, stage):
    for handle, words in (("eva", "First"), ("lea", "Second")):
        assert sign_in(handle).post(f"/desk/letters/{letter}/settlement", data={"answer": words}).status_code == 303

    with stage() as people:
        kept = db.session.get(Letter, letter)
        assert (kept.answer, kept.settled_by_id) == ("First", people.eva.id)
        assert db.session.query(Notification).one().count == 1


@pytest.mark.parametrize("handle", ["ada", "ben", "cem", "dora", "otto", "gil"])
def test_only_the_team_reads_letters_and_settles_them(sign_in, letter, stage, handle):
    somebody = sign_in(handle)

    for address in ("/desk/letters", f"/desk/letters/{letter}"):
        assert somebody.get(address).status_code == 404
    assert somebody.post(f"/desk/letters/{letter}/settlement").status_code == 404
    assert somebody.get(f"/outbox/letters/{letter}").status_code == (200 if handle == "ben" else 404)
    with stage():
        assert db.session.get(Letter, letter).settled_at is None


def test_without_javascript_a_page_takes_it(sign_in, stage):
    ben = sign_in("ben")
    page = ben.get("/outbox/letters/new?about=/needs&reason=Zu+lang.").text
    assert 'name="about" type="hidden" value="/needs"' in page and "Zu lang." in page

    answer = ben.post("/outbox/letters", data={"about": "/needs", "reason": "Zu lang.", "text": "My words"})

    assert "My words" in ben.get(answer.headers["Location"]).text
    with stage():
        assert db.session.query(Letter).one().about == "/needs"


def test_what_was_too_long_for_its_place_still_goes(sign_in, stage):
    sent = send(sign_in("ben"), "/outbox/letters", text="w" * 50_000, reason="r" * 9_000, about="/forum", kind="k" * 99)

    assert sent.status_code == 200
    with stage():
        kept = db.session.query(Letter).one()
        assert (len(kept.text), len(kept.reason), len(kept.kind)) == (50_000, 2_000, 40)


@pytest.mark.parametrize(
    "about", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", "/nowhere"]
)
def test_a_letter_leads_to_pages_of_ours_only(sign_in, stage, about):
    assert send(sign_in("ben"), "/outbox/letters", text="x", about=about).status_code == 200

    with stage():
        assert db.session.query(Letter).one().about == "/"


def test_a_device_says_which_operation_it_was_and_where(sign_in, stage):
    words = {"about": str(uuid7()), "address": "/forum?q=1", "reason": "Zu lang.", "text": "My words"}

    assert send(sign_in("ben"), "/outbox/letters", **words).status_code == 200

    with stage():
        assert db.session.query(Letter).one().about == "/forum?q=1"


def test_an_empty_letter_is_none_and_a_flood_ends(sign_in, stage):
    ben = sign_in("ben")
    assert "text" in send(ben, "/outbox/letters", text=" ").json["fields"]

    answers = [send(ben, "/outbox/letters", text=f"Letter {number}") for number in range(41)]

    assert [answer.status_code for answer in answers] == [200] * 40 + [429]
    assert int(answers[-1].headers["Retry-After"]) > 0
    with stage():
        assert db.session.query(Letter).count() == 40
