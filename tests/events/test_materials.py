"""What hangs at an event: who writes there, who reads it, and who hears that the minutes are there."""

import pytest

from neighbour.db import db
from neighbour.materials import Material
from tests.events.typed import notified


@pytest.fixture
def write():
    """`write(browser, address, …)` writes a material at an event."""

    def written(browser, address: str, **words):
        place = f"event:{address.rpartition('/')[2]}"
        return browser.post("/materials", data={"place": place, "title": "Soup sheet", "body": "Boil it.", **words})

    return written


def test_hosts_write_beside_their_event_and_nobody_else(announce, sign_in, stage, write):
    address = announce("ada")

    assert write(sign_in("ada"), address).status_code == 303
    for handle in ("ben", "cem", "gil"):
        assert write(sign_in(handle), address).status_code in (403, 404, 422), handle

    with stage():
        assert db.session.query(Material).count() == 1
    assert "Soup sheet" in sign_in("cem").get(address).text
    assert "Material schreiben" not in sign_in("cem").get(address).text


def test_what_hangs_at_an_event_for_the_initiative_stays_there(announce, sign_in, write):
    address = announce("ada", audience="initiative")
    sheet = write(sign_in("ada"), address).headers["Location"]

    assert sign_in("ben").get(sheet, follow_redirects=True).status_code == 200
    assert sign_in("cem").get(sheet, follow_redirects=True).status_code == 404


def test_minutes_are_news_to_who_was_there(announce, register, sign_in, stage, write):
    address = announce("ada")
    register("cem", "dora")

    write(sign_in("ada"), address, title="Only a sheet")
    assert notified(stage, "minutes_ready") == set()
    write(sign_in("ada"), address, title="Minutes", is_minutes="y")

    assert notified(stage, "minutes_ready") == {"cem", "dora"}
    assert "Das Protokoll ist da" in sign_in("cem").get("/me/notifications").text


def test_a_sheet_takes_the_event_off_the_desk(announce, sign_in, write):
    address, eva = announce("eva", title="Bare soup"), sign_in("eva")
    assert "noch kein Material" in eva.get("/desk").text

    write(eva, address)

    assert "noch kein Material" not in eva.get("/desk").text
