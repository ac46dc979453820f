"""Nobody fills the hall with invented names: not without cookies, not signed in, not from many networks."""

import pytest

from neighbour.accounts.models import Attempts
from neighbour.db import db
from neighbour.events.models import Registration
from tests.cast import initiative
from tests.events.registration.lists import event_at, guest_link, rows


@pytest.fixture
def link(stage, announce):
    address = announce()
    with stage():
        return guest_link(address), address


def flood(browser, link: str, times: int, network: str = "10.0.0.1") -> list[int]:
    return [
        browser.post(
            f"{link}/registrations",
            data={"name": f"Guest {network} {number}"},
            environ_overrides={"REMOTE_ADDR": network},
        ).status_code
        for number in range(times)
    ]


def test_without_cookies_the_network_counts(app, stage, link):
    plain = app.test_client(use_cookies=False)

    assert flood(plain, link[0], 62) == [303] * 60 + [403] * 2
    assert flood(plain, link[0], 1, "10.0.1.1") == [303]
    with stage():
        assert len(rows(link[1])) == 61
        assert not [row for row in db.session.query(Attempts) if "10.0" in row.key]


def test_the_list_of_guests_has_an_end(app, stage, link):
    with stage():
        event = event_at(link[1])
        names = {number: f"Guest {number}" for number in range(1, 200)}
        db.session.add_all(
            Registration(event=event, number=number, name=name, channel="guest") for number, name in names.items()
        )
    plain = app.test_client(use_cookies=False)

    assert [flood(plain, link[0], 1, f"10.0.{number}.1") for number in range(2)] == [[303], [403]]


def test_a_member_registers_ten_others_and_themself(sign_in, stage, link):
    ben = sign_in("ben")
    with stage():
        mill = str(initiative("mill").id)
    form = {"for": "other", "initiative": mill}

    answers = [ben.post(f"{link[1]}/registrations", data={**form, "name": f"F {number}"}) for number in range(12)]

    assert [answer.status_code for answer in answers] == [303] * 10 + [403] * 2
    assert 'value="F 11"' in answers[-1].text
    assert ben.post(f"{link[1]}/registrations").status_code == 303
