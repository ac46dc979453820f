"""Larger type, other colours and another language, for members and for visitors."""

import pytest


def test_a_visitor_makes_the_type_larger_and_smaller_again(visitor):
    sizes = []
    for step in ("up", "up", "up", "down", "down", "down"):
        visitor.post("/reading", data={"step": step})
        sizes.append(visitor.get("/sign-in").text.partition('data-text="')[2].partition('"')[0])

    assert sizes == ["large", "larger", "larger", "large", "normal", "normal"]


def test_a_visitor_chooses_colours_and_keeps_the_size(visitor):
    visitor.post("/reading", data={"step": "up"})
    visitor.post("/reading", data={"look": "dark"})

    page = visitor.get("/menu").text

    assert 'data-look="dark"' in page
    assert 'data-text="large"' in page


@pytest.mark.parametrize("value", ["larger", "huge.dark", '"><script>.dark', ".", "normal.' or 1"])
def test_a_cookie_that_is_not_ours_changes_nothing_that_it_should_not(visitor, value):
    visitor.set_cookie("reading", value)

    answer = visitor.get("/menu")

    assert answer.status_code == 200
    assert "huge" not in answer.text
    assert "<script>.dark" not in answer.text


def test_the_sign_in_page_leads_to_larger_type(visitor):
    assert 'href="/menu#reading"' in visitor.get("/sign-in").text
    assert "Schrift größer" in visitor.get("/menu").text


def test_a_member_s_choice_in_the_menu_is_kept_on_the_account(sign_in, stage):
    ada = sign_in("ada")
    ada.post("/reading", data={"step": "up"})
    ada.post("/reading", data={"look": "dark"})
    ada.post("/reading", data={"language": "en"})

    with stage() as people:
        assert (people.ada.text_size, people.ada.look, people.ada.language) == ("large", "dark", "en")
    assert 'lang="en"' in sign_in("ada").get("/me").text


def test_a_choice_that_is_not_offered_changes_nothing(sign_in, stage):
    sign_in("ada").post("/reading", data={"step": "sideways", "look": "purple", "language": "xx"})

    with stage() as people:
        assert (people.ada.text_size, people.ada.look, people.ada.language) == ("normal", "", "")


def test_saving_is_confirmed(sign_in):
    ada = sign_in("ada")
    reading = {"text_size": "large", "look": "", "language": "de"}

    assert "Gespeichert." in ada.post("/me", data={"name": "Ada"}, follow_redirects=True).text
    assert "Gespeichert." in ada.post("/me/reading", data=reading, follow_redirects=True).text


def test_the_language_says_which_one_is_in_force(sign_in):
    ada = sign_in("ada")
    assert "Wie das Gerät (gerade: Deutsch)" in ada.get("/me/reading").text
    ada.get("/language/en")
    assert "English)" in ada.get("/me/reading").text

    ada.post("/me/reading", data={"text_size": "normal", "look": "", "language": ""})

    assert "(gerade: Deutsch)" in ada.get("/me/reading").text
