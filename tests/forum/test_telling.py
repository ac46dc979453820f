"""What the forum tells people in their inbox, and what it no longer says."""

import pytest

from neighbour.accounts import User
from neighbour.db import db
from neighbour.forum.models import Watch
from neighbour.initiatives import Membership
from neighbour.notifications import Notification
from tests.architecture.queries import counted
from tests.cast import initiative
from tests.forum.conftest import topic_id

GONE = "Das gibt es nicht mehr, oder Sie gehören nicht mehr dazu."
INBOX = "/me/notifications"


def leave_the_mill(stage, handle: str) -> None:
    with stage() as people:
        getattr(people, handle).memberships = []


def everything_of(browser) -> str:
    return browser.get(INBOX).text + browser.get("/").text


def test_a_reply_in_a_room_that_was_left_says_nothing_any_more(sign_in, open_topic, stage):
    """Without the guard the title of the topic would still stand there."""
    topic, ben = open_topic("ben", "mill", title="The secret of the mill"), sign_in("ben")
    sign_in("ada").post(f"{topic}/posts", data={"body": "Hush"})
    assert "Ada antwortet: The secret of the mill" in ben.get(INBOX).text

    leave_the_mill(stage, "ben")

    assert "secret" not in everything_of(ben)
    assert topic not in everything_of(ben)
    assert GONE in ben.get(INBOX).text
    assert GONE not in ben.get("/").text


def test_a_mention_in_a_room_that_was_left_says_nothing_any_more(sign_in, open_topic, stage):
    topic, ben = open_topic("ada", "mill", title="The secret of the mill"), sign_in("ben")
    sign_in("eva").post(f"{topic}/posts", data={"body": "@ben knows"})
    assert "Eva nennt Sie: The secret of the mill" in ben.get(INBOX).text

    leave_the_mill(stage, "ben")

    assert "secret" not in everything_of(ben)
    assert GONE in ben.get(INBOX).text


def test_a_mention_in_a_hidden_post_says_nothing_any_more(sign_in, open_topic, posts_of):
    """Without the guard it would still say who wrote what was taken from readers."""
    topic, cem = open_topic("ada"), sign_in("cem")
    sign_in("ben").post(f"{topic}/posts", data={"body": "@cem has debts"})
    assert "Ben nennt Sie" in cem.get(INBOX).text

    sign_in("eva").post(f"{posts_of(topic)[1]}/hiding", data={"reason": "Not true"})

    assert "nennt Sie" not in everything_of(cem)
    assert GONE in cem.get(INBOX).text


def test_no_words_of_a_post_are_kept(sign_in, open_topic, stage):
    """They may be hidden or written anew later, and the row would still have them."""
    topic = open_topic("ada")

    sign_in("ben").post(f"{topic}/posts", data={"body": "@cem has debts"})

    with stage():
        assert "debts" not in repr([row.words for row in db.session.query(Notification)])
        assert db.session.query(Notification).count() == 2


def test_who_watches_but_has_left_is_not_told(sign_in, open_topic, stage):
    topic = open_topic("ben", "mill", replies=["eva"])
    leave_the_mill(stage, "ben")

    sign_in("ada").post(f"{topic}/posts", data={"body": "Hush"})

    with stage() as people:
        assert [row.recipient_id for row in db.session.query(Notification)] == [people.eva.id]


def test_an_author_who_has_left_is_not_told_how_it_ended(sign_in, open_topic, stage):
    topic = open_topic("ben", "mill")
    leave_the_mill(stage, "ben")

    assert sign_in("ada").post(f"{topic}/closure", data={"summary": "Done"}).status_code == 303

    with stage():
        assert db.session.query(Notification).count() == 0


@pytest.mark.parametrize(
    "act, undo, words, told",
    [
        ("{post}/hiding", "{post}/unhiding", {"reason": "No names"}, "Ihr Beitrag ist verborgen"),
        ("{topic}/closure", "{topic}/reopening", {"summary": "Done"}, "Ihr Thema wurde geschlossen"),
        ("{topic}/answer", "{topic}/answer", {"post": "{id}"}, "Ihr Beitrag ist die Antwort"),
    ],
)
def test_what_is_undone_before_it_was_read_was_never_said(sign_in, open_topic, posts_of, act, undo, words, told):
    topic, eva, ben = open_topic("ben", replies=["ben"]), sign_in("eva"), sign_in("ben")
    post = posts_of(topic)[1]
    names = {"topic": topic, "post": post, "id": post.rpartition("/")[2]}

    eva.post(act.format(**names), data={name: text.format(**names) for name, text in words.items()})
    assert told in everything_of(ben)
    eva.post(undo.format(**names))

    assert told not in everything_of(ben)


@pytest.mark.parametrize("room", ["hall", "mill"])
def test_many_watchers_cost_as_many_statements_as_few(app, sign_in, open_topic, stage, room):
    topic, ada = open_topic("ben", room), sign_in("ada")
    spent = []
    for number in (1, 40):
        with stage():
            crowd = [User(handle=f"w{number}-{each}", name=f"Watcher {each}") for each in range(number)]
            db.session.add_all(crowd)
            db.session.flush()
            mill = initiative("mill").id
            db.session.add_all(Membership(initiative_id=mill, user_id=person.id, role="member") for person in crowd)
            db.session.add_all(Watch(user_id=person.id, topic_id=topic_id(topic)) for person in crowd)
        with counted(app) as statements:
            assert ada.post(f"{topic}/posts", data={"body": f"To {number}"}).status_code == 303
        spent.append(len(statements))

    with stage():
        assert db.session.query(Notification).count() == 42
    assert spent[1] <= spent[0]


def test_reading_one_topic_leaves_the_others_unread(sign_in, open_topic):
    first, second = open_topic("ada", title="First"), open_topic("ada", title="Second")
    ada, ben = sign_in("ada"), sign_in("ben")
    for topic in (first, second):
        ben.post(f"{topic}/posts", data={"body": "Here"})

    assert "<title>(1) First" in ada.get(first).text
    assert "<title>(1) Menü" in ada.get("/menu").text
    assert "Ben antwortet: Second" in ada.get("/").text
