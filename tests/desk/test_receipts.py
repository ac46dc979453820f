"""„AHORN-42“, says somebody on the telephone: the team finds what became of it."""

from uuid import UUID

import pytest

from neighbour.db import db, uuid7
from neighbour.events.models.registration import Registration
from neighbour.forum.models import Post, ReadMark
from neighbour.outbox.words import spoken
from tests.cast import person
from tests.events.conftest import announce
from tests.forum.conftest import open_topic, rooms
from tests.outbox.device import send

__all__ = ["announce", "open_topic", "rooms"]
AHORN = "AHORN-10"


def ahorn(number: int) -> UUID:
    """Ids that all have the word AHORN-10."""
    return UUID(int=(uuid7().int >> 64 << 64) | (0b10 << 62) | (number << 32))


@pytest.fixture
def find(sign_in):
    """`find("ahorn 10")` is what Eva sees."""

    def found(code: str) -> str:
        return sign_in("eva").get("/desk/receipts", query_string={"code": code}).text

    return found


def test_who_when_what_and_where_it_stands(sign_in, open_topic, find):
    topic, operation = open_topic("ada"), ahorn(1)
    sent = send(sign_in("ben"), f"{topic}/posts", operation, body="Here").json
    assert (sent["receipt_code"], spoken(operation)) == (AHORN, AHORN)

    for typed in ("AHORN-10", " ahorn 10", "Ahorn10"):
        page = find(typed)
        for words in ("Ben", "Antwort im Forum", "The key of the hall", "steht dort", f"#post-{operation}"):
            assert words in page


def test_several_with_the_same_word_are_all_named_the_newest_first(sign_in, open_topic, find):
    topic = open_topic("ada")
    for number, handle in enumerate(("ben", "cem"), start=1):
        send(sign_in(handle), f"{topic}/posts", ahorn(number), body=f"Number {number}")

    page = find(AHORN)

    assert page.count("Antwort im Forum") == 2
    assert page.index("Cem ·") < page.index("Ben ·")


def test_what_is_gone_is_said_to_be_gone_and_shows_nothing(sign_in, open_topic, find, stage):
    topic, operation = open_topic("ada"), ahorn(1)
    send(sign_in("ben"), f"{topic}/posts", operation, body="Secret words")
    with stage():
        db.session.delete(db.session.get(Post, operation))

    page = find(AHORN)

    assert "Ben" in page and "steht dort" not in page and "Secret words" not in page


def test_a_registration_is_found_by_the_word_of_its_slip(announce, find, stage):
    event = announce()
    with stage():
        kept = Registration(event_id=UUID(event.rpartition("/")[2]), number=1, name="Heinz B.", channel="phone")
        db.session.add(kept)
        db.session.flush()
        code = kept.code

    page = find(code.lower())

    assert "Heinz B." in page and "Soup" in page and "hat einen Platz" in page


def test_a_registration_sent_by_a_device_is_named_once(sign_in, announce, find):
    operation = ahorn(1)
    send(sign_in("ben"), f"{announce()}/registrations", operation, **{"for": "me"})

    page = find(AHORN)

    assert page.count("row__title") == 1 and "Soup" in page and "hat einen Platz" in page


def test_a_letter_to_the_team_is_there_open_and_settled(sign_in, find):
    letter = ahorn(1)
    send(sign_in("ben"), "/outbox/letters", letter, text="It hangs at Ada's.", reason="Closed.", about="/forum")

    page = find(AHORN)
    assert page.count("row__title") == 1 and f'href="/desk/letters/{letter}"' in page
    assert "Ben ·" in page and "liegt beim Projektteam" in page and "nicht mehr zu sehen" not in page

    sign_in("lea").post(f"/desk/letters/{letter}/settlement")
    page = find(AHORN)
    assert "erledigt von Lea" in page and f'href="/desk/letters/{letter}"' in page and "nicht mehr zu sehen" not in page


def test_nothing_with_that_word_and_no_word_at_all_are_told_apart(find):
    assert "Unter ULME-99 ist hier nichts angekommen" in find("ulme 99")
    assert "Das ist kein Quittungswort" in find("Ahorn vierzig")
    assert "kein Quittungswort" not in find("") and "nichts angekommen" not in find("")


@pytest.mark.parametrize("handle", ["ada", "ben", "dora", "otto", "gil"])
def test_only_the_team_looks_words_up(sign_in, open_topic, handle):
    send(sign_in("ben"), f"{open_topic('ada')}/posts", ahorn(1), body="Here")

    assert sign_in(handle).get(f"/desk/receipts?code={AHORN}").status_code == 404


def test_the_menu_of_the_desk_leads_there(sign_in):
    page = sign_in("eva").get("/desk").text

    assert 'href="/desk/receipts"' in page and 'href="/desk/letters"' in page


def test_looking_it_up_reads_nothing_for_the_team(sign_in, open_topic, find, stage):
    send(sign_in("ben"), f"{open_topic('ada')}/posts", ahorn(1), body="Here")

    find(AHORN)

    with stage():
        assert db.session.query(ReadMark).filter_by(user_id=person("eva").id).count() == 0
