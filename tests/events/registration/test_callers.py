"""The team and the hosts register who calls, one or several at once."""

import pytest
from sqlalchemy import select

from neighbour.audit import LogLine
from neighbour.db import db, now
from tests.cast import initiative
from tests.events.registration.lists import event_at, rows


def test_a_caller_with_everything_they_say(sign_in, stage, announce):
    address = announce()
    with stage():
        mill = str(initiative("mill").id)
    form = {
        "name": "Otto B.",
        "initiative": mill,
        "phone": "0221 4711",
        "channel": "phone",
        "travel": "Abholung am Bus",
    }

    answer = sign_in("eva").post(f"{address}/registrations/proxy", data=form, follow_redirects=True)

    assert "1 Mensch eingetragen." in answer.text and "Otto B." in answer.text
    with stage() as people:
        [otto] = rows(address)
        assert (otto.initiative.slug, otto.channel, otto.entered_by_id) == ("mill", "phone", people.eva.id)
        assert (otto.phone, otto.travel) == ("0221 4711", "Abholung am Bus")
        line = db.session.scalars(select(LogLine).where(LogLine.act == "events.registration")).one()
        assert (line.subject_id, line.sentence) == (otto.event_id, "Soup, Nr. 1")


def test_several_lines_at_once(sign_in, stage, announce):
    address = announce(places=2)
    lines = "Otto B., The Mill, Essen: vegetarisch, Fahrt: Abholung\n\nAda; mill\nMia; Port; Kinder: zwei\nJo"

    answer = sign_in("eva").post(f"{address}/registrations/proxy", data={"lines": lines}, follow_redirects=True)

    assert "4 Menschen eingetragen. 2 davon auf der Warteliste." in answer.text
    with stage() as people:
        found = [(row.name, row.initiative and row.initiative.slug, row.person_id) for row in rows(address)]
        assert found == [
            ("Otto B.", "mill", None),
            ("Ada", "mill", people.ada.id),
            ("Mia", "harbour", None),
            ("Jo", None, None),
        ]
        assert (rows(address)[0].food, rows(address)[0].travel) == ("vegetarisch", "Abholung")
        assert rows(address)[2].childcare == "zwei"


@pytest.mark.parametrize("line", ["Otto B., Nirgendwo", ", The Mill", "x" * 90, "Otto, mill, " + "y" * 200])
def test_one_line_that_is_not_understood_registers_nobody_and_keeps_all(sign_in, stage, announce, line):
    address = announce()

    answer = sign_in("eva").post(f"{address}/registrations/proxy", data={"lines": f"Jo\n{line}"})

    assert answer.status_code == 422 and f"Jo\n{line}" in answer.text
    with stage():
        assert rows(address) == []


def test_who_registered_in_the_app_is_known_when_they_call(sign_in, stage, announce):
    address = announce()
    sign_in("ada").post(f"{address}/registrations")

    answer = sign_in("eva").post(
        f"{address}/registrations/proxy", data={"lines": "ada, mill, Essen: vegetarisch\nAda"}, follow_redirects=True
    )

    assert "Schon auf der Liste: Ada, ergänzt: Essen: vegetarisch" in answer.text
    with stage():
        assert [(row.name, row.food) for row in rows(address)] == [("Ada", "vegetarisch")]


def test_who_called_first_is_registered_once_in_the_app(sign_in, stage, announce):
    address = announce()
    sign_in("eva").post(f"{address}/registrations/proxy", data={"name": "Ada"})

    sign_in("ada").post(f"{address}/registrations")

    with stage():
        assert [row.channel for row in rows(address)] == ["phone"]


@pytest.mark.parametrize("page", ["/registrations", "/registrations/attendance", "/registrations/needs", "/calls"])
@pytest.mark.parametrize("handle", ["ben", "cem", "dora"])
def test_the_lists_are_for_hosts_and_team_only(sign_in, announce, page, handle):
    address = announce("ada")

    assert sign_in(handle).get(f"{address}{page}").status_code == 403
    assert sign_in("ada").get(f"{address}{page}").status_code == 200
    assert sign_in("eva").get(f"{address}{page}").status_code == 200


def test_a_host_finds_no_stranger_by_name_and_nobodys_telephone(sign_in, stage, announce):
    address, cem = announce("eva"), sign_in("cem")
    with stage() as people:
        event_at(address).initiative_id = initiative("harbour").id
        people.gil.phone = people.dora.phone = "0151 9999"

    cem.post(f"{address}/registrations/proxy", data={"lines": "Gil\nCem"})

    with stage() as people:
        gil, own = rows(address)
        assert (gil.person_id, own.person_id) == (None, people.cem.id)
        assert [row.call_at for row in (gil, own)] == ["", ""]
    sign_in("eva").post(f"{address}/registrations/proxy", data={"lines": "Dora"})
    with stage() as people:
        assert (rows(address)[2].person_id, rows(address)[2].call_at) == (people.dora.id, "")


def test_names_are_found_without_capitals_and_accents(sign_in, stage, announce):
    address = announce()
    with stage() as people:
        people.gil.name = "Änne Çelik"

    sign_in("eva").post(f"{address}/registrations/proxy", data={"name": "ÄNNE CELIK"})

    with stage() as people:
        assert rows(address)[0].person_id == people.gil.id


def test_nobody_else_registers_callers(sign_in, stage, announce):
    address = announce("ada")

    for handle in ("ben", "cem"):
        assert sign_in(handle).post(f"{address}/registrations/proxy", data={"name": "Otto"}).status_code == 403
    assert sign_in("ada").post(f"{address}/registrations/proxy", data={"name": "Otto"}).status_code == 303
    with stage():
        assert [row.name for row in rows(address)] == ["Otto"]


def test_typed_lines_stay_when_the_event_was_cancelled_meanwhile(sign_in, stage, announce):
    address = announce()
    with stage():
        event_at(address).cancelled_at = now()

    for form in ({"lines": "Otto B., The Mill"}, {"name": "Otto B."}):
        answer = sign_in("eva").post(f"{address}/registrations/proxy", data=form)
        assert answer.status_code == 403 and "Otto B." in answer.text
    with stage():
        assert rows(address) == []
