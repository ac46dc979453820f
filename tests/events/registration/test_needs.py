"""What somebody eats or how they come is known to whom it concerns, and forgotten a week after the end."""

from datetime import timedelta

import pytest
import time_machine

from neighbour.db import db, uuid7
from neighbour.events.registrations.tidying import forget_needs
from neighbour.outbox import Receipt
from tests.events.registration.lists import event_at, guest_link, rows

SECRET = "Haferbrei wegen der Galle"


@pytest.fixture
def told(announce, sign_in):
    """Ben comes and has said what he needs."""

    def registered(by: str = "eva", **words) -> str:
        address = announce(by, **words)
        form = {"food": SECRET, "access": "Rollator im Auto", "travel": "Mitfahrt ab Kirche", "childcare": "Zwillinge"}
        assert sign_in("ben").post(f"{address}/registrations", data=form).status_code == 303
        return address

    return registered


def everywhere(browser, address: str) -> str:
    """All pages on which registrations are shown, as far as they open."""
    pages = ("", "/registrations", "/registrations/attendance", "/registrations/needs", "/registrations/new", "/calls")
    return "".join(browser.get(f"{address}{page}").text for page in pages) + browser.get("/desk").text


@pytest.mark.parametrize("handle", ["cem", "dora", "gil", "otto", "ada"])
def test_others_never_see_it(sign_in, told, handle):
    """Ada decides for Ben's own initiative, but does not invite here."""
    text = everywhere(sign_in(handle), told())

    assert not [words for words in (SECRET, "Rollator im Auto", "Mitfahrt ab Kirche", "Zwillinge") if words in text]


@pytest.mark.parametrize("handle", ["ben", "eva", "lea"])
def test_who_said_it_and_the_hosts_see_it(sign_in, told, handle):
    assert SECRET in everywhere(sign_in(handle), told())


def test_who_decides_for_the_hosts_sees_it_and_their_members_do_not(sign_in, announce):
    address = announce("ada")
    sign_in("cem").post(f"{address}/registrations", data={"food": SECRET})

    assert SECRET in everywhere(sign_in("ada"), address)
    assert SECRET not in everywhere(sign_in("ben"), address)


def test_guests_see_only_their_own(visitor, told, stage):
    address = told()
    with stage():
        link = guest_link(address)

    assert SECRET not in visitor.get(link).text
    visitor.post(f"{link}/registrations", data={"name": "Heinz B.", "food": "keine Pilze"})
    assert "keine Pilze" in visitor.get(link).text and SECRET not in visitor.get(link).text


def test_the_attendance_list_hangs_at_the_door_without_needs(sign_in, told):
    address, eva = told(), sign_in("eva")

    door, kitchen = (eva.get(f"{address}/registrations/{sheet}").text for sheet in ("attendance", "needs"))

    assert "Ben" in door and "Unterschrift" in door and SECRET not in door and "Rollator im Auto" not in door
    assert SECRET in kitchen and "Rollator im Auto" in kitchen


def test_a_week_after_the_end_it_is_gone_and_not_before(told, stage):
    address = told()
    with stage():
        rows(address)[0].phone = "0221 4711"
        ends = event_at(address).ends_at

    for after, kept in ((timedelta(days=6, hours=23), SECRET), (timedelta(days=7, minutes=1), "")):
        with time_machine.travel(ends + after, tick=False), stage():
            forget_needs()
        with stage():
            [ben] = rows(address)
            assert (ben.food, ben.name, ben.state) == (kept, "Ben", "confirmed")
    with stage():
        [ben] = rows(address)
        assert not ben.has_needs and ben.phone == ""


def test_a_week_after_the_end_no_browser_is_known_any_more(app, announce, visitor, stage):
    address, coming = announce(), announce(title="Later", days=60)
    with stage():
        link, later, ends = guest_link(address), guest_link(coming), event_at(address).ends_at
    for known in (link, later):
        visitor.get(known)
        visitor.post(f"{known}/registrations", data={"name": "Heinz B.", "operation_id": str(uuid7())})

    with time_machine.travel(ends + timedelta(days=7, minutes=1), tick=False), stage():
        forget_needs()

    with stage():
        assert [rows(known)[0].visitor != "" for known in (address, coming)] == [False, True]
        assert sorted(receipt.location.partition("#")[0] for receipt in db.session.query(Receipt)) == ["/", later]


def test_who_cancels_is_forgotten_at_once(sign_in, told, stage):
    address = told()

    sign_in("ben").post(f"{address}/cancellations")

    with stage():
        assert not rows(address)[0].has_needs


def test_who_has_left_the_team_sees_no_needs_of_callers_any_more(sign_in, announce, stage):
    address, eva = announce(), sign_in("eva")
    eva.post(f"{address}/registrations/proxy", data={"name": "Otto B.", "food": SECRET})
    with stage() as people:
        people.eva.roles = []

    text = everywhere(eva, address)

    assert SECRET not in text and "Otto B." not in text
