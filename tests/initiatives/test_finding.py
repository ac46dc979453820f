"""Finding initiatives on the map and in the list, and reading about them."""

import re

import pytest

from neighbour.accounts import User
from neighbour.db import db, now
from neighbour.initiatives import Initiative, Membership
from tests import cast


def order(page: str, *words: str) -> list[int]:
    text = page[page.index('id="initiatives-list"') :]
    return [text.index(word) for word in words]


def add(slug: str, **words) -> Initiative:
    initiative = Initiative(
        **{"slug": slug, "name": slug.title(), "place": "There", "region": "revier", "status": "selected", **words}
    )
    db.session.add(initiative)
    return initiative


@pytest.fixture
def land(stage):
    """A state around the cast: a neighbour of the mill, a friend, one that left, one that only applied."""
    with stage():
        add("orchard", region="bergland", about="Obstbäume und Most")
        add("choir", status="friend", place="Lütkenbrook")
        add("gone", status="withdrawn")
        add("secret", status="applied", name="Secret Applicants")


def test_the_own_quarter_comes_first_then_the_region_then_the_state(sign_in, land):
    page = sign_in("ben").get("/initiatives").text

    found = order(
        page,
        "Ihr Quartier",
        "The Mill",
        "Ihre Gegend",
        "Orchard",
        "Das ganze Land",
        "The Harbour",
        "Netzwerkfreunde",
        "Choir",
    )
    assert found == sorted(found)
    assert "Nicht mehr im Programm" in page


def test_every_initiative_is_a_named_link_on_the_map(sign_in, land):
    page = sign_in("ben").get("/initiatives").text
    map_ = re.search(r'<svg class="map.*?</svg>\s*</div>', page, re.S)[0]

    for slug, name in (("mill", "The Mill, Milltown"), ("choir", "Choir, Lütkenbrook")):
        assert re.search(rf'<a class="map__point[^"]*" href="/initiatives/{slug}">\s*<title>{name}</title>', map_)
    assert "Hollerland" in map_
    assert "style=" not in map_


@pytest.mark.parametrize("typed", ["lütkenbrook", "LUTKEN", "luetken", "choir", "lutken choir"])
def test_the_filter_finds_however_it_is_typed(sign_in, land, typed):
    page = sign_in("ben").get("/initiatives", query_string={"q": typed}).text

    listed = page[page.index('id="initiatives-list"') :]
    assert "Choir" in listed
    assert "The Harbour" not in listed
    assert '<details class="fold" open>' in page


def test_the_filter_looks_at_what_it_is_about_and_says_when_nothing_fits(sign_in, land):
    ben = sign_in("ben")

    assert "Orchard" in ben.get("/initiatives?q=obstbaume").text
    assert "Nichts gefunden zu „&lt;b&gt;“" in ben.get("/initiatives?q=<b>").text
    assert ben.get("/initiatives?q=%00%FF" + "x" * 500).status_code == 200


def test_an_application_is_for_the_team_only(sign_in, land):
    assert "Secret Applicants" in sign_in("eva").get("/initiatives").text
    assert sign_in("eva").get("/initiatives/secret").status_code == 200
    for handle in ("ada", "gil", "dora"):
        browser = sign_in(handle)
        assert "Secret" not in browser.get("/initiatives").text
        assert browser.get("/initiatives/secret").status_code == 404


def test_the_operator_sees_no_content(sign_in, land):
    otto = sign_in("otto")

    assert "The Mill" not in otto.get("/initiatives").text
    assert otto.get("/initiatives/mill").status_code == 404


def test_visitors_are_asked_to_sign_in(visitor, land):
    assert visitor.get("/initiatives/mill").status_code == 303
    assert visitor.get("/initiatives").headers["Location"] == "/sign-in"


@pytest.mark.parametrize("slug", ["nowhere", "%00", "%ED%A0%80", "x" * 300])
def test_an_address_that_is_none_is_not_found(sign_in, slug):
    assert sign_in("ada").get(f"/initiatives/{slug}").status_code == 404


def test_phone_numbers_are_for_fellow_members_and_the_team(sign_in, stage):
    with stage() as people:
        people.ben.phone = "0221 4710-321"
        people.ben.knows = "Telefonketten"

    seen = {handle: sign_in(handle).get("/initiatives/mill").text for handle in ("ada", "eva", "cem", "gil")}

    assert {handle: "4710-321" in page for handle, page in seen.items()} == {
        "ada": True,
        "eva": True,
        "cem": False,
        "gil": False,
    }
    assert all("Telefonketten" in page for page in seen.values())


def test_the_light_is_for_members_and_the_team(sign_in, stage):
    with stage():
        mill = cast.initiative("mill")
        mill.light, mill.light_note = "stuck", "Die Versicherung fehlt."

    seen = {
        handle: "Die Versicherung fehlt." in sign_in(handle).get("/initiatives/mill").text
        for handle in ("ben", "eva", "cem", "dora")
    }

    assert seen == {"ben": True, "eva": True, "cem": False, "dora": False}


def test_the_companion_stands_there_with_phone_and_promise(sign_in, stage):
    with stage() as people:
        people.eva.phone = "0221 4710-100"

    page = sign_in("ben").get("/initiatives/mill").text

    assert "Eva" in page and "0221 4710-100" in page
    assert "Auf jede Frage antwortet ein Mensch in drei Arbeitstagen." in page


def test_an_ended_account_is_no_longer_shown_as_member(sign_in, stage):
    with stage() as people:
        people.ben.ended_at = now()

    page = sign_in("ada").get("/initiatives/mill").text
    assert ">Ben<" not in page


def test_the_portrait_cannot_run_anything(sign_in, stage):
    with stage():
        cast.initiative("mill").portrait = "**Wir** <script>alert(1)</script> [x](javascript:alert(1))"

    page = sign_in("ben").get("/initiatives/mill").text

    assert "<strong>Wir</strong>" in page
    assert "<script>alert" not in page and 'href="javascript' not in page


def test_the_number_of_queries_does_not_grow(sign_in, stage, queries):
    ben = sign_in("ben")
    before = [queries(ben, path) for path in ("/initiatives", "/initiatives/mill")]
    with stage():
        mill = cast.initiative("mill")
        for number in range(15):
            crowd = User(name=f"P{number}", handle=f"p{number}")
            db.session.add_all([add(f"more-{number}"), crowd, Membership(user=crowd, initiative=mill)])

    assert [queries(ben, path) for path in ("/initiatives", "/initiatives/mill")] == before


def test_a_search_says_how_many_fit_and_marks_them_on_the_map(sign_in, land):
    page = sign_in("ben").get("/initiatives?q=obst").text

    assert "Eine Initiative passt." in page
    assert re.search(r'map__point--hit" href="/initiatives/orchard"', page)
    assert re.search(r'map__point--other" href="/initiatives/mill"', page)
    assert "places__map--searching" in page
    assert "map__point--" not in sign_in("ben").get("/initiatives").text.replace("map__point--friend", "")
