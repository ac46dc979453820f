"""What everybody was told: of the year of forum, and of a need that the team took down for them."""

from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import select

from neighbour.accounts import User
from neighbour.db import db
from neighbour.demo.loading.clock import id_of
from neighbour.forum.models import Mention, Post, ReadMark, Topic
from neighbour.forum.telling import address
from neighbour.needs.models import Need
from neighbour.notifications import Notification

Named = dict[UUID, set[User]]


def tell(topics: list[Topic], people: list[User]) -> None:
    """Rows as the forum would have written them; whoever was named in a reply is not told of it a second time."""
    read = {(mark.user_id, mark.topic_id) for mark in db.session.scalars(select(ReadMark))}
    named = named_by_post({person.id: person for person in people})
    for topic in topics:
        for row in (*mentions(topic, named), *replies(topic, named)):
            row.read_at = row.at if (row.recipient_id, topic.id) in read else None
            db.session.add(row)


def ask_to_confirm(need: Need) -> None:
    """Whoever told it on the telephone, in the words that the team's note of it has."""
    id = id_of(f"notifications/need_to_confirm/{need.id}", need.named_at)
    words = {"name": need.recorded_by.name, "title": need.title}
    row = Notification(id=id, recipient_id=need.author_id, kind="need_to_confirm", by_id=need.recorded_by_id)
    row.words, row.count, row.at, row.href = words, 1, need.named_at, f"/needs/{need.id}"
    row.subject_kind, row.subject_id = "need", need.id
    db.session.add(row)


def named_by_post(people: dict[UUID, User]) -> Named:
    named: Named = defaultdict(set)
    for mention in db.session.scalars(select(Mention)):
        if mention.user_id in people:
            named[mention.post_id].add(people[mention.user_id])
    return named


def mentions(topic: Topic, named: Named) -> Iterator[Notification]:
    for post in topic.posts:
        for person in named.get(post.id, ()):
            if post.number > last_word(topic, person):
                row = told("mention", person, post, count=1)
                row.subject_kind, row.subject_id, row.href = "post", post.id, address(post)
                yield row


def replies(topic: Topic, named: Named) -> Iterator[Notification]:
    for person in {post.author for post in topic.posts}:
        later = [post for post in topic.posts if post.number > last_word(topic, person)]
        if news := [post for post in later if person not in named.get(post.id, ())]:
            row = told("reply", person, news[-1], count=len(news))
            row.subject_kind, row.subject_id, row.href = "topic", topic.id, f"/forum/topics/{topic.id}"
            yield row


def last_word(topic: Topic, person: User) -> int:
    return max((post.number for post in topic.posts if post.author is person), default=0)


def told(kind: str, person: User, post: Post, *, count: int) -> Notification:
    words = {"name": post.author.name, "title": post.topic.title}
    id = id_of(f"notifications/{kind}/{post.id}/{person.id}", post.arrived_at)
    row = Notification(id=id, recipient_id=person.id, kind=kind, by_id=post.author.id, words=words, count=count)
    row.at = post.arrived_at
    return row
