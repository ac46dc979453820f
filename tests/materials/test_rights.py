"""A material is seen by whoever sees its place, and written by whoever keeps the place."""

import pytest

from tests.materials.sheets import TEXT, pdf, replace, uploads_on, version_of, write

ADDRESSES = ("", "?version=1", "/print", "/versions")


@pytest.fixture
def address(sign_in, event) -> str:
    """A sheet of the harbour's own event, with a file."""
    return write(sign_in("cem"), event, files=[pdf()], body="Nur für den Hafen.")


@pytest.mark.parametrize("handle", ["cem", "eva", "lea"])
def test_the_hosts_and_the_team_read_it(sign_in, address, handle):
    reader = sign_in(handle)
    assert "Nur für den Hafen." in reader.get(address).text
    assert reader.get(uploads_on(reader, address)[0]).status_code == 200


@pytest.mark.parametrize("handle", ["ada", "ben", "gil", "dora", "otto"])
def test_who_does_not_see_the_event_sees_no_page_of_it_and_no_file(sign_in, address, handle):
    file = uploads_on(sign_in("cem"), address)[0]
    stranger = sign_in(handle)

    for page in (*(address + more for more in ADDRESSES), f"{address}/edit", file):
        answer = stranger.get(page)
        assert answer.status_code == 404 and "Hafen" not in answer.text, page


def test_the_file_of_an_old_version_is_as_closed_as_that_of_the_new_one(sign_in, address):
    cem, ben = sign_in("cem"), sign_in("ben")
    old = uploads_on(cem, address)[0]
    replace(cem, address, removed=[old.split("/")[2]])

    assert (cem.get(old).status_code, ben.get(old).status_code) == (200, 404)


def test_a_visitor_is_asked_to_sign_in(visitor, address):
    for page in (address, f"{address}/print", f"{address}/edit"):
        answer = visitor.get(page)
        assert answer.status_code == 303 and answer.location.startswith("/sign-in"), page


def test_who_only_sees_the_place_does_not_write(sign_in, new_event, tool):
    public = new_event(days=7, audience="all")
    address = write(sign_in("cem"), public)
    version = version_of(sign_in("cem"), address)
    ben = sign_in("ben")

    assert ben.get(address).status_code == 200
    assert "/edit" not in ben.get(address).text
    assert ben.get(f"{address}/edit").status_code == 403
    assert replace(ben, address, version=version, body="Bens Fassung.").status_code == 403
    for place in (public, tool):
        assert ben.get(f"/materials/new?place={place}").status_code == 403
        assert ben.post("/materials", data={"place": place, **TEXT}).status_code == 403
    assert "Bens Fassung." not in ben.get(address).text


def test_nobody_hangs_a_sheet_at_a_place_that_they_do_not_see(sign_in, event):
    ada = sign_in("ada")
    for place in (event, "event:nothing", "event:", "house:0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee", ""):
        assert ada.post("/materials", data={"place": place, **TEXT}).status_code == 404, place


def test_the_list_of_all_is_the_teams(sign_in, address):
    assert address in sign_in("eva").get("/materials/upkeep").text
    for handle in ("cem", "ben", "otto"):
        assert sign_in(handle).get("/materials/upkeep").status_code == 404
