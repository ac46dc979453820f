"""Two who change the same need: neither text is lost."""

import pytest

from tests.needs.conftest import WORDS


@pytest.fixture
def need(name_need) -> str:
    return name_need("ben")


@pytest.fixture
def version(look_at):
    return lambda need: look_at(need, lambda need: str(need.version))


def test_the_second_gets_both_texts_and_decides(sign_in, need, version):
    ada, ben, seen = sign_in("ada"), sign_in("ben"), version(need)
    ada.post(need, data={**WORDS, "difficulty": "Ada's text", "version": seen})

    answer = ben.post(need, data={**WORDS, "difficulty": "Ben's text", "must_stay": "The board", "version": seen})

    assert answer.status_code == 409
    assert "Jemand hat inzwischen auch geändert" in answer.text
    assert "Ada&#39;s text" in answer.text
    assert "Ben&#39;s text</textarea>" in answer.text
    assert 'value="The board"' in answer.text
    assert f'value="{version(need)}"' in answer.text
    saved = ben.post(need, data={**WORDS, "difficulty": "Ben's text", "version": version(need)})
    assert saved.status_code == 303
    assert "Ada&#39;s text" in ada.get(f"{need}/versions").text


def test_without_a_known_version_nothing_is_overwritten(sign_in, need, look_at):
    for unknown in ("", "abc", "0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee"):
        answer = sign_in("ben").post(need, data={**WORDS, "title": "Other", "version": unknown})
        assert answer.status_code == 409
    assert look_at(need, lambda need: need.title) == WORDS["title"]


def test_nothing_changed_is_no_new_version(sign_in, need, version):
    before = version(need)

    sign_in("ben").post(need, data={**WORDS, "version": before})

    assert version(need) == before


@pytest.mark.parametrize("somebody", ["cem", "eva", "gil"])
def test_others_do_not_change_it(sign_in, name_need, version, look_at, somebody):
    need = name_need("ben", shared=True)

    answer = sign_in(somebody).post(need, data={**WORDS, "title": "Mine now", "version": version(need)})

    assert answer.status_code == 403
    assert "Mine now" not in sign_in("ben").get(need).text


def test_a_member_does_not_change_what_another_has_named(sign_in, name_need, version):
    need = name_need("ada")

    assert sign_in("ben").post(need, data={**WORDS, "title": "Mine", "version": version(need)}).status_code == 403


def test_the_form_shows_what_stands_there(sign_in, name_need):
    need = name_need(hours=2, urgency="now", network="none", unknown=True, who="Ben")

    form = sign_in("ada").get(f"{need}/edit").text

    for shown in ('value="2"', 'value="Ben"', "It comes too late.</textarea>"):
        assert shown in form
    assert form.count("checked") == 3


@pytest.mark.parametrize("name", ["title", "difficulty", "analogue_process"])
def test_what_is_missing_is_named_and_the_rest_stays(sign_in, need, version, name):
    words = {**WORDS, "must_stay": "The sheet itself", "version": version(need), name: ""}

    answer = sign_in("ben").post(need, data=words)

    assert answer.status_code == 422
    assert "The sheet itself" in answer.text
