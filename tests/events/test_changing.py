"""Moving, cancelling and writing anew: who may, who is told, and that no text is lost."""

import re
from datetime import timedelta

from neighbour.audit import LogLine
from neighbour.db import db, now
from neighbour.events.models.registration import Registration
from neighbour.mail import Mail
from tests.cast import initiative
from tests.events.typed import MOVE, NEW, notified, version_in


def test_moving_tells_everybody_registered_and_says_from_when_and_why(announce, register, sign_in, stage, event):
    address = announce("ada", registration_until=now() + timedelta(days=8))
    register("cem", "dora")
    before, ada = event(), sign_in("ada")

    version = version_in(ada.get(address + "/moves").text)
    answer = ada.post(address + "/moves", data={**MOVE, "version": version})

    assert answer.status_code == 303
    after, page = event(), sign_in("cem").get(address).text
    assert after.moved_from_at == before.starts_at and after.moved_from_venue == "The hall"
    assert after.sequence == before.sequence + 1
    assert after.starts_at - before.starts_at == after.registration_until - before.registration_until
    assert "The hall is wet." in page and "Vorher:" in page and "The barn" in page
    assert notified(stage, "moved") == {"cem", "dora"}
    with stage():
        assert {mail.recipient for mail in db.session.query(Mail)} == {"cem@example.org", "dora@example.org"}
        assert db.session.query(LogLine).filter_by(act="events.move").count() == 1
        assert all(row.state == "confirmed" for row in db.session.query(Registration))


def test_cancelling_tells_everybody_and_the_page_stays(announce, register, sign_in, stage):
    address = announce("ada")
    register("cem", "dora")
    ada = sign_in("ada")

    for _twice in range(2):
        assert ada.post(address + "/cancellation", data={"reason": "The cook is ill."}).status_code == 303

    page = sign_in("cem").get(address).text
    assert "fällt aus" in page and "The cook is ill." in page
    assert notified(stage, "cancelled") == {"cem", "dora"}
    with stage():
        assert db.session.query(Mail).count() == 2
        assert db.session.query(LogLine).filter_by(act="events.cancellation").count() == 1


def test_who_is_only_invited_hears_of_a_move_and_a_cancellation_once(announce, register, sign_in, stage):
    address, eva = announce("eva"), sign_in("eva")
    with stage():
        invited = [str(initiative(slug).id) for slug in ("mill", "harbour")]
    eva.post(address + "/mailing", data={"initiatives": invited})
    register("cem", "dora")
    with stage():
        db.session.query(Mail).delete()

    page = eva.get(address + "/moves").text
    assert "2 angemeldet, 2 nur eingeladen" in page
    eva.post(address + "/moves", data={**MOVE, "version": version_in(page)})

    everybody = ["ada", "ben", "cem", "dora"]
    assert notified(stage, "moved") == set(everybody)
    with stage():
        told = {mail.recipient: mail for mail in db.session.query(Mail)}
        assert sorted(told) == [f"{handle}@example.org" for handle in everybody]
        assert db.session.query(Mail).count() == 4
        assert "The hall is wet." in told["ben@example.org"].text and address in told["ben@example.org"].text
    eva.post(address + "/cancellation", data={"reason": "The cook is ill."})
    assert notified(stage, "cancelled") == set(everybody)
    with stage():
        assert db.session.query(Mail).filter(Mail.subject.startswith("Fällt aus")).count() == 4


def test_a_cancelled_event_is_neither_moved_nor_written_anew(announce, sign_in, event):
    address, eva = announce("eva"), sign_in("eva")
    eva.post(address + "/cancellation", data={"reason": "No cook."})

    for part, words in (("/moves", MOVE), ("", NEW), ("/run-sheet", {"line0-goal": "Cook"}), ("/mailing", {})):
        assert eva.post(address + part, data=words).status_code == 403, part
    assert event().venue == "The hall"


