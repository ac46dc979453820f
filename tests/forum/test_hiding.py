"""Hiding a post, with a reason that everybody reads."""

import re

import pytest

from neighbour.db import db
from neighbour.mail import Mail

REASON = {"reason": "Please without names"}
TEXT = "Reply 1 of ben"


@pytest.fixture
def hidden(sign_in, open_topic, posts_of):
    """A topic of Ada's with a hidden reply of Ben's: (topic, post)."""
    topic = open_topic("ada", replies=["ben"])
    post = posts_of(topic)[1]
    assert TEXT in sign_in("cem").get(topic).text
    assert sign_in("eva").post(f"{post}/hiding", data=REASON).status_code == 303
    return topic, post


def test_others_read_the_reason_only(sign_in, hidden):
    topic, post = hidden

    for somebody in ("cem", "ada", "gil"):
        browser = sign_in(somebody)
        pages = [
            browser.get(topic).text,
            browser.script("GET", post).text,
            browser.get(f"{post}/versions", follow_redirects=True).text,
        ]
        pages.append(browser.get("/forum/search?q=reply").text)
        assert all(TEXT not in page for page in pages)
        assert "Verborgen, weil: Please without names" in pages[0]


def test_author_and_team_still_read_the_text(sign_in, hidden):
    topic, _post = hidden

    for somebody in ("ben", "eva", "lea"):
        assert TEXT in sign_in(somebody).get(topic).text


def test_the_author_is_told(sign_in, hidden, stage):
    topic, _post = hidden
    ben = sign_in("ben")

    with stage():
        assert "Please without names" in db.session.query(Mail).filter_by(recipient="ben@example.org").one().text
    assert "Ihr Beitrag ist verborgen" in ben.get("/").text
    ben.get(topic)
    assert "Ihr Beitrag ist verborgen" not in ben.get("/").text


def test_a_shown_post_is_as_before(sign_in, hidden):
    topic, post = hidden

    sign_in("eva").post(f"{post}/unhiding")

    assert TEXT in sign_in("cem").get(topic).text


def test_coordination_hides_in_its_own_room_only(sign_in, open_topic, posts_of):
    own, everyone = (posts_of(open_topic("ben", room))[0] for room in ("mill", "hall"))

    assert sign_in("ada").post(f"{own}/hiding", data=REASON).status_code == 303
    assert sign_in("ada").post(f"{everyone}/hiding", data=REASON).status_code == 403


@pytest.mark.parametrize("reason", ["", "x" * 301, "a\x00b"])
def test_hiding_needs_a_reason(sign_in, open_topic, posts_of, reason):
    topic = open_topic("ada", replies=["ben"])

    assert sign_in("eva").post(f"{posts_of(topic)[1]}/hiding", data={"reason": reason}).status_code == 422
    assert TEXT in sign_in("cem").get(topic).text


def test_a_hidden_answer_is_not_quoted_above_the_topic(sign_in, open_topic, posts_of):
    topic = open_topic("ada", replies=["ben"])
    post = posts_of(topic)[1]
    sign_in("ada").post(f"{topic}/answer", data={"post": post.rpartition("/")[2]})
    assert sign_in("cem").get(topic).text.count(TEXT) == 2

    sign_in("eva").post(f"{post}/hiding", data=REASON)

    assert TEXT not in sign_in("cem").get(topic).text


def test_nobody_shows_their_own_hidden_words_again(sign_in, open_topic, posts_of):
    post = posts_of(open_topic("ada", "mill", body="Ada against all"))[0]
    sign_in("eva").post(f"{post}/hiding", data=REASON)

    assert sign_in("ada").post(f"{post}/unhiding").status_code == 403
    assert "Ada against all" not in sign_in("ben").get(post, follow_redirects=True).text


def test_an_author_who_writes_anew_is_seen_on_the_desk(sign_in, hidden):
    _topic, post = hidden
    ben = sign_in("ben")
    version = ben.script("GET", f"{post}/edit").text.split('name="version" value="')[1][:36]

    ben.post(post, data={"body": "Without names", "version": version})

    assert "Ben hat den verborgenen Beitrag neu geschrieben" in sign_in("eva").get("/desk").text
    assert "Without names" not in sign_in("cem").get(post, follow_redirects=True).text


def test_a_hidden_text_stays_hidden_in_the_history_when_its_rewriting_is_shown(sign_in, hidden):
    """Without the mark on earlier versions, everybody would read there what was taken from them."""
    topic, post = hidden
    ben, eva = sign_in("ben"), sign_in("eva")
    version = re.search(r'name="version"[^>]* value="([^"]+)"', ben.get(f"{post}/edit").text).group(1)
    assert ben.post(post, data={"body": "Without names now", "version": version}).status_code == 303
    assert eva.post(f"{post}/unhiding").status_code == 303

    assert "Without names now" in sign_in("cem").get(topic).text
    assert TEXT not in sign_in("cem").get(f"{post}/versions").text
    assert TEXT in ben.get(f"{post}/versions").text
