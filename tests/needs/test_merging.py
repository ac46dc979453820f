"""Two needs become one: nothing is deleted, everybody counts, and what is private stays where it was."""

import pytest

from neighbour.db import db
from neighbour.needs.models import SameHere
from neighbour.notifications import Notification
from tests.needs.conftest import need_id
from tests.outbox.device import send


def merge(browser, need: str, into: str):
    return browser.post(f"{need}/merger", data={"into": str(need_id(into))})


def test_authors_and_voices_stand_at_the_other_and_the_first_keeps_its_page(sign_in, pair, stage):
    (first, other), eva = pair, sign_in("eva")
    sign_in("cem").post(f"{first}/same-here", data={"words": "At the harbour too"})
    assert "Notices (The Harbour)" in eva.get(f"{first}/merger").text

    assert merge(eva, first, other).headers["Location"] == other

    there = sign_in("gil").get(other).text
    for words in ("The Mill", "Sheets", "Ada", "At the harbour too"):
        assert words in there
    here = sign_in("ada").get(first).text
    assert "Zusammengelegt mit „Notices“" in here and "Ben writes a sheet on Sundays." in here
    assert "At the harbour too" in here
    listed = sign_in("gil").get("/needs").text
    assert f"need-{need_id(other)}" in listed and f"need-{need_id(first)}" not in listed
    assert "Bei einer weiteren Initiative auch" in listed
    with stage() as people:
        told = {row.recipient_id for row in db.session.query(Notification).filter_by(kind="need_merged")}
        assert told == {people.ada.id, people.cem.id}


def test_bei_uns_auch_written_meanwhile_counts_at_the_other_and_says_so(sign_in, pair, stage):
    (first, other), cem = pair, sign_in("cem")
    cem.get(first)
    merge(sign_in("eva"), first, other)

    answer = cem.post(f"{first}/same-here", data={"words": "Written in the hall"})

    assert answer.headers["Location"] == other
    page = cem.get(other).text
    assert "Dieser Bedarf wurde mit „Notices“ zusammengelegt. Ihr „Bei uns auch“ zählt dort." in page
    assert "Written in the hall" in page
    with stage():
        assert db.session.query(SameHere).one().need_id == need_id(first)
    told = cem.script("POST", f"{first}/same-here", data={"words": "Once more, by a script"})
    assert (told.headers["HX-Redirect"], told.text) == (other, "")


def test_a_letter_written_meanwhile_stands_at_the_other(sign_in, pair):
    (first, other), ada = pair, sign_in("ada")
    merge(sign_in("eva"), first, other)

    answer = ada.post(f"{first}/answers", data={"body": "My long letter"})

    assert answer.headers["Location"] == other
    page = ada.get(other).text
    assert "My long letter" in page
    assert "Ihre Antwort steht jetzt dort." in page


def test_a_change_written_meanwhile_is_given_back(sign_in, pair, look_at):
    (first, other), ada = pair, sign_in("ada")
    version = look_at(first, lambda need: str(need.version))
    merge(sign_in("eva"), first, other)

    words = {"title": "Sheets", "analogue_process": "My long text", "difficulty": "So late", "version": version}
    answer = ada.post(first, data=words)

    assert answer.status_code == 403
    assert "zusammengelegt" in answer.text and "My long text" in answer.text


def test_merged_further_everything_comes_along_and_can_be_separated(sign_in, pair, name_need, look_at):
    (first, other), eva = pair, sign_in("eva")
    third = name_need("cem", "harbour", shared=True, title="Boards")
    merge(eva, first, other)
    merge(eva, other, third)

    ada, there = sign_in("ada"), eva.get(third).text
    assert "Sheets" in there and "Notices" in there
    assert "Bei einer weiteren Initiative auch" in eva.get("/needs").text
    assert ada.post(f"{first}/answers", data={"body": "My long letter"}).headers["Location"] == third
    assert sign_in("cem").post(f"{first}/same-here", data={"words": "Too"}).headers["Location"] == third
    assert ada.post(f"{other}/separation").status_code == 403
    eva.post(f"{other}/separation")
    assert look_at(other, lambda need: need.merged_into_id) is None
    assert look_at(first, lambda need: need.merged_into_id) == need_id(other)
    assert "Sheets" not in eva.get(third).text and "Sheets" in eva.get(other).text


