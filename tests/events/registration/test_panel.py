"""What the page of an event says to whoever has registered, and how they change it."""

from neighbour.db import uuid7
from tests.architecture.pages import Page
from tests.events.registration.lists import rows


def section(text: str) -> str:
    return text[text.index('id="registration"') : text.index("</main>")]


def test_what_happened_is_said_in_the_panel_and_once(sign_in, announce):
    address, ada = announce(), sign_in("ada")

    answer = ada.post(f"{address}/registrations", data={"operation_id": str(uuid7())}, follow_redirects=True)

    for words in ("Ada ist angemeldet.", "Angekommen um", "Wenn Sie anrufen, nennen Sie dieses Wort."):
        assert section(answer.text).count(words) == 1


def test_changing_what_is_needed_gives_no_second_word(sign_in, announce):
    address, ada = announce(), sign_in("ada")
    ada.post(f"{address}/registrations")
    page = Page(ada.get(address).text)
    change = next(form for form in page.forms if "change" in form.untouched)

    answer = ada.post(change.action, data=change.untouched | {"food": "vegetarisch"}, follow_redirects=True)

    assert "Die Angaben sind geändert." in section(answer.text) and "Angekommen um" not in section(answer.text)
    assert "vegetarisch" in section(answer.text)


def test_an_old_page_registers_nobody_anew(sign_in, stage, announce):
    address, ada = announce(), sign_in("ada")
    ada.post(f"{address}/registrations")
    ada.post(f"{address}/cancellations")

    answer = ada.post(f"{address}/registrations", data={"change": "1", "food": "vegetarisch"})

    assert answer.status_code == 403 and "Ada ist nicht mehr angemeldet." in answer.text
    with stage():
        assert [(row.state, row.food) for row in rows(address)] == [("cancelled", "")]


def test_somebody_without_an_account_has_a_number_and_can_be_changed(sign_in, stage, announce):
    address, ben = announce(), sign_in("ben")
    ben.post(f"{address}/registrations", data={"for": "other", "name": "Otto B.", "phone": "0221 4711"})
    with stage():
        assert rows(address)[0].phone == "0221 4711"
        otto = str(rows(address)[0].id)
    form = {"change": "1", "registration": otto, "phone": "0221 4712", "travel": "Bus"}

    assert sign_in("ada").post(f"{address}/registrations", data=form).status_code == 404
    assert ben.post(f"{address}/registrations", data=form).status_code == 303

    with stage():
        assert [(row.phone, row.travel) for row in rows(address)] == [("0221 4712", "Bus")]


def test_the_word_for_it_and_who_gets_the_place(sign_in, announce):
    address, ada = announce(places=1), sign_in("ada")
    ada.post(f"{address}/registrations")

    alone = section(ada.get(address).text)
    sign_in("ben").post(f"{address}/registrations")

    assert "Ich komme doch nicht" in alone and ">Abmelden<" not in alone and "an jemand anderen" not in alone
    assert "Der Platz geht dann an jemand anderen." in section(ada.get(address).text)
    page = ada.get(f"{address}/cancellations/new").text
    assert "Möchten Sie wirklich absagen?" in page and "hat selbst angerufen" not in page
