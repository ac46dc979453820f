"""The pages with registrations ask as often for fifty people as for two."""

import pytest

from neighbour.db import db, now
from neighbour.events.models import Registration
from tests.architecture.queries import counted
from tests.cast import initiative, person
from tests.events.registration.lists import event_at, guest_link

PAGES = ("", "/registrations", "/registrations/attendance", "/registrations/needs", "/calls")


def fill_hall(address: str, numbers: range) -> None:
    """People of every kind, some of them waiting, some to be called; needs an open stage."""
    event, people = event_at(address), [person(handle) for handle in ("ada", "ben", "cem", "gil")]
    for number in numbers:
        words = {"food": "vegetarisch", "to_tell": "moved", "to_tell_since": now(), "entered_by": people[number % 4]}
        words["state"] = "waiting" if number % 3 else "confirmed"
        words |= {"initiative": initiative("mill" if number % 2 else "harbour"), "channel": "phone"}
        own = people[(number + 1) % 4] if number % 2 else None
        db.session.add(Registration(event=event, number=number, name=f"P {number}", person=own, **words))


@pytest.mark.parametrize("handle", ["eva", "ada"])
def test_the_queries_do_not_grow_with_the_people(app, sign_in, stage, announce, handle):
    address, browser = announce("ada", places=5), sign_in(handle)
    few = queries(app, stage, browser, address, range(1, 13))

    many = queries(app, stage, browser, address, range(13, 60))

    assert many == few and max(few) <= 20


def queries(app, stage, browser, address: str, numbers: range) -> list[int]:
    with stage():
        fill_hall(address, numbers)
        link = guest_link(address)
    found = []
    for page in (*(f"{address}{page}" for page in PAGES), link, "/desk", "/"):
        browser.get(page)
        with counted(app) as statements:
            browser.get(page)
        found.append(len(statements))
    return found
