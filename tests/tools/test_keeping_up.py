"""The team keeps the catalogue up, and members see it at once."""

import re

import pytest
from sqlalchemy import select

from neighbour.audit import LogLine
from neighbour.db import db
from neighbour.tools.models import Tool


def fields_of(page):
    """What a browser would send of the form in a page, without its ticks."""
    form = page[page.index('<form class="form"') :]
    sent = dict(
        re.findall(r'<input[^>]* name="(\w+)"[^>]* value="([^"]*)"', re.sub(r"<input[^>]*checkbox[^>]*>", "", form))
    )
    sent |= dict(re.findall(r'<textarea[^>]* name="(\w+)"[^>]*>\s*([^<]*)</textarea>', form))
    for name, options in re.findall(r'<select[^>]* name="(\w+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'<option selected value="([^"]*)"', options)
        sent[name] = chosen[1] if chosen else ""
    return sent


def ticked(page, name):
    return re.findall(rf'<input checked[^>]* name="{name}"[^>]* value="([^"]*)"', page)


@pytest.fixture
def eva(catalogue, sign_in):
    return sign_in("eva")


def opened(browser, slug="nuudel"):
    page = browser.get(f"/tools/{slug}/edit").text
    return fields_of(page) | {name: ticked(page, name) for name in ("wishes", "beside")}


def change(browser, slug="nuudel", **changes):
    return browser.post(f"/tools/{slug}", data=opened(browser, slug) | changes)


def test_what_the_team_changes_members_see(eva, sign_in):
    answer = change(eva, one_line="Ein neuer Satz.", eu_hosting="")

    assert answer.status_code == 303
    page = sign_in("ben").get("/tools/nuudel").text
    assert "Ein neuer Satz." in page and "In der EU zu haben</dt><dd>nicht bekannt" in page


def test_the_search_knows_the_change(eva, sign_in):
    change(eva, one_line="Hilft beim Apfelfest.")
    assert "/tools/nuudel" in sign_in("ben").get("/tools?q=apfelfest").text


def test_saving_without_a_change_keeps_every_fact(eva, stage):
    with stage():
        before = facts_of("nuudel")
    change(eva)
    with stage():
        assert facts_of("nuudel") == before


def facts_of(slug):
    tool = db.session.scalars(Tool.whole(AnyReader).where(Tool.slug == slug)).one()
    kept = ("version", "revision", "edited_at", "edited_by_id", "edited_fields", "as_of", "sure", "folded")
    columns = [column.key for column in Tool.__table__.columns if column.key not in kept]
    beside = [other.slug for other in tool.beside]
    return {name: getattr(tool, name) for name in columns} | {
        "beside": beside,
        "wishes": [wish.code for wish in tool.wishes],
    }


class AnyReader:
    reads_content = True


def test_a_new_tool_is_found_by_its_wish(eva, sign_in):
    form = {"name": "Schließfach-Liste", "one_line": "Wer hat welchen Schlüssel.", "wishes": ["key_notebook"]}

    answer = eva.post("/tools", data=form)

    assert answer.headers["Location"] == "/tools/schliessfach_liste"
    assert "Schließfach-Liste" in sign_in("ben").get("/tools/wishes/key_notebook").text
    assert "nicht bekannt" in sign_in("ben").get("/tools/schliessfach_liste").text


def test_a_new_paper_alternative_has_its_form(eva, sign_in):
    form = {"name": "Kummerkasten", "one_line": "Zettel hinein.", "paper": "y", "form_columns": "Datum\nAnliegen"}
    eva.post("/tools", data=form)

    page = sign_in("ben").get("/tools/kummerkasten/form").text
    assert '<th scope="col">Anliegen</th>' in page and page.count("<tr>") == 13


def test_the_same_name_twice_gets_another_address(eva):
    form = {"name": "New", "one_line": "Etwas."}
    addresses = [eva.post("/tools", data=form | {"caution": caution}).headers["Location"] for caution in ("a", "b")]
    assert addresses == ["/tools/new_2", "/tools/new_3"]


