"""The log on the desk: newest first, by part and by person, and as a list."""

import re
from pathlib import Path

import pytest
from sqlalchemy import select

import neighbour
from neighbour import audit
from neighbour.audit import LogLine
from neighbour.db import db
from neighbour.desk.words import ACTS


@pytest.fixture
def lines(stage) -> None:
    with stage() as people:
        audit.log("forum.closure", "Closed the hall", by=people.eva.id)
        audit.log("accounts.end", "Ended Gil", by=people.lea.id)
        audit.log("accounts.addition", "=Added Otto", by=None)


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ("", {"Closed the hall", "Ended Gil", "=Added Otto"}),
        ("part=forum", {"Closed the hall"}),
        ("part=accounts", {"Ended Gil", "=Added Otto"}),
        ("who=%40lea", {"Ended Gil"}),
        ("part=forum&who=lea", set()),
        ("who=nobody", set()),
    ],
)
def test_lines_are_found_by_part_and_person(sign_in, lines, wanted, shown):
    text = sign_in("eva").get(f"/desk/audit?{wanted}").text

    assert {sentence for sentence in ("Closed the hall", "Ended Gil", "=Added Otto") if sentence in text} == shown


@pytest.mark.parametrize("wrong", ["part=secrets", f"who={'x' * 81}", "who=a%00b"])
def test_a_filter_that_makes_no_sense_says_so(sign_in, lines, wrong):
    browser = sign_in("eva")

    assert [browser.get(f"/desk/audit{end}?{wrong}").status_code for end in ("", ".csv")] == [422, 422]


def test_every_line_is_on_one_page_or_the_next(sign_in, stage, queries):
    with stage() as people:
        for number in range(60):
            audit.log("forum.closure", f"Line {number:02}", by=people.eva.id)
    browser = sign_in("eva")

    first = browser.get("/desk/audit").text
    older = first.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
    second = browser.get(older).text

    here, there = (set(re.findall(r"Line \d\d", text)) for text in (first, second))
    assert (len(here), len(there), len(here | there)) == (50, 10, 60)
    assert queries(browser, "/desk/audit") <= 6


def test_the_newest_stands_first(sign_in, stage, lines):
    with stage():
        audit.log("tools.edit", "Just now", by=None)

    text = sign_in("eva").get("/desk/audit").text

    assert text.index("Just now") < min(text.index(words) for words in ("Closed the hall", "Ended Gil"))


def test_the_list_can_be_taken_along_and_that_is_written_down(sign_in, stage, lines):
    answer = sign_in("eva").get("/desk/audit.csv?part=accounts")

    rows = answer.data.decode("utf-8-sig").strip().split("\r\n")
    assert rows[0] == "Wann;Wer;Was geschah;Worum es ging"
    said = {row.split(";", 1)[1] for row in rows[1:]}
    assert said == {";Konto angelegt;'=Added Otto", "Lea;Konto beendet;Ended Gil"}
    assert all(re.match(r"20\d\d-\d\d-\d\d \d\d:\d\d;", row) for row in rows[1:]), "a spreadsheet sorts this"
    with stage():
        assert db.session.scalars(select(LogLine.act)).all().count("desk.list") == 1


def test_every_act_of_the_house_has_words():
    """An act that a feature adds is named here too, so that nobody reads a code on the screen."""
    house = Path(neighbour.__file__).parent
    written = {act for file in house.rglob("*.py") for act in re.findall(r'audit\.log\(\s*"([^"]+)"', file.read_text())}

    assert len(written) > 10
    assert written - set(ACTS) == set()
