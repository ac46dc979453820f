"""Planning the run of an event without a script: lines kept, put in order, never lost."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from neighbour.db import db
from neighbour.events.models import RunSheetLine
from tests.events.typed import MOVE, version_in


@pytest.fixture
def lines(stage):
    """What is stored, as (time, goal)."""

    def found() -> list[tuple[str, str]]:
        with stage():
            rows = db.session.query(RunSheetLine).order_by(RunSheetLine.position)
            return [(row.time, row.goal) for row in rows]

    return found


def typed(*pairs: tuple[str, str]) -> dict[str, str]:
    words = {}
    for number, (time, goal) in enumerate(pairs):
        words |= {f"line{number}-time": time, f"line{number}-goal": goal}
    return words


def save(browser, address: str, *pairs, **more):
    version = version_in(browser.get(address + "/run-sheet").text)
    return browser.post(address + "/run-sheet", data={"version": version, **typed(*pairs), **more})


def test_lines_stand_in_the_order_of_the_clock_and_empty_ones_fall_away(announce, sign_in, lines):
    address, ada = announce("ada"), sign_in("ada")

    answer = save(ada, address, ("14:15", "Talk"), ("", "Sing after the talk"), ("", ""), ("9.30", "Arrive"))

    assert answer.status_code == 303
    assert lines() == [("09:30", "Arrive"), ("14:15", "Talk"), ("", "Sing after the talk")]


def test_saving_again_replaces_the_sheet(announce, sign_in, lines):
    address, ada = announce("ada"), sign_in("ada")
    save(ada, address, ("14:00", "Arrive"), ("15:00", "Talk"))

    save(ada, address, ("14:00", "Arrive"), ("14:30", "Eat"))

    assert lines() == [("14:00", "Arrive"), ("14:30", "Eat")]


def test_who_needs_more_lines_saves_and_goes_on(announce, sign_in, lines):
    address, ada = announce("ada"), sign_in("ada")

    answer = save(ada, address, ("14:00", "Arrive"), ("14:30", "Eat"), ("15:00", "Talk"), more="1")

    assert "/run-sheet" in answer.headers["Location"] and len(lines()) == 3
    assert len(re.findall(r'name="line\d+-goal"', ada.get(address + "/run-sheet").text)) == 6


@pytest.mark.parametrize("wrong", [{"line0-time": "25:00"}, {"line0-minutes": "-1"}, {"line1-who": "Ada"}])
def test_a_refused_sheet_keeps_what_was_typed(announce, sign_in, lines, wrong):
    address, ada = announce("ada"), sign_in("ada")

    answer = save(ada, address, ("14:00", "Arrive with soup"), **wrong)

    assert answer.status_code == 422 and "Arrive with soup" in answer.text and lines() == []


def test_a_refused_sheet_says_in_which_steps_and_all_of_it(announce, sign_in):
    address, ada = announce("ada"), sign_in("ada")

    answer = save(ada, address, ("14:00", "Arrive"), ("25:00", ""), ("15:00", ""))

    said = answer.text.partition('class="errors"')[2].partition("</ul>")[0]
    for words in ("Schritt 2, Uhrzeit:", "Schritt 2, Wozu:", "Schritt 3, Wozu:"):
        assert words in said, words


def test_two_who_plan_at_once_lose_no_text(announce, sign_in, lines):
    address = announce("ada")
    ada, eva = sign_in("ada"), sign_in("eva")
    version = version_in(ada.get(address + "/run-sheet").text)
    save(eva, address, ("14:00", "Eva's plan"), **{"line0-minutes": "25"})

    answer = ada.post(address + "/run-sheet", data={"version": version, **typed(("15:00", "Ada's plan"))})

    assert answer.status_code == 409 and lines() == [("14:00", "Eva's plan")]
    assert "Eva&#39;s plan" in answer.text and "Ada&#39;s plan" in answer.text
    assert "14:00 · 25 Min. · Eva" in answer.text
    again = {"version": version_in(answer.text), **typed(("15:00", "Ada's plan"))}
    assert ada.post(address + "/run-sheet", data=again).status_code == 303
    assert lines() == [("15:00", "Ada's plan")]


def test_the_sheet_moves_with_the_event(announce, sign_in, lines):
    starts = datetime(2030, 7, 6, 12, 0, tzinfo=UTC)  # 14:00 by the clock at the place
    address, ada = announce("ada", starts_at=starts, ends_at=starts + timedelta(hours=3)), sign_in("ada")
    save(ada, address, ("13:30", "Arrive"), ("", "Sing"), ("14:15", "Talk"))
    moved = {**MOVE, "day": "2030-12-07", "starts": "15:30", "ends": "18:30"}

    page = ada.get(address + "/moves").text
    ada.post(address + "/moves", data={**moved, "version": version_in(page)})

    assert "Ablauf rückt mit" in page
    assert lines() == [("15:00", "Arrive"), ("", "Sing"), ("15:45", "Talk")]
