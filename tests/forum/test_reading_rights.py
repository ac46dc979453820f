"""Who reads in which room: what may not be seen does not exist."""

import pytest

from neighbour.initiatives import Initiative, Membership

SECRET = "The secret of the room"
READERS = {
    "hall": {"ada", "ben", "cem", "gil", "dora", "eva", "lea"},
    "friends": {"ada", "ben", "cem", "gil", "dora", "eva", "lea"},
    "mill": {"ada", "ben", "eva", "lea"},
    "team": {"eva", "lea"},
    "board": {"eva", "lea"},
}
AUTHORS = {"mill": "ada"}


@pytest.mark.parametrize("room", READERS)
def test_only_the_readers_of_a_room_find_what_stands_in_it(sign_in, open_topic, posts_of, room):
    topic = open_topic(AUTHORS.get(room, "eva"), room, title=SECRET, body=f"{SECRET} text")
    post = posts_of(topic)[0]
    places = [topic, f"{topic}?after=0", post, f"{post}/versions", f"/forum/rooms/{room}"]
    lists = ["/forum", "/forum/topics", "/forum/unanswered", "/forum/search?q=secret"]

    for somebody in ("ada", "ben", "cem", "gil", "dora", "eva", "lea", "otto"):
        browser = sign_in(somebody)
        found = [browser.get(place) for place in places]
        listed = [topic in browser.get(place).text for place in lists]
        if somebody in READERS[room]:
            assert [answer.status_code for answer in found] == [200, 200, 303, 200, 200]
            assert listed == [True] * 4
        else:
            assert {answer.status_code for answer in found} == {404}
            assert listed == [False] * 4
            assert all(SECRET not in answer.text for answer in found)


def test_a_stranger_writes_nothing_in_a_room_that_is_not_theirs(sign_in, open_topic, posts_of):
    topic = open_topic("ada", "mill", replies=["ben"])
    post = posts_of(topic)[1]
    cem = sign_in("cem")
    writes = [f"{topic}/{noun}" for noun in ("posts", "watch", "unwatch", "closure", "reopening", "move", "answer")]
    writes += [post, *(f"{post}/{noun}" for noun in ("hiding", "unhiding", "report"))]

    assert {cem.post(place, data={"body": "x", "reason": "x", "summary": "x"}).status_code for place in writes} == {404}


def test_a_visitor_is_asked_to_sign_in(visitor, open_topic):
    topic = open_topic("ada", title=SECRET)

    for place in (topic, "/forum", "/forum/search?q=secret"):
        answer = visitor.get(place)
        assert answer.status_code == 303
        assert SECRET not in answer.text


def test_who_left_the_initiative_does_not_read_on(sign_in, open_topic, stage):
    topic, ben = open_topic("ada", "mill", title=SECRET), sign_in("ben")
    assert SECRET in ben.get(topic).text
    with stage() as people:
        people.ben.memberships.clear()

    assert ben.get(topic).status_code == 404
    assert SECRET not in ben.get("/").text


@pytest.mark.parametrize("wrong", ["abc", "%00", "00000000-0000-0000-0000-00000000000g", "x" * 300])
def test_malformed_addresses_are_not_found(sign_in, rooms, wrong):
    browser = sign_in("eva")

    places = [f"/forum/topics/{wrong}", f"/forum/posts/{wrong}", f"/forum/posts/{wrong}/edit", f"/forum/rooms/{wrong}"]
    assert {browser.get(place).status_code for place in places} == {404}
    places = [f"/forum/topics/{wrong}/closure", f"/forum/posts/{wrong}/report", f"/forum/reports/{wrong}/settlement"]
    assert {browser.post(place).status_code for place in places} == {404}


@pytest.mark.parametrize("wrong", ["abc", "-1", "99999999999999999999", "%00", "1e5", "٣"])
def test_malformed_page_keys_show_the_usual_page(sign_in, open_topic, rooms, wrong):
    topic, browser = open_topic("ada"), sign_in("ben")

    for place in (
        f"{topic}?before={wrong}",
        f"{topic}?after={wrong}",
        f"{topic}?at={wrong}",
        f"{rooms.hall}?before={wrong}",
        f"{rooms.hall}?before={wrong}-{wrong}",
    ):
        assert browser.get(place).status_code == 200


def test_where_somebody_has_only_applied_stands_beside_no_post(sign_in, open_topic, stage):
    with stage() as people:
        garden = Initiative(slug="garden", name="Garden", place="Hidden Valley", region="revier", status="applied")
        people.gil.memberships = [Membership(initiative=garden)]
    topic = open_topic("gil")

    for somebody in ("cem", "eva"):
        assert "Hidden Valley" not in sign_in(somebody).get(topic).text