def test_a_private_need_does_not_get_to_another_initiative_by_way_of_a_shared_one(sign_in, pair, name_need, look_at):
    (first, other), secret, eva = pair, name_need(title="Secret boards"), sign_in("eva")
    merge(eva, secret, first)
    assert merge(eva, first, other).status_code == 303

    sign_in("ben").post(f"{secret}/answers", data={"body": "Erna is ill"})

    assert look_at(secret, lambda need: need.merged_into_id) == need_id(first)
    cem = sign_in("cem")
    assert "Sheets" in cem.get(other).text
    assert not [words for words in ("Secret boards", "Erna is ill") if words in cem.get(other).text + cem.get("/").text]
    assert "Erna is ill" not in eva.get(other).text


def test_a_private_need_never_goes_into_one_of_another_initiative(sign_in, name_need, look_at):
    secret, other = name_need(title="Secret sheets"), name_need("cem", "harbour", shared=True, title="Notices")
    eva = sign_in("eva")

    assert "Notices" not in eva.get(f"{secret}/merger").text
    assert merge(eva, secret, other).status_code == 422
    assert look_at(secret, lambda need: need.merged_into_id) is None
    assert "Secret sheets" not in sign_in("cem").get(other).text


def test_a_shared_need_never_goes_where_its_readers_cannot_follow(sign_in, name_need, look_at):
    shared, secret = name_need(shared=True, title="Sheets"), name_need(title="Secret sheets")

    assert merge(sign_in("eva"), shared, secret).status_code == 422
    assert look_at(shared, lambda need: need.merged_into_id) is None


def test_within_one_initiative_a_private_need_stays_unseen_by_others(sign_in, name_need):
    secret, shared = name_need(title="Secret sheets"), name_need(shared=True, title="Sheets for all")

    assert merge(sign_in("eva"), secret, shared).status_code == 303

    assert "Secret sheets" in sign_in("ben").get(shared).text
    page = sign_in("cem").get(shared).text
    assert "Secret sheets" not in page and str(need_id(secret)) not in page


def test_a_letter_to_a_private_need_stays_there_when_that_went_into_a_shared_one(sign_in, name_need):
    secret, shared = name_need(title="Secret sheets"), name_need(shared=True, title="Sheets for all")
    ben, eva = sign_in("ben"), sign_in("eva")
    merge(eva, secret, shared)
    assert f'action="{secret}/answers"' in ben.get(secret).text

    answer = ben.post(f"{secret}/answers", data={"body": "Erna is ill"})

    assert answer.headers["Location"].startswith(f"{secret}#answer-")
    assert "Erna is ill" in eva.get(secret).text
    assert "Erna is ill" not in sign_in("cem").get(shared).text + ben.get(shared).text


def test_only_the_team_separates_whether_there_is_something_to_separate_or_not(sign_in, pair):
    first, other = pair
    merge(sign_in("eva"), first, other)

    for need in pair:
        assert sign_in("ada").post(f"{need}/separation").status_code == 403
        assert sign_in("eva").post(f"{need}/separation").status_code == 303


def test_where_another_need_went_sharing_is_not_taken_back(sign_in, pair):
    (first, other) = pair
    merge(sign_in("eva"), first, other)

    for address, somebody in ((first, "ada"), (other, "cem")):
        assert sign_in(somebody).post(f"{address}/sharing/withdrawal").status_code == 403


@pytest.mark.parametrize("into", ["", "abc", "0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee", "itself"])
def test_into_nothing_or_itself_changes_nothing(sign_in, pair, look_at, into):
    first = pair[0]
    answer = sign_in("eva").post(f"{first}/merger", data={"into": str(need_id(first)) if into == "itself" else into})

    assert answer.status_code == 422
    assert look_at(first, lambda need: need.merged_into_id) is None


def test_a_change_that_comes_after_a_merger_is_told_where_it_went(sign_in, pair):
    first, other = pair
    merge(sign_in("eva"), first, other)

    answer = send(sign_in("ada"), first, title="Late", analogue_process="On paper", difficulty="Late")

    assert answer.status_code == 403
    assert f'<a href="{other}" data-merged>' in answer.json["html"]
