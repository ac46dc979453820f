"""Who may read it is decided by those whose words these are."""

import pytest

from tests.needs.conftest import WORDS


def test_it_is_private_until_its_author_shares_it(sign_in, name_need, look_at):
    need, ben = name_need("ben"), sign_in("ben")
    assert sign_in("cem").get(need).status_code == 404
    asked = ben.get(f"{need}/sharing").text
    assert "Mit allen teilen" in asked
    assert all(reader in asked for reader in ("Initiativen", "Projektteam", "Beirat", "Jury", "Presse"))

    answer = ben.post(f"{need}/sharing", follow_redirects=True)

    assert "Geteilt. Ab jetzt lesen alle, die hier ein Konto haben, diesen Bedarf." in answer.text
    assert "Alle, die hier ein Konto haben, lesen das." in ben.get(need).text
    assert sign_in("cem").get(need).status_code == 200
    assert WORDS["title"] in sign_in("cem").get("/").text


def test_who_decides_shares_it_too_and_with_a_tick_at_once(sign_in, name_need, look_at):
    need = name_need("ben")
    assert sign_in("ada").post(f"{need}/sharing").status_code == 303
    at_once = sign_in("ada").post("/needs", data={**WORDS, "share": "1"}).headers["Location"]

    assert look_at(need, lambda need: need.is_shared)
    assert look_at(at_once, lambda need: need.is_shared)


@pytest.mark.parametrize("somebody", ["ben", "eva", "lea"])
def test_nobody_else_shares_it(sign_in, name_need, look_at, somebody):
    need = name_need("ada")

    assert sign_in(somebody).post(f"{need}/sharing").status_code == 403
    assert not look_at(need, lambda need: need.is_shared)


def test_the_team_shares_nothing_that_it_takes_down(sign_in, look_at):
    need = sign_in("eva").post("/needs", data={**WORDS, "initiative": "mill", "share": "1"}).headers["Location"]

    assert not look_at(need, lambda need: need.is_shared)


def test_sharing_is_taken_back_while_nobody_else_has_spoken(sign_in, name_need):
    need, ada = name_need(shared=True), sign_in("ada")
    sign_in("eva").post(f"{need}/answers", data={"body": "The team may write"})

    assert ada.post(f"{need}/sharing/withdrawal").status_code == 303

    assert sign_in("cem").get(need).status_code == 404


@pytest.mark.parametrize(("noun", "words"), [("same-here", {"words": "My words"}), ("answers", {"body": "My words"})])
def test_the_words_of_others_do_not_vanish_with_it(sign_in, name_need, look_at, noun, words):
    """Decided: what others have said keeps it shared; the text itself can be changed at any time."""
    need, cem = name_need(shared=True), sign_in("cem")
    cem.post(f"{need}/{noun}", data=words)

    answer = sign_in("ada").post(f"{need}/sharing/withdrawal")

    assert answer.status_code == 403
    assert "nehmen Sie mit „Ändern“ heraus" in answer.text
    assert "My words" in cem.get(need).text


def test_what_was_taken_out_is_not_read_by_others_in_earlier_texts(sign_in, name_need, look_at):
    need = name_need(shared=True, body="The key lies under the mat")
    version = look_at(need, lambda need: str(need.version))
    sign_in("ada").post(need, data={**WORDS, "version": version})

    assert "under the mat" in sign_in("ben").get(f"{need}/versions").text
    answer = sign_in("cem").get(f"{need}/versions")
    assert (answer.status_code, "under the mat" in answer.text) == (403, False)
