"""Finding what was written."""

import pytest


@pytest.fixture
def street(open_topic):
    return open_topic("ada", title="Telefonketten", body="Die **Müllerstraße** ist 100% gesperrt, ab_morgen.")


@pytest.mark.parametrize(
    "word",
    [
        "straße",
        "STRASSE",
        "strasse",
        "mueller",
        "Müller",
        "llerstr",
        "kette",
        "telefonketten",
        "100%",
        "ab_m",
        "sperrt müller",
    ],
)
def test_words_are_found_inside_words_and_however_they_are_spelled(sign_in, street, word):
    found = sign_in("cem").get("/forum/search", query_string={"q": word}).text

    assert street in found
    assert "<mark>" in found


@pytest.mark.parametrize(
    "word", ["100x", "abXm", "%", "_", "strasze", "kette schwungtuch", "'; DROP TABLE forum_posts; --"]
)
def test_what_is_not_there_is_not_found(sign_in, street, word):
    found = sign_in("cem").get("/forum/search", query_string={"q": word})

    assert found.status_code == 200
    assert street not in found.text


def test_typing_gets_only_the_list(sign_in, street):
    found = sign_in("cem").script("GET", "/forum/search?q=kette").text

    assert street in found
    assert "<main" not in found


@pytest.mark.parametrize("word", ["x" * 101, "a\x00b"])
def test_a_search_that_cannot_be_is_refused_with_a_sentence(sign_in, street, word):
    assert sign_in("cem").get("/forum/search", query_string={"q": word}).status_code == 422


def test_found_words_cannot_run(sign_in, open_topic):
    open_topic("ada", title="<b>bold</b> script", body="<script>alert(1)</script>")

    found = sign_in("cem").get("/forum/search?q=script").text

    assert "<script>alert" not in found
    assert "<b>bold" not in found


def test_a_changed_post_is_found_by_its_new_words_only(sign_in, street, posts_of):
    post = posts_of(street)[0]
    version = sign_in("ada").script("GET", f"{post}/edit").text.split('name="version" value="')[1][:36]

    sign_in("ada").post(post, data={"body": "Die Lindenallee", "version": version})

    search = sign_in("cem").get
    assert street in search("/forum/search?q=lindenallee").text
    assert street not in search("/forum/search?q=muellerstrasse").text
    assert street in search("/forum/search?q=telefonketten").text


def test_a_topic_is_found_once_with_the_post_that_says_it(sign_in, open_topic):
    topic = open_topic("ada", title="Schlüssel", body="Wo liegt er?")
    for words in ("Der Schlüssel liegt bei Ben.", "Danke!"):
        sign_in("ben").post(f"{topic}/posts", data={"body": words})

    found = sign_in("cem").get("/forum/search", query_string={"q": "schlüssel"}).text

    assert found.count('id="found-') == 1
    assert "liegt bei Ben." in found
    assert "Beiträge passen" in found
