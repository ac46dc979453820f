"""A guest who touches twice is registered once, also where the browser keeps no cookies."""

import pytest

from neighbour.db import uuid7
from tests.events.registration.lists import guest_link, rows


@pytest.fixture
def link(stage, announce):
    address = announce()
    with stage():
        return guest_link(address), address


def test_two_touches_without_cookies_are_one_registration(app, link, stage):
    plain, form = app.test_client(use_cookies=False), {"name": "Heinz B.", "operation_id": str(uuid7())}

    slips = {plain.post(f"{link[0]}/registrations", data=form).headers["Location"] for _ in range(2)}
    other = plain.post(f"{link[0]}/registrations", data={**form, "name": "Erna B."})

    with stage():
        assert slips == {f"/events/slips/{rows(link[1])[0].key}"}
        assert [row.name for row in rows(link[1])] == ["Heinz B.", "Erna B."]
        assert other.headers["Location"] == f"/events/slips/{rows(link[1])[1].key}"


def test_a_touch_before_and_after_the_first_cookie_is_one_registration(visitor, link, stage):
    form = {"name": "Heinz B.", "operation_id": str(uuid7())}

    for name in ("Heinz B.", "Heinz B.", "Erna B."):
        assert visitor.post(f"{link[0]}/registrations", data={**form, "name": name}).status_code == 303

    with stage():
        assert [row.name for row in rows(link[1])] == ["Heinz B.", "Erna B."]
