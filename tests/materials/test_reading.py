"""What a reader is shown: as it was shown, in plain language, on paper; and what is missing, to the team."""

from datetime import UTC, datetime, timedelta

import time_machine
from sqlalchemy import select

from neighbour.db import db, now
from neighbour.materials import Material, Place
from neighbour.tools import Tool
from tests.architecture.queries import counted
from tests.materials.sheets import replace, write

PLAIN = {"plain": "Zehn Namen. Ganz einfach.", "plain_state": "checked"}


def test_after_the_end_stands_what_was_shown_and_beside_it_the_new_version(sign_in, new_event):
    event = new_event(days=1, audience="all")
    cem = sign_in("cem")
    address = write(cem, event, body="So war es gezeigt.")
    with time_machine.travel(now() + timedelta(days=3)):
        answer = replace(cem, address, body="Danach verbessert.")
        assert answer.location == f"{address}?version=2"
        ben = sign_in("ben")
        shown, new, place = ben.get(address).text, ben.get(answer.location).text, ben.get(page_of(event)).text

    assert "So war es gezeigt." in shown and "Wie gezeigt am" in shown and "Neue Fassung vom" in shown
    assert "Danach verbessert." in new and "Gezeigt wurde eine andere" in new
    assert "wie gezeigt" in place and "neue Fassung vom" in place


def page_of(event: str) -> str:
    return f"/events/{event.partition(':')[2]}"


def test_minutes_written_afterwards_are_simply_there(sign_in, new_event):
    address = write(sign_in("cem"), new_event(days=-2, audience="all"), body="Beschlossen: Knoten.", is_minutes="y")

    page = sign_in("ben").get(address).text
    assert "Beschlossen: Knoten." in page and "Protokoll" in page and "Wie gezeigt" not in page


def test_the_choice_of_plain_language_is_remembered_with_its_state_beside_it(sign_in, tool):
    eva, ben = sign_in("eva"), sign_in("ben")
    first, second = write(eva, tool, **PLAIN), write(eva, tool, title="Noch eins", **{**PLAIN, "plain_state": "draft"})

    assert "Zehn Namen, zehn Nummern." in ben.get(first).text
    assert "Ganz einfach." in ben.get(f"{first}?plain=1").text
    page = ben.get(second).text
    assert "Ganz einfach." in page and "Entwurf, noch nicht geprüft" in page and "zehn Nummern" not in page
    assert "Zehn Namen, zehn Nummern." in eva.get(second).text
    ben.get(f"{first}?plain=0")
    assert "Zehn Namen, zehn Nummern." in ben.get(second).text


def test_the_choice_made_at_a_tool_holds_for_its_sheets(sign_in, tool, stage):
    with stage():
        db.session.scalars(select(Tool)).one().plain = "Eine Kette aus Anrufen."
    address, ben = write(sign_in("eva"), tool, **PLAIN), sign_in("ben")
    assert "Eine Kette aus Anrufen." not in ben.get("/tools/chain").text

    assert "Eine Kette aus Anrufen." in ben.get("/tools/chain?plain=1").text
    assert "Ganz einfach." in ben.get(address).text and "Eine Kette aus Anrufen." in ben.get("/tools/chain").text


def test_a_plain_text_that_is_missing_is_never_shown_empty(sign_in, tool):
    address = write(sign_in("eva"), tool)
    assert "Zehn Namen, zehn Nummern." in sign_in("ben").get(f"{address}?plain=1").text


def test_a_check_is_asked_for_again_with_the_next_version(sign_in, tool):
    eva = sign_in("eva")
    address = write(eva, tool, **PLAIN)
    assert "Einfache Sprache: geprüft" in eva.get(address).text

    assert '<option selected value="draft"' in eva.get(f"{address}/edit").text


def test_the_sheet_of_paper_has_the_text_the_version_and_the_way_back(sign_in, tool):
    eva = sign_in("eva")
    address = write(eva, tool, **PLAIN)
    page, plain = eva.get(f"{address}/print?plain=0").text, eva.get(f"{address}/print?plain=1").text

    assert "Zehn Namen, zehn Nummern." in page and "Fassung 1 vom" in page and 'class="qr"' in page
    assert page.count(f"localhost{address}</span>") == 8
    assert "Ganz einfach." in plain and "zehn Nummern" not in plain


def test_a_version_that_never_was_is_not_found(sign_in, tool):
    address = write(sign_in("eva"), tool)
    ben = sign_in("ben")
    for number in ("2", "0", "-1", "x", "1e9", "1" * 3000):
        assert ben.get(f"{address}?version={number}").status_code == 404


def test_the_team_finds_what_is_missing(sign_in, tool):
    eva = sign_in("eva")
    with_twin, without = write(eva, tool, **PLAIN), write(eva, tool, title="Ohne")

    missing = eva.get("/materials/upkeep?missing=plain").text
    assert without in missing and with_twin not in missing
    assert with_twin in eva.get("/materials/upkeep?missing=picture").text
    replace(eva, without, **PLAIN)
    assert without not in eva.get("/materials/upkeep?missing=plain").text


def test_the_list_of_a_place_costs_as_much_for_many_as_for_one(app, sign_in, tool, stage):
    eva = sign_in("eva")
    address = write(eva, tool)
    eva.get("/tools/chain")  # what is read once a minute is read now
    with counted(app) as few:
        eva.get("/tools/chain")
    for number in range(6):
        write(eva, tool, title=f"Blatt {number}")
        replace(eva, address, body=f"Fassung {number}")
    with counted(app) as many:
        eva.get("/tools/chain")

    assert len(many) == len(few)


def test_a_loader_gives_its_own_dates(stage, tool):
    with stage() as people:
        chain = db.session.scalars(select(Tool)).one()
        place = Place("tool", chain.id, chain.name, editable=True)
        then = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
        material = Material.write(
            place, by=people.eva, at=then, title="Früher", body="Da.", plain="Da.", plain_state="checked"
        )
        db.session.flush()
        version = material.versions[-1]

        assert (version.written_at, material.created_at, version.plain_state) == (then, then, "checked")
        assert Material.count_for("tool", [chain.id]) == {chain.id: 1}
