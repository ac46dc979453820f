"""What the lists of the hosts say: telephone numbers, who waits, and totals for the kitchen."""

import re

from tests.architecture.pages import Page
from tests.cast import initiative
from tests.events.registration.lists import rows


def test_the_list_counts_from_one_shows_numbers_and_keeps_who_waits_apart(sign_in, announce):
    address, eva = announce(places=2), sign_in("eva")
    sign_in("ada").post(f"{address}/registrations")
    for form in ({"name": "Otto B.", "phone": "0221 4711"}, {"name": "Mia T."}, {"name": "Jo K."}):
        eva.post(f"{address}/registrations/proxy", data=form)
    sign_in("ada").post(f"{address}/cancellations")

    text = eva.get(f"{address}/registrations").text

    coming, waiting = text.split('id="waiting"')
    assert 'href="tel:02214711"' in coming and "Mia T." in coming and "Jo K." not in coming
    assert "Jo K." in waiting
    assert re.findall(r'data-label="Nr.">(\d+)<', text) == ["1", "2", "1"]


def test_the_page_has_no_name_twice(sign_in, announce):
    text = sign_in("eva").get(f"{announce()}/registrations").text

    ids = re.findall(r'\sid="([^"]+)"', text)
    assert [id for id in set(ids) if ids.count(id) > 1 and "channel" in id] == []


def test_the_kitchen_has_totals_and_a_sheet_of_its_own(sign_in, announce):
    address, eva = announce(), sign_in("eva")
    lines = "Otto B.,,Essen: vegetarisch\nMia T.,,Essen: Vegetarisch,Fahrt: Abholung\nJo K.,,Essen: keine Nüsse\nUlf"
    eva.post(f"{address}/registrations/proxy", data={"lines": lines})

    kitchen, door = eva.get(f"{address}/registrations/needs").text.split("Für Fahrdienst und Tür</h2>")

    for words in ("<strong>2 ×</strong> vegetarisch", "<strong>1 ×</strong> keine Nüsse", "<strong>1 ×</strong> ohne"):
        assert words in kitchen
    assert "Abholung" in door and "Abholung" not in kitchen and "vegetarisch" not in door


def test_what_was_misheard_is_written_anew_by_the_hosts(sign_in, stage, announce):
    address, eva = announce(), sign_in("eva")
    eva.post(f"{address}/registrations/proxy", data={"name": "Oto B.", "food": "vegetarisch", "access": "Platz vorn"})
    with stage():
        mill, at = str(initiative("mill").id), f"{address}/registrations/{rows(address)[0].id}"
    assert at in eva.get(f"{address}/registrations").text
    form = next(form for form in Page(eva.get(at).text).forms if form.action == at).untouched
    del form["account"]
    words = {"name": "Otto B.", "phone": "0221 4711", "initiative": mill, "food": ""}

    assert sign_in("ada").get(at).status_code == 403
    assert sign_in("ada").post(at, data=form | words).status_code == 403
    assert "Bitte schreiben Sie den Namen." in eva.post(at, data=form | {"name": ""}).text
    assert "Geändert: Otto B." in eva.post(at, data=form | words, follow_redirects=True).text

    with stage():
        [otto] = rows(address)
        assert (otto.name, otto.phone, otto.initiative.slug) == ("Otto B.", "0221 4711", "mill")
        assert (otto.food, otto.access) == ("", "Platz vorn")


def test_who_has_an_account_keeps_its_name(sign_in, stage, announce):
    address = announce()
    sign_in("ada").post(f"{address}/registrations")
    with stage():
        at = f"{address}/registrations/{rows(address)[0].id}"

    assert sign_in("eva").post(at, data={"name": "Mallory", "travel": "Bus"}).status_code == 303

    with stage():
        assert [(row.name, row.travel) for row in rows(address)] == [("Ada", "Bus")]
