"""The file for calendars, read back as a calendar reads it."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from tests.events.typed import MOVE, version_in

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def entry(sign_in):
    """The one entry in the file of an event, as Ben gets it."""

    def found(address: str):
        answer = sign_in("ben").get(address + "/calendar.ics")
        assert answer.content_type == "text/calendar; charset=utf-8"
        assert "attachment" in answer.headers["Content-Disposition"]
        calendar = Calendar.from_ical(answer.data)
        assert calendar["version"] == "2.0" and calendar["prodid"]
        assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Berlin"]
        return calendar.walk("VEVENT")[0]

    return found


@pytest.mark.parametrize("month, hour", [(7, 12), (12, 13)])
def test_it_begins_at_two_by_the_clock_in_summer_and_in_winter(announce, entry, month, hour):
    starts = datetime(2030, month, 6, hour, 0, tzinfo=UTC)

    read = entry(announce("eva", starts_at=starts, ends_at=starts.replace(hour=hour + 3)))

    assert read["dtstart"].dt == starts
    assert read["dtstart"].dt.astimezone(BERLIN).hour == 14
    assert read["dtstart"].params["TZID"] == "Europe/Berlin"


def test_it_says_what_where_and_how_to_get_there(announce, entry):
    words = {"summary": "All about soup; and bread, too\\", "bus": "Line 7", "address": "Mill Lane 1, Milltown"}

    read = entry(announce("eva", title="Soup, bread; salt", **words))

    assert read["summary"] == "Soup, bread; salt"
    assert read["location"] == "The hall, Mill Lane 1, Milltown"
    assert "All about soup; and bread, too\\" in read["description"] and "Line 7" in read["description"]
    assert read["status"] == "CONFIRMED" and read["sequence"] == 0


def test_what_a_person_wrote_adds_no_line_of_its_own(announce, entry):
    read = entry(announce("eva", body="Come\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Other"))

    assert read["summary"] == "Soup"


def test_a_move_and_a_cancellation_replace_what_calendars_have(announce, entry, sign_in):
    address, eva = announce("eva"), sign_in("eva")
    before = entry(address)
    eva.post(address + "/moves", data={**MOVE, "version": version_in(eva.get(address + "/moves").text)})
    moved = entry(address)
    eva.post(address + "/cancellation", data={"reason": "No cook."})
    cancelled = entry(address)

    assert before["uid"] == moved["uid"] == cancelled["uid"]
    assert [each["sequence"] for each in (before, moved, cancelled)] == [0, 1, 2]
    assert moved["dtstart"].dt.astimezone(BERLIN).hour == 14 and "The barn" in moved["location"]
    assert cancelled["status"] == "CANCELLED" and "No cook." in cancelled["description"]
