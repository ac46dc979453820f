"""Places go to who comes first; when one gets free, the waiting list moves up by itself."""

from flask import g

from neighbour.accounts import Visitor
from neighbour.db import db, uuid7
from neighbour.events import registrations
from neighbour.events.models.registration import Channel
from tests.events.registration.lists import event_at, guest_link, rows, states
from tests.initiatives.doors import together


def by_themselves(app, work):
    """As a server process of its own does it: nothing is shared but the database."""

    def run():
        with app.test_request_context():
            g.writing = True
            try:
                return work()
            finally:
                db.session.rollback()

    return run


def come(address: str, name: str):
    def register():
        words = {"name": name, "channel": Channel.GUEST}
        arrival = registrations.arrive(event_at(address), by=Visitor(), **words)
        db.session.commit()
        return arrival.registration.number

    return register


def test_fifty_race_for_ten_places(app, stage, announce):
    address = announce(places=10)

    numbers = together(*[by_themselves(app, come(address, f"Guest {number:02}")) for number in range(50)])

    with stage():
        there = rows(address)
        assert sorted(numbers) == [row.number for row in there] == list(range(1, 51))
        assert [row.state for row in there] == ["confirmed"] * 10 + ["waiting"] * 40
        assert [row.at for row in there] == sorted(row.at for row in there)


def test_two_browsers_race_for_the_last_place(app, stage, announce):
    address = announce(places=1)
    with stage():
        link = guest_link(address)
    browsers = [app.test_client(), app.test_client()]
    for browser in browsers:
        browser.get(link)

    answers = together(
        *[
            lambda b=browser, n=n: b.post(f"{link}/registrations", data={"name": n})
            for n, browser in zip("AB", browsers, strict=True)
        ]
    )

    assert [answer.status_code for answer in answers] == [303, 303]
    with stage():
        assert sorted(states(address).values()) == ["confirmed", "waiting"]
    said = [browser.get(link).text for browser in browsers]
    assert sorted("Platz ist sicher" in text for text in said) == [False, True]
    assert sum("Warteliste, Platz 1" in text for text in said) == 1


def test_a_cancellation_races_a_registration_and_no_place_is_lost(app, stage, announce):
    address = announce(places=1)
    by_themselves(app, come(address, "First"))()

    def leave():
        registrations.cancel(rows(address)[0], by=Visitor(), has_proof=True)
        db.session.commit()

    together(by_themselves(app, leave), *[by_themselves(app, come(address, f"Next {each}")) for each in range(5)])

    with stage():
        there = states(address)
        assert there.pop("First") == "cancelled"
        assert sorted(there.values()) == ["confirmed"] + ["waiting"] * 4
        first_after = next(row for row in rows(address) if row.name != "First")
        assert first_after.state == "confirmed"


def test_who_has_waited_longest_moves_up_and_is_told(sign_in, stage, announce):
    address = announce(places=1)
    for handle in ("ada", "ben", "cem"):
        assert sign_in(handle).post(f"{address}/registrations").status_code == 303

    sign_in("ada").post(f"{address}/cancellations")

    with stage():
        assert states(address) == {"Ada": "cancelled", "Ben": "confirmed", "Cem": "waiting"}
    assert "Ein Platz ist frei geworden" in sign_in("ben").get("/").text
    assert "Ein Platz ist frei geworden" not in sign_in("cem").get("/").text


def test_more_places_let_more_people_in_and_fewer_take_nobodys(app, sign_in, stage, announce):
    address = announce(places=1)
    for handle in ("ada", "ben", "cem"):
        sign_in(handle).post(f"{address}/registrations")

    def add_places():
        event = event_at(address)
        event.places = 3
        registrations.fill_places(event)
        db.session.commit()

    by_themselves(app, add_places)()
    with stage():
        assert set(states(address).values()) == {"confirmed"}
        event_at(address).places = 1

    with stage():
        assert set(states(address).values()) == {"confirmed"}
        assert registrations.summary(event_at(address)).over == 2
    assert "2 mehr als Plätze" in sign_in("eva").get(address).text


def test_nobody_jumps_the_waiting_list(app, stage, announce):
    address = announce(places=1)
    for name in ("First", "Second", "Third"):
        by_themselves(app, come(address, name))()
    with stage():
        event_at(address).places = 2

    by_themselves(app, come(address, "Fourth"))()

    with stage():
        assert states(address)["Fourth"] == "waiting"


def test_without_a_number_everybody_has_a_place(app, stage, announce):
    address = announce()

    for number in range(3):
        by_themselves(app, come(address, f"Guest {number}"))()

    with stage():
        assert set(states(address).values()) == {"confirmed"}


def test_the_same_operation_counts_once(sign_in, stage, announce):
    address, form, ada = announce(), {"operation_id": str(uuid7())}, sign_in("ada")

    answers = [ada.post(f"{address}/registrations", data=form) for _ in range(2)]

    assert answers[1].headers["Idempotent-Replayed"] == "true"
    with stage():
        assert len(rows(address)) == 1
