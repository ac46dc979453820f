"""What must not be read any longer is withdrawn: whoever writes the material still reads it, all others read why."""

import pytest
from sqlalchemy import select

from neighbour.audit import LogLine
from neighbour.db import db
from tests.materials.sheets import pdf, replace, uploads_on, write
from tests.uploads.documents import PDF

SECRET = {"title": "Besuch bei Frau Meier", "body": "Frau Meier wohnt allein.", "plain": "Frau Meier ist allein."}
REASON = "Darin stand etwas über eine Nachbarin."


def withdraw(browser, address: str, number: int = 1, reason: str = REASON):
    return browser.post(f"{address}/versions/{number}/withdrawal", data={"reason": reason})


@pytest.fixture
def address(sign_in, new_event) -> str:
    """A public event's sheet whose first version must not be read, and a second one without what it should not say."""
    cem = sign_in("cem")
    made = write(cem, new_event(days=7, audience="all"), **SECRET, note="Frau Meiers Nummer", files=[pdf("alt.pdf")])
    removed = uploads_on(cem, made)[0].split("/")[2]
    replace(cem, made, title="Besuche", body="Wer besucht wen.", removed=[removed], files=[pdf("neu.pdf", PDF + b"%n")])
    return made


def test_others_read_the_reason_instead_of_text_and_files(sign_in, address):
    cem, ben = sign_in("cem"), sign_in("ben")
    old = uploads_on(ben, f"{address}?version=1")[0]

    assert withdraw(cem, address).status_code == 303

    for page in ("?version=1", "?version=1&plain=1", "/print?version=1", "/versions", ""):
        assert "Meier" not in ben.get(f"{address}{page}").text, page
    page = ben.get(f"{address}?version=1").text
    assert "Diese Fassung ist zurückgezogen" in page and REASON in page
    assert REASON in ben.get(f"{address}/print?version=1").text
    assert [ben.get(path).status_code for path in (old, old.rpartition("/")[0] + "/small")] == [404, 404]


def test_the_other_versions_stay_as_they_are(sign_in, address):
    withdraw(sign_in("cem"), address)
    ben = sign_in("ben")

    assert "Wer besucht wen." in ben.get(address).text
    assert ben.get(uploads_on(ben, address)[0]).status_code == 200


def test_who_writes_the_material_still_reads_it(sign_in, address):
    cem = sign_in("cem")
    old = uploads_on(cem, f"{address}?version=1")[0]
    withdraw(cem, address)

    for reader in (cem, sign_in("eva")):
        page = reader.get(f"{address}?version=1").text
        assert "Frau Meier wohnt allein." in page and REASON in page and "versions/1/withdrawal" not in page
        assert reader.get(old).status_code == 200


def test_the_newest_version_can_be_withdrawn_and_replaced(sign_in, new_event):
    event, cem, ben = new_event(days=7, audience="all"), sign_in("cem"), sign_in("ben")
    address = write(cem, event, **SECRET, files=[pdf()])
    withdraw(cem, address)

    place = ben.get(f"/events/{event.partition(':')[2]}").text
    assert "Meier" not in place and "Zurückgezogenes Material" in place
    assert "Meier" not in ben.get(address).text and "blatt.pdf" not in ben.get(address).text
    assert "lesen wieder alle" in cem.get(f"{address}/edit").text

    replace(cem, address, title="Besuche", body="Wer besucht wen.")
    page = ben.get(address).text
    assert "Wer besucht wen." in page and "Meier" not in page
    assert ben.get(uploads_on(ben, address)[0]).status_code == 200


def test_a_file_of_another_version_stays_readable_there(sign_in, tool):
    eva, ben = sign_in("eva"), sign_in("ben")
    address = write(eva, tool, files=[pdf()])
    replace(eva, address, body="Zwölf Namen.")
    withdraw(eva, address)

    assert ben.get(uploads_on(ben, address)[0]).status_code == 200
    assert uploads_on(ben, f"{address}?version=1") == []


def test_only_who_writes_it_withdraws_and_says_why(sign_in, visitor, address):
    cem, ben = sign_in("cem"), sign_in("ben")
    form = f"{address}/versions/1/withdrawal"

    assert "/withdrawal" not in ben.get(f"{address}?version=1").text
    assert [ben.get(form).status_code, withdraw(ben, address).status_code] == [403, 403]
    assert withdraw(visitor, address).status_code == 401
    assert form in cem.get(f"{address}?version=1").text and "Frau Meier" in cem.get(form).text
    assert withdraw(cem, address, reason=" ").status_code == 422
    assert withdraw(cem, address, number=7).status_code == 404
    assert "Frau Meier wohnt allein." in ben.get(f"{address}?version=1").text


def test_it_is_logged_once_and_the_first_reason_stays(sign_in, address, stage):
    cem = sign_in("cem")
    withdraw(cem, address)
    withdraw(sign_in("eva"), address, reason="Doppelt.")

    assert REASON in sign_in("ben").get(f"{address}?version=1").text
    with stage() as people:
        line = db.session.scalars(select(LogLine).where(LogLine.act == "materials.withdrawal")).one()
        assert line.actor_id == people.cem.id and line.sentence.endswith(REASON)
