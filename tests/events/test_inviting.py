"""Inviting whole initiatives: by mail and in the app, each once, and nobody else."""

import pytest

from neighbour.db import db
from neighbour.events.models import Event, Mailing
from neighbour.mail import Mail
from tests.cast import initiative, person
from tests.events.typed import notified


@pytest.fixture
def ids(stage) -> dict[str, str]:
    with stage():
        return {slug: str(initiative(slug).id) for slug in ("mill", "harbour")}


def guest_address(stage) -> str:
    with stage():
        return f"/events/guest/{db.session.query(Event).one().guest_token}"


def mails(stage) -> list[Mail]:
    with stage():
        return db.session.query(Mail).order_by(Mail.recipient).all()


def test_members_are_invited_in_the_app_and_by_mail(announce, sign_in, stage, ids):
    address = announce("eva", title="Soup", bus="Line 7", body="We cook **together**.")

    answer = sign_in("eva").post(address + "/mailing", data={"initiatives": [ids["mill"]], "words": "Bring a spoon."})

    assert answer.status_code == 303
    sent = mails(stage)
    assert [mail.recipient for mail in sent] == ["ada@example.org", "ben@example.org"]
    for words in ("Guten Tag, Ada", "Bring a spoon.", "Line 7", address, "We cook together.", guest_address(stage)):
        assert words in sent[0].text, words
    assert notified(stage, "invited") == {"ada", "ben"}


def test_nobody_is_invited_twice(announce, sign_in, stage, ids):
    address, eva = announce("eva"), sign_in("eva")
    eva.post(address + "/mailing", data={"initiatives": [ids["mill"]]})

    eva.post(address + "/mailing", data={"initiatives": [ids["mill"], ids["harbour"]]})

    assert [mail.recipient for mail in mails(stage)] == ["ada@example.org", "ben@example.org", "cem@example.org"]
    with stage():
        assert db.session.query(Mailing).count() == 2


def test_what_is_for_one_initiative_is_not_mailed_to_another(announce, sign_in, stage, ids):
    address = announce("ada", audience="initiative")

    answer = sign_in("ada").post(address + "/mailing", data={"initiatives": [ids["harbour"]], "words": "Come, all!"})

    assert answer.status_code == 422 and "Come, all!" in answer.text
    assert mails(stage) == []


def test_who_has_no_mail_is_counted_for_the_printed_invitation(announce, sign_in, stage, ids):
    with stage():
        person("ben").email = None
    address, eva = announce("eva"), sign_in("eva")

    page = eva.post(address + "/mailing", data={"initiatives": [ids["mill"]]}, follow_redirects=True).text

    assert "Drucken Sie die Einladung" in page
    assert [mail.recipient for mail in mails(stage)] == ["ada@example.org"]
    assert notified(stage, "invited") == {"ada", "ben"}


@pytest.mark.parametrize("tick, ticked", [("", 0), ("all", 2), ("mine", 1), ("?", 0)])
def test_all_or_the_own_initiatives_are_ticked_by_a_link(announce, sign_in, tick, ticked):
    address, eva = announce("eva"), sign_in("eva")

    page = eva.get(f"{address}/mailing?tick={tick}").text

    assert page.count('name="initiatives"') == 2 and page.count(" checked>") == ticked
    assert "tick=mine" in page and "tick=all" in page


def test_who_is_invited_stays_in_the_list(announce, sign_in, ids):
    address, eva = announce("eva"), sign_in("eva")
    eva.post(address + "/mailing", data={"initiatives": [ids["mill"]]})

    page = eva.get(f"{address}/mailing").text

    assert page.count('name="initiatives"') == 2 and page.count(" checked disabled>") == 1
    assert "eingeladen am" in page and "tick=mine" not in page


def test_only_the_invited_are_called_as_soon_as_some_are(announce, sign_in, ids):
    address, eva = announce("eva", days=10), sign_in("eva")
    assert "Noch nichts gehört von The Harbour, The Mill." in eva.get("/desk").text

    eva.post(address + "/mailing", data={"initiatives": [ids["harbour"]]})

    assert "Noch nichts gehört von The Harbour." in eva.get("/desk").text
    silent = eva.get(f"{address}/registrations").text.partition('id="silent"')[2].partition("</section>")[0]
    assert "The Harbour" in silent and "The Mill" not in silent
