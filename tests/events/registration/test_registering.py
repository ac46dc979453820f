"""In the app: oneself with one touch, somebody without an account with their name."""

from datetime import timedelta

from neighbour.db import now
from tests.cast import initiative
from tests.events.registration.lists import event_at, rows, states


def test_one_touch_is_enough(sign_in, stage, announce):
    address, ada = announce(), sign_in("ada")

    answer = ada.post(f"{address}/registrations")

    assert (answer.status_code, answer.headers["Location"]) == (303, f"{address}?at=registration#registration")
    with stage():
        assert states(address) == {"Ada": "confirmed"}
        assert rows(address)[0].initiative.slug == "mill"
        code = rows(address)[0].code
    assert code in ada.get(address).text and "Platz ist sicher" in ada.get(address).text


def test_a_second_time_is_the_same_registration_and_keeps_what_is_new(sign_in, stage, announce):
    address, ada = announce(), sign_in("ada")
    ada.post(f"{address}/registrations")

    answer = ada.post(f"{address}/registrations", data={"food": "vegetarisch"}, follow_redirects=True)

    assert "Sie waren schon angemeldet" in answer.text
    with stage():
        assert [(row.name, row.food) for row in rows(address)] == [("Ada", "vegetarisch")]


def test_what_is_needed_can_be_taken_back(sign_in, stage, announce):
    address, ada = announce(), sign_in("ada")
    ada.post(f"{address}/registrations", data={"food": "vegetarisch", "access": "Platz vorn"})

    ada.post(f"{address}/registrations", data={"change": "1", "food": "", "access": "Platz vorn links"})

    with stage():
        assert (rows(address)[0].food, rows(address)[0].access) == ("", "Platz vorn links")


def test_somebody_without_an_account_is_registered_by_their_initiative(sign_in, stage, announce):
    address, ben = announce(), sign_in("ben")
    form = {"for": "other", "name": "Otto B."}

    assert ben.post(f"{address}/registrations", data={**form, "name": ""}).status_code == 422
    assert ben.post(f"{address}/registrations", data=form).status_code == 303
    again = ben.post(f"{address}/registrations", data={**form, "name": "otto b"}, follow_redirects=True)

    assert "Otto B. war schon angemeldet" in again.text
    with stage() as people:
        [otto] = rows(address)
        assert (otto.name, otto.person_id, otto.entered_by_id) == ("Otto B.", None, people.ben.id)


def test_naming_a_colleague_does_not_change_what_they_said(sign_in, stage, announce):
    address = announce()
    sign_in("ada").post(f"{address}/registrations", data={"food": "vegetarisch"})

    form = {"for": "other", "name": "Ada", "food": "Wurst", "travel": "Bus"}
    answer = sign_in("ben").post(f"{address}/registrations", data=form)

    assert answer.status_code == 403 and "nicht gespeichert" in answer.text and 'value="Wurst"' in answer.text
    with stage():
        assert [(row.food, row.travel) for row in rows(address)] == [("vegetarisch", "")]


def test_what_a_colleague_says_is_kept_where_nothing_stands(sign_in, stage, announce):
    address = announce("ada")
    with stage():
        mill = str(initiative("mill").id)
    form = {"name": "Erna B.", "initiative": mill}
    sign_in("ada").post(f"{address}/registrations/proxy", data={**form, "channel": "phone"})

    sign_in("ben").post(f"{address}/registrations", data={**form, "for": "other", "food": "keine Nüsse"})

    with stage():
        assert [(row.name, row.food) for row in rows(address)] == [("Erna B.", "keine Nüsse")]


def test_who_belongs_nowhere_registers_only_themself(sign_in, announce):
    gil, address = sign_in("gil"), announce()

    assert gil.post(f"{address}/registrations", data={"for": "other", "name": "Otto"}).status_code == 422
    assert gil.post(f"{address}/registrations").status_code == 303


def test_nobody_registers_for_an_initiative_of_others(sign_in, stage, announce):
    address = announce()
    with stage():
        harbour = initiative("harbour").id

    answer = sign_in("ben").post(f"{address}/registrations", data={"initiative": str(harbour)})

    assert answer.status_code == 422
    with stage():
        assert rows(address) == []


def test_what_was_typed_stays_when_the_event_was_cancelled_meanwhile(sign_in, stage, announce):
    address, ada = announce(), sign_in("ada")
    with stage():
        event_at(address).cancelled_at = now()

    answer = ada.post(f"{address}/registrations", data={"food": "vegetarisch"})

    assert answer.status_code == 403
    assert "Dieser Termin fällt aus." in answer.text and 'value="vegetarisch"' in answer.text
    with stage():
        assert rows(address) == []


def test_after_the_last_day_only_the_hosts_register(sign_in, stage, announce):
    address = announce("ada")
    with stage():
        event_at(address).registration_until = now() - timedelta(hours=1)

    assert sign_in("cem").post(f"{address}/registrations").status_code == 403
    assert sign_in("ada").post(f"{address}/registrations/proxy", data={"name": "Otto"}).status_code == 303


def test_an_event_that_is_over_takes_nobody_and_lets_nobody_go(sign_in, stage, announce):
    address, ada = announce(), sign_in("ada")
    ada.post(f"{address}/registrations")
    with stage():
        event = event_at(address)
        event.starts_at, event.ends_at = now() - timedelta(days=1), now() - timedelta(hours=20)

    assert sign_in("ben").post(f"{address}/registrations").status_code == 403
    assert ada.post(f"{address}/cancellations").status_code == 403
    with stage():
        assert states(address) == {"Ada": "confirmed"}


def test_who_cannot_see_an_event_cannot_register(sign_in, stage, announce):
    address = announce("ada", audience="initiative")

    for handle in ("cem", "gil", "otto"):
        assert sign_in(handle).post(f"{address}/registrations").status_code == 404
    assert sign_in("ben").post(f"{address}/registrations").status_code == 303


def test_nobody_cancels_somebody_else(sign_in, stage, announce):
    address = announce()
    sign_in("ada").post(f"{address}/registrations")
    with stage():
        form = {"registration": str(rows(address)[0].id)}

    for handle in ("ben", "cem", "dora"):
        assert sign_in(handle).post(f"{address}/cancellations", data=form).status_code == 404
    with stage():
        assert states(address) == {"Ada": "confirmed"}
    assert sign_in("eva").post(f"{address}/cancellations", data=form).status_code == 303
    with stage():
        assert states(address) == {"Ada": "cancelled"}


def test_who_cancelled_may_come_again_at_the_end_of_the_line(sign_in, stage, announce):
    address, ada = announce(places=1), sign_in("ada")
    ada.post(f"{address}/registrations")
    sign_in("ben").post(f"{address}/registrations")

    ada.post(f"{address}/cancellations")
    ada.post(f"{address}/registrations")

    with stage():
        assert [(row.name, row.state) for row in rows(address)] == [
            ("Ada", "cancelled"),
            ("Ben", "confirmed"),
            ("Ada", "waiting"),
        ]


def test_the_slip_of_a_cancelled_event_promises_no_place(sign_in, stage, announce):
    address, ada = announce(), sign_in("ada")
    ada.post(f"{address}/registrations")
    sign_in("eva").post(f"{address}/cancellation", data={"reason": "Wasser"})

    text = ada.get(address).text

    assert "Der Termin fällt aus" in text and "Platz ist sicher" not in text
    assert ada.post(f"{address}/cancellations").status_code == 303
    with stage():
        assert states(address) == {"Ada": "confirmed"}
