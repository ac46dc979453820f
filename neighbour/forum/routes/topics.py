"""Reading a topic, opening one, watching it."""

from uuid import UUID

from flask import Blueprint, redirect, request
from flask_login import current_user

from neighbour.db import db
from neighbour.forum import telling
from neighbour.forum.forms import PostForm, TopicForm
from neighbour.forum.lists import first_shown, posts_page, topic_with_reading, topics_page
from neighbour.forum.mentioning import keep_mentions
from neighbour.forum.models import ReadMark, Room, Topic
from neighbour.forum.pending import coming_words
from neighbour.forum.routes.finding import find_topic, number, post_words, topic_address
from neighbour.notifications import seen
from neighbour.outbox import operation_id
from neighbour.uploads import attach, received, receiving
from neighbour.web.fragments import fragment_or_redirect, page, page_or_fragment, wants_fragment
from neighbour.web.transaction import preparing, remember


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/topics/new", "new_topic", new_topic, methods=["GET"])
    bp.add_url_rule("/topics", "topics", topics, methods=["GET"])
    bp.add_url_rule("/topics", "create_topic", create_topic, methods=["POST"])
    bp.add_url_rule("/topics/<uuid:topic_id>", "topic", topic, methods=["GET"])
    bp.add_url_rule("/topics/<uuid:topic_id>/watch", "create_watch", create_watch, methods=["POST"])
    bp.add_url_rule("/topics/<uuid:topic_id>/unwatch", "create_unwatch", create_unwatch, methods=["POST"])


def topics():
    before = request.args.get("before")
    found = topics_page(Topic.visible_to(current_user), current_user, before=before)
    words = {"topics": found, "address": request.path, "shows_room": True}
    return (
        page_or_fragment("forum/topics.html", "forum/_topics.html", **words)
        if before
        else page("forum/topics.html", **words)
    )


def topic(topic_id: UUID):
    found = topic_with_reading(topic_id, current_user)
    if found is None:
        return db.first_or_404(Topic.visible_to(current_user).where(Topic.id == topic_id))
    topic, mark, watch_id, is_reported = found
    posts = stretch(topic, mark)
    keep_mark(topic, mark, posts)
    seen("topic", topic.id)
    seen("post", *(post.id for post in posts.rows))
    shown = post_words(topic, posts.rows, reported=is_reported)
    words = {"posts": posts, "read_up_to": mark.number if mark else None, "led_to": led_to(posts), **shown}
    if wants_fragment() and {"before", "after"} & request.args.keys():
        return page("forum/_posts.html", **words)
    words |= coming_words(current_user._get_current_object())
    return page("forum/topic.html", form=PostForm(), is_watching=watch_id is not None, **words)


def stretch(topic: Topic, mark: ReadMark | None):
    before, after = number("before"), number("after")
    if before is not None:
        return posts_page(topic, before=before)
    return posts_page(topic, after=after if after is not None else first_shown(topic, mark, number("at")))


def led_to(posts) -> int | None:
    """The number of the post that the address names, if it is on this page."""
    wanted = number("at")
    return wanted if wanted in [post.number for post in posts.rows] else None


def keep_mark(topic: Topic, mark: ReadMark | None, posts) -> None:
    """Reading is remembered after the page: the page itself writes nothing."""
    last = posts.rows[-1].number if posts.rows else 0
    if topic.read_by(current_user, last, mark):
        user_id, topic_id = current_user.id, topic.id
        remember(lambda: ReadMark.advance(user_id, topic_id, last))


def rooms() -> list[Room]:
    return list(db.session.scalars(Room.visible_to(current_user).order_by(Room.position, Room.name)))


def new_topic():
    """A link may bring a room and a title with it: what a page did not know is asked with one touch."""
    form = TopicForm(rooms=rooms(), room=request.args.get("room", ""), title=request.args.get("title", ""))
    return new_topic_page(form)


def new_topic_page(form: TopicForm) -> str:
    words = coming_words(current_user._get_current_object())
    return page("forum/new_topic.html", form=form, reply=PostForm(), **words)


@preparing(receiving())
def create_topic():
    offered = rooms()
    form = TopicForm(request.form, rooms=offered)
    if not (form.validate() and received().fits(form)):
        return new_topic_page(form), 422
    room = next(room for room in offered if room.slug == form.room.data)
    words = {"title": form.title.data, "body": form.body.data, "is_question": form.is_question}
    opened = Topic.open_in(room, by=current_user, id=operation_id(), **words)
    telling.post_mentions(opened.posts[0], keep_mentions(opened.posts[0]))
    attach(received(), "post", opened.id, by=current_user, alt=form.alt.data)
    return redirect(topic_address(opened), code=303)


def create_watch(topic_id: UUID):
    found = find_topic(topic_id)
    found.watch(current_user)
    return fragment_or_redirect("forum/_watch.html", to=topic_address(found), topic=found, is_watching=True)


def create_unwatch(topic_id: UUID):
    found = find_topic(topic_id)
    found.unwatch(current_user)
    return fragment_or_redirect("forum/_watch.html", to=topic_address(found), topic=found, is_watching=False)
