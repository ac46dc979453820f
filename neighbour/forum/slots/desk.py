"""What the forum lays on the desk: questions whose promise runs, reports, hidden posts that were written anew."""

from flask import url_for
from flask_babel import gettext
from sqlalchemy.orm import joinedload

from neighbour.db import db
from neighbour.forum.lists import home_of, name_of, unanswered, with_people
from neighbour.forum.models import Post, Report, Topic
from neighbour.forum.texts import name
from neighbour.web import promise
from neighbour.web.filters import plain

MOST = 50


def open_questions(viewer) -> list[dict]:
    """Questions that nobody has answered, the oldest promise first."""
    if not viewer.is_team:
        return []
    rows = unanswered(viewer).add_columns(Post).join(Post, Post.id == Topic.id)
    oldest = rows.options(home_of(Post.initiative), name_of(Topic.author)).order_by(Topic.opened_at).limit(MOST)
    return [question(topic, post, viewer) for topic, post in db.session.execute(oldest)]


def question(topic: Topic, post: Post, viewer) -> dict:
    due, home = promise.due(topic.opened_at), post.initiative
    return {
        "title": topic.title,
        "href": url_for("forum.topic", topic_id=topic.id),
        "lines": [gettext("%(name)s fragt in %(room)s", name=name(topic.author), room=topic.room.name)],
        "since": topic.opened_at,
        "due": due,
        "state": promise.state(due),
        "label": gettext("Antworten"),
        "mark": home.mark if home else "",
        "region": home.region if home else "",
        "mine": home is not None and home.companion_id == viewer.id,
    }


def reported_posts(viewer) -> list[dict]:
    people = joinedload(Report.post).options(home_of(Post.initiative), joinedload(Post.topic).lazyload("*"))
    waiting = Report.visible_to(viewer).where(Report.settled_at.is_(None)).options(people, name_of(Report.by))
    return [
        {
            **waiting_post(report.post, viewer, label=gettext("Ansehen")),
            "lines": [gettext("%(name)s meldet: %(reason)s", name=name(report.by), reason=plain(report.reason, 120))],
            "since": report.reported_at,
            "state": ("needs", gettext("gemeldet")),
        }
        for report in db.session.scalars(waiting.order_by(Report.reported_at).limit(MOST))
    ]


def rewritten_posts(viewer) -> list[dict]:
    """Hidden posts whose authors have written them anew and wait to be shown again."""
    if not viewer.is_team:
        return []
    anew = with_people(Post.visible_to(viewer)).where(Post.hidden_reason != "", Post.edited_at > Post.hidden_at)
    return [
        {
            **waiting_post(post, viewer, label=gettext("Ansehen")),
            "lines": [gettext("%(name)s hat den verborgenen Beitrag neu geschrieben", name=name(post.author))],
            "since": post.edited_at,
            "state": ("sending", gettext("neu geschrieben")),
        }
        for post in db.session.scalars(anew.order_by(Post.edited_at).limit(MOST))
    ]


def waiting_post(post: Post, viewer, *, label: str) -> dict:
    home = post.initiative
    return {
        "title": post.topic.title,
        "href": url_for("forum.topic", topic_id=post.topic_id, at=post.number, _anchor=f"post-{post.id}"),
        "due": None,
        "label": label,
        "mark": home.mark if home else "",
        "region": home.region if home else "",
        "mine": home is not None and home.companion_id == viewer.id,
    }