def test_only_hosts_and_team_change_anything(announce, sign_in, event):
    address = announce("ada")

    for handle in ("ben", "cem", "gil"):
        browser = sign_in(handle)
        for part, words in (
            ("/moves", MOVE), ("/cancellation", {"reason": "x"}), ("", NEW), ("/run-sheet", {"line0-goal": "Cook"}), ("/mailing", {}),
        ):  # fmt: skip
            assert browser.post(address + part, data=words).status_code == 403, (handle, part)
        assert "Verlegen" not in browser.get(address).text
    unchanged = event()
    assert (unchanged.venue, unchanged.cancelled_at, unchanged.sequence) == ("The hall", None, 0)


def test_a_move_without_a_reason_into_the_past_or_to_nowhere_new_is_refused(announce, sign_in, event):
    address, eva = announce("eva"), sign_in("eva")
    page = eva.get(address + "/moves").text
    version, before = version_in(page), event()
    same = {name: re.search(rf'name="{name}"[^>]*value="([^"]*)"', page)[1] for name in ("day", "starts", "ends")}

    for wrong in ({"reason": ""}, {"day": "2024-07-06"}, {"ends": "12:00"}):
        assert eva.post(address + "/moves", data={**MOVE, "version": version, **wrong}).status_code == 422, wrong
    stays = eva.post(address + "/moves", data={**same, "venue": "The hall", "reason": "Why not", "version": version})

    assert stays.status_code == 422
    assert event() == before


def test_a_move_says_everything_that_is_wrong_at_once(announce, sign_in):
    address, eva = announce("eva"), sign_in("eva")

    answer = eva.post(address + "/moves", data={**MOVE, "reason": "", "venue": "", "ends": "12:00"})

    for sentence in ("den Grund", "wo es ist", "vor dem Beginn"):
        assert sentence in answer.text, sentence


def test_two_who_move_at_once_both_see_both(announce, sign_in, event):
    address = announce("ada")
    ada, eva = sign_in("ada"), sign_in("eva")
    version = version_in(ada.get(address + "/moves").text)
    eva.post(address + "/moves", data={**MOVE, "version": version, "venue": "The school"})

    answer = ada.post(address + "/moves", data={**MOVE, "version": version})

    assert answer.status_code == 409
    assert "The school" in answer.text and "The barn" in answer.text and "The hall is wet." in answer.text
    assert event().venue == "The school"
    again = ada.post(address + "/moves", data={**MOVE, "version": version_in(answer.text)})
    assert again.status_code == 303 and event().venue == "The barn"


def test_two_who_write_at_once_lose_no_text(announce, sign_in, event):
    address = announce("ada", body="Old words.")
    ada, eva = sign_in("ada"), sign_in("eva")
    version = version_in(ada.get(address + "/edit").text)
    eva.post(address, data={**NEW, "body": "Eva's words.", "version": version})

    answer = ada.post(address, data={**NEW, "body": "Ada's words.", "version": version})

    assert answer.status_code == 409
    assert "Eva&#39;s words." in answer.text and "Ada&#39;s words." in answer.text
    assert event().body == "Eva's words."
    again = ada.post(address, data={**NEW, "body": "Ada's words.", "version": version_in(answer.text)})
    assert again.status_code == 303 and event().body == "Ada's words."


def test_fewer_places_take_nobodys_and_more_places_go_to_who_waits(announce, register, sign_in, stage, event):
    address = announce("eva", places=2)
    register("cem", "dora", "gil")
    eva = sign_in("eva")

    def states() -> list[str]:
        with stage():
            return [row.state for row in db.session.query(Registration).order_by(Registration.number)]

    def set_places(number: int) -> None:
        version = version_in(eva.get(address + "/edit").text)
        assert eva.post(address, data={**NEW, "places": str(number), "version": version}).status_code == 303

    assert states() == ["confirmed", "confirmed", "waiting"]
    set_places(1)
    assert states() == ["confirmed", "confirmed", "waiting"]
    row = eva.get("/desk").text.partition("1 mehr als Plätze")[0].rpartition("<tr")[2]
    assert f'datetime="{event().changed_at.isoformat()}"' in row
    set_places(3)
    assert states() == ["confirmed"] * 3
    assert notified(stage, "place_free") == {"gil"}


def test_who_was_invited_stays_invited(announce, sign_in, event):
    address, ada = announce("ada"), sign_in("ada")
    version = version_in(ada.get(address + "/edit").text)

    ada.post(address, data={**NEW, "audience": "initiative", "version": version})

    assert event().audience == "all"