def test_two_people_at_once_get_both_texts(eva, sign_in, stage):
    seen = opened(eva)
    change(sign_in("lea"), one_line="Von Lea.")

    answer = eva.post("/tools/nuudel", data=seen | {"one_line": "Von Eva."})

    assert answer.status_code == 409
    assert "Von Lea." in answer.text and "Von Eva." in answer.text
    with stage():
        assert db.session.scalar(select(Tool.one_line).where(Tool.slug == "nuudel")) == "Von Lea."
    once_more = fields_of(answer.text) | {name: ticked(answer.text, name) for name in ("wishes", "beside")}
    assert once_more["one_line"] == "Von Eva."
    assert eva.post("/tools/nuudel", data=once_more).status_code == 303
    with stage():
        assert db.session.scalar(select(Tool.one_line).where(Tool.slug == "nuudel")) == "Von Eva."


def test_a_check_carries_name_and_date_and_ends_with_the_next_change(eva):
    version = opened(eva)["version"]
    eva.post("/tools/nuudel/checks", data={"version": version})
    assert "Geprüft von Eva am " in eva.get("/tools/nuudel").text

    change(eva, caution="Achtung.")
    assert "Geprüft von" not in eva.get("/tools/nuudel").text


def test_a_check_of_a_text_that_was_changed_meanwhile_is_refused(eva):
    version = opened(eva)["version"]
    change(eva, caution="Achtung.")

    assert eva.post("/tools/nuudel/checks", data={"version": version}).status_code == 409


def test_every_change_is_on_record(eva, stage):
    change(eva, caution="Achtung.")
    with stage():
        line = db.session.scalars(select(LogLine).where(LogLine.act == "tools.edit")).one()
        assert line.sentence == "Eva: nuudel"


def test_a_change_is_news_for_members(eva, sign_in):
    assert "Werkzeug: nuudel" not in sign_in("ben").get("/").text
    change(eva, caution="Achtung.")
    assert "Werkzeug: nuudel" in sign_in("ben").get("/").text


WRONG = (
    {"name": ""}, {"name": "a\x00b"}, {"one_line": "a" * 201}, {"site": "javascript:alert(1)"}, {"group_min": "viele"},
    {"offline": "maybe"}, {"difficulty": "9"}, {"category": "nonsense"}, {"wishes": ["nonsense"]},
)  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG)
def test_what_cannot_be_is_refused_and_kept_in_the_form(eva, stage, wrong):
    answer = change(eva, **{"caution": "Bleibt stehen.", **wrong})

    assert answer.status_code == 422 and "Bleibt stehen." in answer.text
    with stage():
        assert db.session.scalar(select(Tool.caution).where(Tool.slug == "nuudel")) == ""


@pytest.mark.parametrize("path", ["/tools/upkeep", "/tools/new", "/tools/nuudel/edit"])
def test_only_the_team_reaches_the_forms(catalogue, sign_in, path):
    assert [sign_in(handle).get(path).status_code for handle in ("ada", "dora", "eva", "lea")] == [403, 403, 200, 200]


@pytest.mark.parametrize("path", ["/tools", "/tools/nuudel", "/tools/nuudel/checks"])
def test_only_the_team_writes(catalogue, sign_in, stage, path):
    form = {"name": "Fremd", "one_line": "Fremd."} | {"version": opened(sign_in("eva"))["version"]}

    assert sign_in("ada").post(path, data=form).status_code == 403
    with stage():
        assert db.session.scalar(select(Tool.id).where(Tool.name == "Fremd")) is None
        assert db.session.scalar(select(Tool.checked_by).where(Tool.slug == "nuudel")) == ""


def test_the_table_of_the_desk_shows_what_is_missing(eva):
    page = eva.get("/tools/upkeep?missing=1").text

    assert re.search(r"Signal</a>.*?In der EU zu haben", page, re.DOTALL)
    assert "/tools/nuudel/edit" not in page
    assert "/tools/nuudel/edit" in eva.get("/tools/upkeep?sure=written").text
    assert "/tools/briar/edit" not in eva.get("/tools/upkeep?sure=written").text
