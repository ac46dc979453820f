"""An author withdraws a post: the text goes from everybody else, and comes back when the author wants."""

import pytest

TEXT = "Reply 1 of ben"
SAID = "Wer diesen Beitrag geschrieben hat, hat ihn zurückgezogen."


@pytest.fixture
def written(open_topic, posts_of):
    """A topic of Ada's with a reply of Ben's in the room of the mill: (topic, post)."""
    topic = open_topic("ada", "mill", replies=["ben"])
    return topic, posts_of(topic)[1]


@pytest.fixture
def withdrawn(sign_in, written):
    _topic, post = written
    assert sign_in("ben").post(f"{post}/withdrawal").status_code == 303
    return written


def version_of(browser, post: str) -> str:
    return browser.script("GET", f"{post}/edit").text.split('name="version" value="')[1][:36]


def test_the_author_is_asked_first(sign_in, written):
    topic, post = written
    ben = sign_in("ben")
    assert f'href="{post}/withdrawal"' in ben.get(topic).text

    question = ben.get(f"{post}/withdrawal").text

    assert "Möchten Sie diesen Beitrag zurückziehen?" in question and TEXT in question
    assert f'method="post" action="{post}/withdrawal"' in question
    assert TEXT in sign_in("ada").get(topic).text


def test_others_read_that_it_is_withdrawn_and_nothing_of_the_text(sign_in, withdrawn):
    """Ada opened the topic and coordinates the room: that opens the text no more than to anybody else."""
    topic, post = withdrawn
    ada = sign_in("ada")

    pages = [ada.get(topic).text, ada.script("GET", post).text]
    pages += [ada.get(f"{post}/versions", follow_redirects=True).text, ada.get("/forum/search?q=reply").text]

    assert all(TEXT not in page for page in pages)
    assert SAID in pages[0] and "Verborgen, weil" not in pages[0]


def test_author_and_team_still_read_it(sign_in, withdrawn):
    topic, _post = withdrawn

    for somebody in ("ben", "eva"):
        page = sign_in(somebody).get(topic).text
        assert TEXT in page and SAID in page


def test_it_comes_back_as_it_was(sign_in, withdrawn):
    topic, post = withdrawn
    ben = sign_in("ben")
    assert f'action="{post}/withdrawal/end"' in ben.get(topic).text

    assert ben.post(f"{post}/withdrawal/end").status_code == 303

    assert TEXT in sign_in("ada").get(topic).text
    assert SAID not in ben.get(topic).text


def test_withdrawing_twice_is_withdrawing_once(sign_in, withdrawn):
    topic, post = withdrawn

    assert sign_in("ben").post(f"{post}/withdrawal").status_code == 303
    assert TEXT not in sign_in("ada").get(topic).text


@pytest.mark.parametrize("somebody", ["ada", "eva", "lea"])
def test_nobody_withdraws_the_words_of_another(sign_in, written, somebody):
    topic, post = written
    browser = sign_in(somebody)

    assert f"{post}/withdrawal" not in browser.get(topic).text
    assert browser.get(f"{post}/withdrawal").status_code == 403
    assert browser.post(f"{post}/withdrawal").status_code == 403
    assert TEXT in sign_in("ada").get(topic).text


@pytest.mark.parametrize("somebody", ["ada", "eva", "lea"])
@pytest.mark.parametrize("act", ["unhiding", "withdrawal/end"])
def test_nobody_else_shows_what_an_author_has_withdrawn(sign_in, withdrawn, somebody, act):
    topic, post = withdrawn
    browser = sign_in(somebody)

    assert f"{post}/{act}" not in browser.get(topic).text
    assert browser.post(f"{post}/{act}").status_code == 403
    assert TEXT not in sign_in("ada").get(topic).text


def test_withdrawing_does_not_undo_what_the_team_has_hidden(sign_in, written):
    """Without the guard an author would withdraw the hidden text and then show it again."""
    topic, post = written
    sign_in("eva").post(f"{post}/hiding", data={"reason": "Please without names"})
    ben = sign_in("ben")

    answers = [ben.post(f"{post}/{act}").status_code for act in ("withdrawal", "withdrawal/end")]

    assert answers == [403, 403]
    page = sign_in("ada").get(topic).text
    assert TEXT not in page and "Please without names" in page


def test_hiding_does_not_take_the_way_back_from_the_author(sign_in, withdrawn):
    """The team would show the text again with one press, although its author has withdrawn it."""
    topic, post = withdrawn

    assert sign_in("eva").post(f"{post}/hiding", data={"reason": "Names"}).status_code == 403
    assert SAID in sign_in("ada").get(topic).text


def test_a_withdrawn_post_that_is_written_anew_waits_for_nobody(sign_in, withdrawn):
    topic, post = withdrawn
    ben = sign_in("ben")

    ben.post(post, data={"body": "Softer words", "version": version_of(ben, post)})

    assert "neu geschrieben" not in sign_in("eva").get("/desk").text
    assert "Softer words" not in sign_in("ada").get(topic).text
    ben.post(f"{post}/withdrawal/end")
    assert "Softer words" in sign_in("ada").get(topic).text
    assert TEXT not in sign_in("ada").get(f"{post}/versions").text


def test_in_a_closed_topic_words_can_still_be_withdrawn(sign_in, written):
    topic, post = written
    sign_in("ada").post(f"{topic}/closure", data={"summary": "Done."})

    assert sign_in("ben").post(f"{post}/withdrawal").status_code == 303
    assert TEXT not in sign_in("ada").get(topic).text


def test_a_stranger_to_the_room_finds_no_post_to_withdraw(sign_in, written):
    _topic, post = written
    cem = sign_in("cem")

    answers = [cem.get(f"{post}/withdrawal"), cem.post(f"{post}/withdrawal"), cem.post(f"{post}/withdrawal/end")]
    assert [answer.status_code for answer in answers] == [404] * 3
    assert all(TEXT not in answer.text for answer in answers)
