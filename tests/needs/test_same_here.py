"""„Bei uns auch“: per person, shown per initiative, taken back at will."""

import pytest

from neighbour.db import db
from neighbour.initiatives import Membership
from neighbour.needs.models import SameHere
from neighbour.notifications import Notification
from tests.cast import initiative
from tests.needs.conftest import WORDS, need_id
from tests.outbox.device import send


def test_another_initiative_says_it_with_a_sentence(sign_in, name_need, stage):
    need, cem = name_need(shared=True), sign_in("cem")

    answer = cem.post(f"{need}/same-here", data={"words": "Our sheet hangs at the church."})

    assert answer.status_code == 303
    page = sign_in("ada").get(need).text
    assert "Our sheet hangs at the church." in page
    assert "The Harbour" in page
    assert "Bei einer weiteren Initiative auch" in sign_in("ben").get("/needs").text
    with stage() as people:
        told = db.session.query(Notification).one()
        assert (told.recipient_id, told.kind) == (people.ada.id, "same_here")


def test_said_again_it_is_one_voice_with_the_newer_sentence(sign_in, name_need, stage):
    need, cem = name_need(shared=True), sign_in("cem")

    for words in ("First", "Second", ""):
        cem.post(f"{need}/same-here", data={"words": words})

    with stage():
        assert [voice.words for voice in db.session.query(SameHere)] == ["Second"]


def test_it_can_be_taken_back(sign_in, name_need, stage):
    need, cem = name_need(shared=True), sign_in("cem")
    cem.post(f"{need}/same-here", data={"words": "Me too"})
    assert "Doch nicht" in cem.get(need).text

    cem.post(f"{need}/same-here/withdrawal")

    assert "Me too" not in cem.get(need).text
    with stage():
        assert db.session.query(SameHere).count() == 0


@pytest.mark.parametrize("somebody", ["ada", "ben", "gil", "dora", "eva", "otto"])
def test_only_other_initiatives_say_it(sign_in, name_need, stage, somebody):
    need, browser = name_need(shared=True), sign_in(somebody)

    answer = browser.post(f"{need}/same-here", data={"words": "Me too"})

    assert answer.status_code in (403, 404)
    assert f'action="{need}/same-here"' not in browser.get(need).text
    with stage():
        assert db.session.query(SameHere).count() == 0


@pytest.fixture
def heard(stage):
    """What somebody has not read of „bei uns auch“: how often, and in whose name."""

    def unread(handle: str) -> list[tuple[int, str]]:
        with stage() as people:
            rows = Notification.visible_to(getattr(people, handle)).where(Notification.kind == "same_here")
            found = db.session.scalars(rows.where(Notification.read_at.is_(None)))
            return [(row.count, row.words["name"]) for row in found]

    return unread


@pytest.fixture
def gil_at_the_harbour(stage) -> None:
    with stage() as people:
        gil, harbour = people.gil, initiative("harbour")
        gil.memberships = [Membership(initiative=harbour)]


def test_another_sentence_is_not_told_again(sign_in, name_need, heard):
    need, cem = name_need(shared=True), sign_in("cem")

    for words in ("First", "Second", "Third"):
        cem.post(f"{need}/same-here", data={"words": words})

    assert heard("ada") == [(1, "Cem")]


def test_what_is_taken_back_is_told_to_nobody_any_more(sign_in, name_need, heard):
    need, cem = name_need(shared=True), sign_in("cem")
    cem.post(f"{need}/same-here", data={"words": "Me too"})

    cem.post(f"{need}/same-here/withdrawal")
    cem.post(f"{need}/same-here/withdrawal")

    assert heard("ada") == []


def test_of_two_who_say_it_the_other_stays(sign_in, name_need, heard, gil_at_the_harbour):
    need, cem, gil = name_need(shared=True), sign_in("cem"), sign_in("gil")
    for browser in (gil, cem):
        browser.post(f"{need}/same-here", data={"words": "Me too"})
    assert heard("ada") == [(2, "Cem")]

    cem.post(f"{need}/same-here/withdrawal")

    assert heard("ada") == [(1, "Gil")]


def test_what_was_read_before_is_not_told_anew(sign_in, name_need, heard, gil_at_the_harbour):
    need, cem, ada = name_need(shared=True), sign_in("cem"), sign_in("ada")
    sign_in("gil").post(f"{need}/same-here", data={"words": "Me too"})
    ada.get(need)
    cem.post(f"{need}/same-here", data={"words": "Me too"})

    cem.post(f"{need}/same-here/withdrawal")

    assert heard("ada") == []


def test_nobody_takes_back_the_voice_of_another(sign_in, name_need, stage):
    need = name_need(shared=True)
    sign_in("cem").post(f"{need}/same-here", data={"words": "Me too"})

    for somebody in ("ada", "eva"):
        sign_in(somebody).post(f"{need}/same-here/withdrawal")

    with stage():
        assert db.session.query(SameHere).count() == 1


def test_a_device_gets_the_section_with_its_receipt(sign_in, name_need):
    answer = send(sign_in("cem"), f"{name_need(shared=True)}/same-here", words="Me too")

    assert answer.json["html"].lstrip().startswith('<section class="stack" id="same-here"')
    assert "Me too" in answer.json["html"]
    assert answer.json["receipt_code"]


def test_too_long_a_sentence_is_given_back(sign_in, name_need):
    need = name_need(shared=True)

    answer = sign_in("cem").post(f"{need}/same-here", data={"words": "x" * 301})

    assert answer.status_code == 422
    assert "x" * 301 in answer.text


def test_what_is_alike_is_shown_while_one_writes(sign_in, name_need):
    shared = name_need(shared=True, title="Notice board at the church")
    secret = name_need(title="Notice board in the cellar")
    cem = sign_in("cem")

    part = cem.script("GET", "/needs/similar?title=Our notice boards").text

    assert f"similar-{need_id(shared)}" in part
    assert str(need_id(secret)) not in part
    assert "<html" not in part
    refused = cem.post("/needs", data={**WORDS, "title": "Notice board", "difficulty": ""})
    assert f"similar-{need_id(shared)}" in refused.text
