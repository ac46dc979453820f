"""Somebody opens a wish and a tool."""

import re

import pytest

from neighbour.tools.breaking import breakable
from neighbour.web.slots import fill


@pytest.fixture
def ben(catalogue, sign_in):
    return sign_in("ben")


def test_a_wish_offers_paper_and_tools_with_the_same_rank(ben):
    page = ben.get("/tools/wishes/hall_calendar").text

    assert "Für: einen Termin finden und zeigen" in page
    assert page.index("/tools/wandkalender") < page.index("/tools/nuudel")


def test_a_tool_says_how_to_start_and_what_stays_on_paper(ben):
    page = ben.get("/tools/nuudel").text

    for heading in ("So fangen Sie an", "Was auf Papier bleibt", "Worauf Sie achten", "Wann lieber nicht"):
        assert heading in page
    assert 'href="/tools/wandkalender"' in page
    assert "Stand: 22. November 2026. Von uns geschrieben" in page


def test_what_is_not_known_is_said_and_is_never_a_no(ben):
    page = ben.get("/tools/signal").text

    assert '<dt class="facts__label">In der EU zu haben</dt><dd>nicht bekannt' in page


def test_a_missing_fact_leads_to_the_forum(ben):
    asking = re.search(r'nicht bekannt · <a href="([^"]*)">Wissen Sie es\?', ben.get("/tools/signal").text)[1]

    assert asking.startswith("/forum/topics/new?room=werkzeuge")
    assert ben.get(asking.replace("&amp;", "&")).status_code == 200


def test_members_see_no_buttons_of_the_team(ben, sign_in):
    assert "/tools/nuudel/edit" in sign_in("eva").get("/tools/nuudel").text
    assert "/tools/nuudel/edit" not in ben.get("/tools/nuudel").text


def test_without_trials_the_page_invites_to_be_the_first(ben):
    assert "Noch niemand hat es bei uns erprobt. Wollen Sie die Ersten sein?" in ben.get("/tools/briar").text


@pytest.fixture
def own_slots(app):
    """What a test puts into slots is out again after it."""
    slots = app.extensions["slots"]
    kept = {name: [*offers] for name, offers in slots.items()}
    yield
    slots.clear()
    slots.update(kept)


@pytest.mark.usefixtures("own_slots")
def test_evidence_of_other_features_stands_on_the_page_and_in_the_list(app, ben):
    fill(app, "tool.evidence", lambda viewer, tool: [("tools/_standing.html", {})])
    fill(app, "tools.evidence_lines", lambda viewer: [{"nuudel": "In 3 Initiativen im Einsatz"}])

    assert "Noch niemand hat es bei uns erprobt" not in ben.get("/tools/nuudel").text
    assert "In 3 Initiativen im Einsatz · braucht Netz" in ben.get("/tools?q=nuudel").text


def test_the_plain_twin_is_one_link_away(ben):
    page = ben.get("/tools/nuudel").text
    twin = ben.get("/tools/nuudel?plain=1").text

    assert "/tools/nuudel?plain=1" in page and "In einfacher Sprache" not in page
    assert "In einfacher Sprache" in twin and "So fangen Sie an" not in twin and "<br>" in twin


def test_the_other_site_learns_nothing_of_the_reader(ben):
    assert '<a href="https://nuudel.digitalcourage.de" rel="noreferrer' in ben.get("/tools/nuudel").text


def test_two_tools_stand_beside_each_other(ben):
    page = ben.get("/tools/compare?a=nuudel&b=doodle").text

    assert "kein Konto nötig" in page and "geht mit und ohne Konto" in page
    assert "beide: braucht Netz" in page


@pytest.mark.parametrize("address", ["/tools/compare", "/tools/compare?a=nuudel", "/tools/compare?a=x&b=%00"])
def test_half_a_comparison_asks_for_the_other_half(ben, address):
    assert "Bitte wählen" in ben.get(address).text


@pytest.mark.parametrize("path", ["nonsense", "nonsense/print", "nuudel/form", "wishes/nonsense"])
def test_what_does_not_exist_is_not_found(ben, path):
    assert ben.get(f"/tools/{path}").status_code == 404


def test_what_is_left_out_has_a_reason(ben):
    page = ben.get("/tools/left-out").text
    assert "Mattermost" in page and "Lizenz BUSL-1.1, nicht frei." in page


def test_an_operator_sees_no_catalogue_entry(catalogue, sign_in):
    otto = sign_in("otto")
    assert "nuudel" not in otto.get("/tools?all=1").text
    assert otto.get("/tools/nuudel").status_code == 404


def test_a_visitor_signs_in_first(catalogue, visitor):
    assert visitor.get("/tools/nuudel").status_code == 303


def test_the_number_of_queries_does_not_grow_with_the_list(ben, queries):
    assert queries(ben, "/tools?category=whiteboard") == queries(ben, "/tools?all=1") <= 5
    assert queries(ben, "/tools/wishes/key_notebook") == queries(ben, "/tools/wishes/regulars_table") <= 6
    assert queries(ben, "/tools/nuudel") <= 8


def test_printing_stands_under_the_title_and_the_forum_is_one_touch_away(catalogue, sign_in):
    page = sign_in("ben").get("/tools/telefonkette").text

    top = page[page.index("<h1") : page.index('id="evidence"')]
    assert "/tools/telefonkette/print" in top and "/tools/telefonkette/form" in top
    assert "/forum/search?q=Telefonkette" in page


def test_two_are_compared_with_addresses_to_open_in_a_list_that_minds_no_capitals(catalogue, sign_in):
    page = sign_in("ben").get("/tools/compare?a=signal&b=threema").text

    names = re.findall(r"<option value=\"[a-z0-9_]+\"[^>]*>([^<]+)", page)
    assert names[: len(names) // 2] == sorted(names[: len(names) // 2], key=str.lower)
    assert 'href="https://' in page[page.index('class="tool-pair"') :]


def test_long_compounds_may_break():
    assert breakable("Angemessenheitsbeschluss & mehr") == "Angemessenheits\u00adbeschluss & mehr"


def test_in_english_the_german_texts_are_marked_and_said_to_be_german(catalogue, sign_in):
    ben = sign_in("ben")
    german = ben.get("/tools/signal").text
    english = ben.get("/tools/signal", headers={"Accept-Language": "en"}).text

    assert 'lang="de">' in english[english.index("<h1") :] and english.count("This text is in German.") == 1
    assert 'lang="de">' not in german[german.index("<h1") :]
