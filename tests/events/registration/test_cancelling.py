"""Whoever is cancelled by others hears of it, and what was a mistake can be undone."""

import pytest
from sqlalchemy import select

from neighbour.audit import LogLine
from neighbour.db import db
from neighbour.mail.models import Mail
from tests.events.registration.lists import rows, states


@pytest.fixture
def hall(sign_in, stage, announce):
    """One place: Otto B. has it, on the telephone; Mia T. waits for it."""
    address = announce(places=1)
    lines = {"name": "Otto B.", "phone": "0221 4711"}, {"name": "Mia T."}
    for form in lines:
        assert sign_in("eva").post(f"{address}/registrations/proxy", data=form).status_code == 303
    return address


def id_of(stage, address: str, name: str) -> str:
    with stage():
        return str(next(row.id for row in rows(address) if row.name == name))


def take_off(browser, stage, address: str, name: str, **words):
    form = {"registration": id_of(stage, address, name), "back": f"{address}/registrations", **words}
    return browser.post(f"{address}/cancellations", data=form, follow_redirects=True)


def test_who_has_an_account_is_told_in_the_app_and_by_mail(sign_in, stage, announce):
    address = announce()
    sign_in("ada").post(f"{address}/registrations")

    take_off(sign_in("eva"), stage, address, "Ada", has_called="1")

    assert "Eva hat Sie von „Soup“ abgemeldet." in sign_in("ada").get("/me/notifications").text
    with stage():
        mail = db.session.scalars(select(Mail).where(Mail.recipient == "ada@example.org")).one()
        assert mail.subject == "Abgemeldet: Soup"
        assert rows(address)[0].to_tell == ""


def test_who_cancels_themself_is_told_nothing(sign_in, stage, announce):
    address, ada = announce(), sign_in("ada")
    ada.post(f"{address}/registrations")

    ada.post(f"{address}/cancellations")

    with stage():
        assert db.session.scalars(select(Mail).where(Mail.recipient == "ada@example.org")).all() == []


def test_whom_nothing_reaches_is_called_unless_they_have_called(sign_in, stage, hall):
    eva = sign_in("eva")

    take_off(eva, stage, hall, "Otto B.")
    take_off(eva, stage, hall, "Mia T.", has_called="1")

    page = eva.get(f"{hall}/calls").text
    assert "Bitte sagen: Sie sind abgemeldet." in page and "0221 4711" in page
    assert "Einen Menschen anrufen: Soup" in eva.get("/desk").text
    with stage():
        assert {row.name: row.to_tell for row in rows(hall)} == {"Otto B.": "taken_off", "Mia T.": ""}
        for otto in rows(hall):
            otto.told(by=db.session.get(type(otto.entered_by), otto.entered_by_id))
            assert otto.phone == ""
    assert "anrufen: Soup" not in eva.get("/desk").text


def test_a_colleague_who_registered_somebody_hears_whom_it_is_about(sign_in, stage, announce):
    address = announce()
    sign_in("ben").post(f"{address}/registrations", data={"for": "other", "name": "Otto B."})

    take_off(sign_in("eva"), stage, address, "Otto B.")

    assert "Eva hat Otto B. von „Soup“ abgemeldet." in sign_in("ben").get("/me/notifications").text


def test_the_hosts_learn_who_moves_up_and_whom_to_call(sign_in, stage, hall):
    answer = take_off(sign_in("eva"), stage, hall, "Otto B.", has_called="1")

    assert "Otto B. ist abgemeldet. Mia T. rückt nach, bitte anrufen." in answer.text


def test_others_do_not_learn_who_moves_up(sign_in, stage, announce):
    address, ada = announce(places=1), sign_in("ada")
    ada.post(f"{address}/registrations")
    sign_in("ben").post(f"{address}/registrations")

    answer = ada.post(f"{address}/cancellations", follow_redirects=True)

    assert "Ada ist abgemeldet. Danke fürs Bescheidsagen." in answer.text and "rückt nach" not in answer.text


def test_a_small_page_asks_first(sign_in, stage, hall):
    where = f"{hall}/cancellations/new?registration={id_of(stage, hall, 'Otto B.')}"

    text = sign_in("eva").get(where).text

    assert "Otto B. hat selbst angerufen" in text and "Der Platz geht dann an jemand anderen." in text
    assert sign_in("ben").get(where).status_code == 404
    with stage():
        assert states(hall) == {"Otto B.": "confirmed", "Mia T.": "waiting"}


def test_undoing_keeps_the_place_while_it_is_free(sign_in, stage, announce):
    address, eva = announce(places=2), sign_in("eva")
    eva.post(f"{address}/registrations/proxy", data={"lines": "Otto B.\nMia T."})
    take_off(eva, stage, address, "Otto B.")
    form = {"registration": id_of(stage, address, "Otto B.")}
    assert "Rückgängig" in eva.get(f"{address}/registrations").text

    answer = eva.post(f"{address}/registrations/returns", data=form, follow_redirects=True)

    assert "Otto B. ist wieder angemeldet." in answer.text and "Rückgängig" not in answer.text
    with stage():
        assert [(row.name, row.number, row.state, row.to_tell) for row in rows(address)] == [
            ("Otto B.", 1, "confirmed", ""),
            ("Mia T.", 2, "confirmed", ""),
        ]
        acts = db.session.scalars(select(LogLine.act).where(LogLine.act.startswith("events."))).all()
        assert acts.count("events.registration") == 3


def test_undoing_after_somebody_moved_up_waits_at_the_end(sign_in, stage, hall):
    take_off(sign_in("eva"), stage, hall, "Otto B.")
    form = {"registration": id_of(stage, hall, "Otto B.")}

    for handle, status in (("ben", 403), ("eva", 303), ("eva", 303)):
        assert sign_in(handle).post(f"{hall}/registrations/returns", data=form).status_code == status

    with stage():
        assert states(hall) == {"Mia T.": "confirmed", "Otto B.": "waiting"}


def test_who_registered_anew_is_not_brought_back_twice(sign_in, stage, announce):
    address, eva = announce(), sign_in("eva")
    eva.post(f"{address}/registrations/proxy", data={"name": "Otto B."})
    take_off(eva, stage, address, "Otto B.")
    form = {"registration": id_of(stage, address, "Otto B.")}
    eva.post(f"{address}/registrations/proxy", data={"name": "Otto B."})

    assert "Rückgängig" not in eva.get(f"{address}/registrations").text
    eva.post(f"{address}/registrations/returns", data=form)

    with stage():
        assert [row.state for row in rows(address)] == ["cancelled", "confirmed"]
