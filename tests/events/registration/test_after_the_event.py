"""What of a guest stays on a device and on the web, and for how long."""

from datetime import timedelta

import pytest
import time_machine

from neighbour.accounts.visiting import COOKIE
from neighbour.db import now
from tests.events.registration.lists import event_at, guest_link, rows


@pytest.fixture
def link(stage, announce):
    address = announce(days=10)
    with stage():
        return guest_link(address), address


def come(browser, link: str):
    browser.get(link)
    browser.post(f"{link}/registrations", data={"name": "Heinz B."})


def days_known(browser) -> float:
    return (browser.get_cookie(COOKIE, path="/events/guest").expires - now()) / timedelta(days=1)


def test_a_browser_is_known_for_a_week_after_its_last_event(visitor, link, stage, announce):
    later = announce(title="Later", days=40)
    with stage():
        far = guest_link(later)
    visitor.get(link[0])
    assert 17 < days_known(visitor) < 17.5

    come(visitor, far)
    visitor.get(link[0])

    assert 47 < days_known(visitor) < 47.5


def test_a_shared_telephone_forgets_and_the_registration_stays(visitor, link, stage):
    come(visitor, link[0])
    assert "Auf diesem Gerät vergessen" in visitor.get(link[0]).text

    answer = visitor.post(f"{link[0]}/forgetting", follow_redirects=True)

    assert "Ihre Anmeldung gilt weiter." in answer.text and "Heinz" not in answer.text
    assert "Auf diesem Gerät vergessen" not in visitor.get(link[0]).text
    with stage():
        assert [row.state for row in rows(link[1])] == ["confirmed"]


def test_two_weeks_after_the_end_page_and_slip_say_that_it_is_over(visitor, link, stage):
    come(visitor, link[0])
    with stage():
        ends, slip = event_at(link[1]).ends_at, f"/events/slips/{rows(link[1])[0].key}"

    with time_machine.travel(ends + timedelta(days=13), tick=False):
        assert [visitor.get(page).status_code for page in (link[0], slip)] == [200, 200]
    with time_machine.travel(ends + timedelta(days=14, minutes=1), tick=False):
        for page in (link[0], slip):
            answer = visitor.get(page)
            assert answer.status_code == 410 and "„Soup“ ist vorbei" in answer.text and "Heinz" not in answer.text
