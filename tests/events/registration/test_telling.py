"""When an event is moved or cancelled everybody registered hears of it: by app, by mail, or by a call that is ticked off."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from neighbour.accounts import Device
from neighbour.db import db, now
from neighbour.mail.models import Mail
from tests.architecture.pages import Page
from tests.cast import initiative
from tests.events.registration.lists import guest_link, rows


def move(browser, address: str, **words):
    """With the form as it stands, and a new venue."""
    page = Page(browser.get(f"{address}/moves").text)
    form = next(form for form in page.forms if form.action == f"{address}/moves")
    return browser.post(f"{address}/moves", data=form.untouched | {"venue": "The barn", "reason": "Wasser"} | words)


def test_who_is_reached_by_mail_gets_a_mail_and_no_call(sign_in, stage, announce):
    address = announce()
    sign_in("ada").post(f"{address}/registrations")

    assert move(sign_in("eva"), address).status_code == 303

    with stage():
        assert rows(address)[0].to_tell == ""
        mail = db.session.scalars(select(Mail).where(Mail.recipient == "ada@example.org")).one()
        assert "The barn" in mail.text and "Wasser" in mail.text
    assert "ist verlegt" in sign_in("ada").get("/me/notifications").text


def test_whom_nothing_reaches_is_called_and_ticked_off(sign_in, stage, announce):
    address, eva = announce(), sign_in("eva")
    eva.post(f"{address}/registrations/proxy", data={"name": "Otto B.", "phone": "0221 4711"})
    move(eva, address)

    assert "Einen Menschen anrufen: Soup" in eva.get("/desk").text
    page = eva.get(f"{address}/calls").text
    assert "Otto B." in page and "0221 4711" in page
    form = {"told": ticks(page)}
    assert eva.post(f"{address}/calls", data=form).status_code == 303

    assert "anrufen: Soup" not in eva.get("/desk").text
    with stage() as people:
        [otto] = rows(address)
        assert (otto.to_tell, otto.told_by_id) == ("", people.eva.id) and otto.told_at


def test_who_called_themself_is_called_although_an_account_has_the_name(sign_in, stage, announce):
    address, eva = announce(), sign_in("eva")
    with stage():
        mill = str(initiative("mill").id)
    eva.post(f"{address}/registrations/proxy", data={"name": "Ada", "initiative": mill})

    move(eva, address)

    assert "Bekam auch eine Mail." in eva.get(f"{address}/calls").text
    with stage() as people:
        [ada] = rows(address)
        assert (ada.person_id, ada.to_tell) == (people.ada.id, "moved")
        assert db.session.scalars(select(Mail).where(Mail.recipient == "ada@example.org")).one()


def test_an_account_that_nobody_opens_is_called(sign_in, stage, announce):
    address, ben = announce(), sign_in("ben")
    ben.post(f"{address}/registrations")
    with stage() as people:
        people.ben.email = None
        for device in db.session.scalars(select(Device).where(Device.user_id == people.ben.id)):
            device.seen_at = now() - timedelta(days=20)

    move(sign_in("eva"), address)

    with stage():
        assert rows(address)[0].to_tell == "moved"


def test_a_guest_who_left_an_address_gets_the_link_of_their_slip(visitor, sign_in, stage, announce):
    address = announce()
    with stage():
        link = guest_link(address)
    visitor.get(link)
    visitor.post(f"{link}/registrations", data={"name": "Heinz B.", "email": "heinz@example.org"})

    sign_in("eva").post(f"{address}/cancellation", data={"reason": "Wasser"})

    with stage():
        mail = db.session.scalars(select(Mail).where(Mail.recipient == "heinz@example.org")).one()
        assert f"/events/slips/{rows(address)[0].key}" in mail.text and "Wasser" in mail.text
        assert rows(address)[0].to_tell == ""


def test_a_free_place_is_told_by_telephone_too_and_hides_no_move(sign_in, stage, announce):
    address, eva = announce(places=1), sign_in("eva")
    sign_in("ada").post(f"{address}/registrations")
    eva.post(f"{address}/registrations/proxy", data={"lines": "Otto B.\nMia"})

    sign_in("ada").post(f"{address}/cancellations")
    with stage():
        assert {row.name: row.to_tell for row in rows(address)} == {"Ada": "", "Otto B.": "place_free", "Mia": ""}
    move(eva, address)
    form = {"registration": registration_of(stage, address, "Otto B."), "has_called": "1"}
    eva.post(f"{address}/cancellations", data=form)

    with stage():
        assert {row.name: (row.state, row.to_tell) for row in rows(address)} == {
            "Ada": ("cancelled", ""),
            "Otto B.": ("cancelled", ""),
            "Mia": ("confirmed", "moved"),
        }
    assert "Platz ist sicher" in eva.get(f"{address}/calls").text


def ticks(page: str) -> list[str]:
    """What the boxes of a list of calls send."""
    return re.findall(r'name="told" value="([^"]+)"', page)


def registration_of(stage, address: str, name: str) -> str:
    with stage():
        return str(next(row.id for row in rows(address) if row.name == name))


def test_others_tick_nothing(sign_in, stage, announce):
    address, eva = announce("ada"), sign_in("eva")
    eva.post(f"{address}/registrations/proxy", data={"name": "Otto B."})
    move(eva, address)
    form = {"told": ticks(eva.get(f"{address}/calls").text)}

    assert sign_in("ben").post(f"{address}/calls", data=form).status_code == 403
    assert sign_in("cem").post(f"{address}/calls", data=form).status_code == 403
    with stage():
        assert rows(address)[0].to_tell == "moved"
    assert "Einen Menschen anrufen" in sign_in("ada").get("/").text
    assert "Einen Menschen anrufen" not in sign_in("ben").get("/").text


@pytest.mark.parametrize("news", ["cancellation", "second move"])
def test_an_old_tick_does_not_stand_for_newer_news(sign_in, stage, announce, news):
    address, eva = announce(), sign_in("eva")
    eva.post(f"{address}/registrations/proxy", data={"name": "Otto B."})
    move(eva, address)
    old = ticks(eva.get(f"{address}/calls").text)
    if news == "cancellation":
        eva.post(f"{address}/cancellation", data={"reason": "Wasser"})
    else:
        move(eva, address, venue="The school")

    answer = eva.post(f"{address}/calls", data={"told": old}, follow_redirects=True)

    assert "Bitte noch einmal anrufen: Otto B." in answer.text
    with stage():
        assert rows(address)[0].to_tell == ("cancelled" if news == "cancellation" else "moved")
    eva.post(f"{address}/calls", data={"told": ticks(answer.text)})
    with stage():
        assert rows(address)[0].to_tell == ""


def test_two_weeks_before_the_desk_names_whom_nobody_has_heard_of(sign_in, announce):
    address, eva = announce(days=10), sign_in("eva")
    announce(title="Later", days=20)

    text = eva.get("/desk").text
    assert "Noch nichts gehört von The Harbour, The Mill" in text and "Anmeldungen eintragen: Later" not in text
    sign_in("cem").post(f"{address}/registrations")

    assert "Noch nichts gehört von The Mill" in eva.get("/desk").text
    assert 'id="silent"' in eva.get(f"{address}/registrations").text
