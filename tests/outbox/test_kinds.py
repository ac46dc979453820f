"""Every form that may wait on a device: sent three times it counts once, and the page gets the part that changed."""

import re
from pathlib import Path

import pytest
from sqlalchemy import func, select

from neighbour.db import Model, db, uuid7
from tests.events.registration.lists import guest_link
from tests.outbox.device import account_of, send

TEMPLATES = Path(__file__).parents[2] / "templates"
KIND = re.compile(r'<form[^>]*? data-outbox="([a-z-]+)"', re.DOTALL)


def written_in_templates() -> set[str]:
    return {kind for file in TEMPLATES.rglob("*.html") for kind in KIND.findall(file.read_text())}


class Worlds:
    """For each kind: whose browser, the address, what is typed, and the id of the part that the answer brings."""

    def __init__(self, sign_in, stage, visitor, open_topic, name_need, announce):
        self.sign_in, self.stage, self.visitor = sign_in, stage, visitor
        self.open_topic, self.name_need, self.announce = open_topic, name_need, announce

    def topic(self):
        words = {"room": "hall", "title": "Keys", "body": "Who has them?", "kind": "question"}
        self.open_topic("ada")
        return self.sign_in("ben"), "/forum/topics", words, "topic-{id}"

    def post(self):
        return self.sign_in("ben"), f"{self.open_topic('ada')}/posts", {"body": "Here"}, "post-{id}"

    def edit(self):
        post = self.open_topic("ada").rpartition("/")[2]
        return self.sign_in("ada"), f"/forum/posts/{post}", {"body": "Changed", "version": post}, f"post-{post}"

    def need(self):
        words = {"title": "Sheets", "analogue_process": "By hand", "difficulty": "Too slow"}
        return self.sign_in("ada"), "/needs", words, "need-{id}"

    def same_here(self):
        return self.sign_in("cem"), f"{self.name_need(shared=True)}/same-here", {"words": "Us too"}, "same-here"

    def answer(self):
        return self.sign_in("ada"), f"{self.name_need(shared=True)}/answers", {"body": "We know"}, "answer-{id}"

    def registration(self):
        return self.sign_in("ben"), f"{self.announce()}/registrations", {"for": "me"}, "registration"

    def cancellation(self):
        ben, event = self.sign_in("ben"), self.announce()
        ben.post(f"{event}/registrations", data={"for": "me"})
        return ben, f"{event}/cancellations", {}, "registration"

    def guest(self):
        event = self.announce()
        with self.stage():
            link = guest_link(event)
        self.visitor.get(link)
        return self.visitor, f"{link}/registrations", {"name": "Heinz B."}, "registration-{id}"

    def letter(self):
        words = {"text": "My words", "about": "/forum", "reason": "Zu lang.", "kind": "post"}
        return self.sign_in("ben"), "/outbox/letters", words, "letter-{id}"


WORLDS = [name for name in vars(Worlds) if not name.startswith("_")]


@pytest.fixture
def worlds(sign_in, stage, visitor, open_topic, name_need, announce):
    return Worlds(sign_in, stage, visitor, open_topic, name_need, announce)


@pytest.fixture
def counts(stage):
    """How many rows there are, table by table."""

    def counted() -> dict[str, int]:
        with stage():
            tables = Model.metadata.tables
            return {name: db.session.scalar(select(func.count()).select_from(tables[name])) for name in tables}

    return counted


def test_every_kind_is_tried_here():
    assert written_in_templates() <= {name.replace("_", "-") for name in WORLDS}


@pytest.mark.parametrize("kind", WORLDS)
def test_a_kind_counts_once_and_brings_its_part(worlds, counts, kind):
    (browser, address, words, part), operation = getattr(worlds, kind)(), uuid7()
    before = counts()

    first = send(browser, address, operation, **words)
    after = counts()
    again = [send(browser, address, operation, **words) for _ in range(2)]

    assert (first.status_code, "Idempotent-Replayed" in first.headers) == (200, False), first.text
    assert f'id="{part.format(id=operation)}"' in first.json["html"]
    assert first.json["location"].startswith("/") and first.json["receipt_code"]
    assert [(answer.status_code, answer.headers["Idempotent-Replayed"]) for answer in again] == [(200, "true")] * 2
    assert all(f'id="{part.format(id=operation)}"' in answer.json["html"] for answer in again)
    assert counts() == after != before


@pytest.mark.parametrize("kind", WORLDS)
def test_no_kind_is_sent_by_somebody_else(worlds, counts, sign_in, kind):
    browser, address, words, _part = getattr(worlds, kind)()
    before = counts()

    answer = send(browser, address, account="somebody-else", **words)

    assert answer.status_code == (401 if kind == "guest" else 409)
    assert answer.headers["X-Account"] != "somebody-else" and answer.json["reason"]
    assert counts() == before


@pytest.mark.parametrize("kind", WORLDS)
def test_without_javascript_it_counts_once_too(worlds, counts, kind):
    browser, address, words, _part = getattr(worlds, kind)()
    tag = browser.get(address.rpartition("/")[0]).headers["X-Account"] if kind == "guest" else account_of(browser)
    form = {**words, "operation_id": str(uuid7()), "account": tag}

    first = browser.post(address, data=form)
    after = counts()
    again = browser.post(address, data=form)

    assert (first.status_code, again.status_code) == (303, 303)
    assert again.headers["Idempotent-Replayed"] == "true" and counts() == after
