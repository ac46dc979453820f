"""The forum's front page, and a room with its topics."""

from flask import Blueprint, request
from flask_login import current_user

from neighbour.forum.lists import rooms_of, topics_page, unanswered
from neighbour.forum.models import Topic
from neighbour.forum.routes.finding import find_room
from neighbour.web.fragments import page, page_or_fragment

FRONT = 8


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("", "forum", forum, methods=["GET"])
    bp.add_url_rule("/rooms/<slug>", "room", room, methods=["GET"])
    bp.add_url_rule("/unanswered", "unanswered_topics", unanswered_topics, methods=["GET"])


def forum():
    topics = topics_page(Topic.visible_to(current_user), current_user, before=None, size=FRONT)
    waiting = topics_page(unanswered(current_user), current_user, before=None, size=3)
    return page("forum/forum.html", rooms=rooms_of(current_user), topics=topics, waiting=waiting)


def room(slug: str):
    found = find_room(slug)
    before = request.args.get("before")
    topics = topics_page(Topic.visible_to(current_user).where(Topic.room_id == found.id), current_user, before=before)
    words = {"room": found, "topics": topics, "address": request.path, "shows_room": False}
    return (
        page_or_fragment("forum/room.html", "forum/_topics.html", **words)
        if before
        else page("forum/room.html", **words)
    )


def unanswered_topics():
    before = request.args.get("before")
    topics = topics_page(unanswered(current_user), current_user, before=before)
    words = {"topics": topics, "address": request.path, "shows_room": True}
    if before:
        return page_or_fragment("forum/unanswered.html", "forum/_topics.html", **words)
    return page("forum/unanswered.html", **words)
