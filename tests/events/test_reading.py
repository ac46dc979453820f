"""Who sees an event, in what order events stand, and what an event's page says."""

from datetime import UTC, datetime, timedelta

import pytest

from neighbour.db import db, now
from neighbour.events.models import Event, RunSheetLine


def test_everybody_in_the_network_sees_what_all_are_invited_to(announce, sign_in):
    address = announce("eva", title="Soup for all")

    for handle in ("ada", "cem", "dora", "gil"):
        assert "Soup for all" in sign_in(handle).get("/events").text
        assert sign_in(handle).get(address).status_code == 200


def test_only_hosts_and_team_see_what_is_for_the_initiative(announce, sign_in):
    address = announce("ada", title="Own matters", audience="initiative")

    for handle in ("ben", "eva"):
        assert "Own matters" in sign_in(handle).get("/events").text
    for handle in ("cem", "gil", "otto"):
        browser = sign_in(handle)
        assert "Own matters" not in browser.get("/events").text
        for part in ("", "/calendar.ics", "/invitation", "/edit", "/moves", "/run-sheet", "/mailing", "/cancellation"):
            assert browser.get(address + part).status_code == 404, part


def test_the_operator_sees_no_event(announce, sign_in):
    address = announce("eva", title="Soup for all")

    otto = sign_in("otto")

    assert otto.get(address).status_code == 404
    assert "Soup for all" not in otto.get("/events").text


def test_a_visitor_is_sent_to_the_sign_in(announce, visitor):
    address = announce("eva")

    assert visitor.get(address).status_code in (302, 303, 401)
    assert "The hall" not in visitor.get(address + "/calendar.ics").text


def test_the_own_region_comes_first_and_then_by_date(announce, sign_in):
    announce("eva", days=3, title="Team soon")
    announce("ada", days=20, title="Mill later")
    announce("eva", days=30, title="Team late")

    page = sign_in("ben").get("/events").text

    assert page.index("Mill later") < page.index("Team soon") < page.index("Team late")


def test_the_list_goes_on_after_twenty(announce, sign_in):
    for number in range(23):
        announce("eva", days=number + 1, title=f"Number-{number:02}")
    browser = sign_in("cem")

    first = browser.get("/events").text
    following = first.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0]
    second = browser.get(following).text

    assert "Number-19" in first and "Number-20" not in first
    assert "Number-20" in second and "Number-22" in second and "Number-19" not in second


def test_what_is_over_stands_below_and_on_pages_of_its_own(announce, sign_in):
    for number in range(7):
        announce("eva", days=-number - 1, title=f"Past-{number}")
    browser = sign_in("cem")

    first = browser.get("/events").text
    following = first.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0]

    assert "Past-4" in first and "Past-5" not in first
    assert "Past-5" in browser.get(following).text


def test_the_page_says_when_where_and_how_to_get_there(announce, stage, sign_in):
    known = {"bus": "Line 7, 12:51", "step_free": True, "induction_loop": "front left", "food": "soup"}
    address = announce("eva", starts_at=datetime(2030, 7, 6, 12, 0, tzinfo=UTC), ends_at=datetime(2030, 7, 6, 15, 0, tzinfo=UTC), **known)  # fmt: skip
    with stage():
        event = db.session.query(Event).one()
        event.run_sheet = [RunSheetLine(position=0, time="14:00", goal="Arrive", method="Coffee")]

    page = sign_in("ada").get(address).text

    for words in (
        "Samstag, 6. Juli 2030",
        "14:00 bis 17:00 Uhr",
        "The hall",
        "Line 7",
        "ohne Stufen",
        "front left",
        "Coffee",
    ):
        assert words in page, words


def test_what_is_not_known_is_not_called_no(announce, sign_in):
    page = sign_in("ada").get(announce("eva")).text

    assert "Stufen" not in page and "Ringschleife" not in page


def test_the_next_event_is_the_next_step(announce, sign_in):
    announce("ada", days=9, title="Mill meets")
    announce("eva", days=2, title="Somewhere else")

    page = sign_in("ben").get("/").text

    assert "Als Nächstes in 9 Tagen" in page
    assert "Mill meets" in page.partition("Als Nächstes")[2].partition("</section>")[0]
    assert "Somewhere else" in page.partition("Neu im Netzwerk")[2]


def test_the_next_step_says_whether_one_is_registered(announce, register, sign_in):
    announce("ada", places=1)
    register("ben", "ada")

    for handle, words in (("ben", "Sie sind angemeldet."), ("ada", "Sie stehen auf der Warteliste.")):
        assert words in sign_in(handle).get("/").text, handle


def test_the_next_step_says_that_one_is_not_registered_yet(announce, sign_in):
    announce("ada")

    assert "Sie sind noch nicht angemeldet." in sign_in("ben").get("/").text


def test_registration_stands_above_the_words_of_the_invitation(announce, sign_in):
    page = sign_in("ben").get(announce("ada", body="Bring a spoon.")).text

    assert page.index("The hall") < page.index("Ich komme") < page.index("Bring a spoon.")


@pytest.mark.parametrize("act", ["over", "cancelled"])
def test_what_is_over_or_cancelled_says_who_was_registered_and_counts_no_places(
    announce, register, sign_in, stage, act
):
    address = announce("ada", places=20)
    register("ben")
    with stage():
        event = db.session.query(Event).one()
        if act == "over":
            event.starts_at, event.ends_at = (
                moment - timedelta(days=20) for moment in (event.starts_at, event.ends_at)
            )
        else:
            event.cancelled_at = now()

    page, hosts = sign_in("ben").get(address).text, sign_in("ada").get(address).text

    assert "Sie waren angemeldet." in page and "Plätzen belegt" not in page + hosts
    assert "Ich komme" not in page + hosts and "Wort auf der Einladung" not in hosts
    assert "Wer war angemeldet?" in hosts and "Sie waren" not in hosts


def test_the_page_says_that_an_event_is_for_the_initiative_only(announce, sign_in):
    page = sign_in("ben").get(announce("ada", audience="initiative")).text

    assert "nur für die eigene Initiative" in page


def test_the_initiatives_page_shows_its_events(announce, sign_in):
    announce("ada", title="Mill meets")
    announce("ada", days=-9, title="Mill met")

    page = sign_in("cem").get("/initiatives/mill").text

    assert "Mill meets" in page and "Mill met" in page


def test_an_event_coming_without_material_lies_on_the_desk(announce, sign_in):
    announce("eva", title="Bare soup")

    assert "Bare soup" in sign_in("lea").get("/desk").text
    assert sign_in("ada").get("/desk").status_code in (403, 404)


def test_the_sheet_has_the_guest_address_a_code_and_a_reply_slip(announce, stage, sign_in):
    address = announce("eva", title="Soup")
    with stage():
        token = db.session.query(Event).one().guest_token

    page = sign_in("ben").get(address + "/invitation").text

    for words in (f"/events/guest/{token}", "<svg", "Ich komme", "freiwillig"):
        assert words in page, words


def test_a_wrong_id_to_go_on_after_begins_anew(announce, sign_in):
    announce("eva", title="Soup")

    for asked in ("after=x", "before=0", "after=0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee"):
        assert sign_in("ada").get(f"/events?{asked}").status_code == 200
