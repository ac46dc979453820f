"""Letters to the team: rows on the desk while they wait, and word to who wrote them when they are settled."""

from uuid import UUID

from flask import Flask, url_for
from flask_babel import gettext
from sqlalchemy import select
from sqlalchemy.orm import joinedload, lazyload

from neighbour.accounts import User
from neighbour.db import db
from neighbour.initiatives import Membership
from neighbour.notifications import kind, notify, seen, subject
from neighbour.outbox import Letter
from neighbour.outbox.words import spoken
from neighbour.web import promise
from neighbour.web.filters import plain
from neighbour.web.slots import fill

MOST = 50


def init_app(app: Flask) -> None:
    fill(app, "desk.waiting", waiting_letters, order=15)
    fill(app, "desk.words", letters_with)
    fill(app, "outbox.letter", lambda letter: seen("letter", letter.id))
    subject(app, "letter", own_letters)
    kind(app, "letter_settled", settled_words, icon="check")


def waiting_letters(viewer) -> list[dict]:
    home = joinedload(User.memberships).joinedload(Membership.initiative)
    writer = joinedload(Letter.by).options(lazyload(User.roles), home)
    waiting = Letter.visible_to(viewer).where(Letter.settled_at.is_(None)).options(writer)
    return [row(letter, viewer) for letter in db.session.scalars(waiting.order_by(Letter.sent_at).limit(MOST)).unique()]


def row(letter: Letter, viewer) -> dict:
    due, home = promise.due(letter.sent_at), home_of(letter.by)
    return {
        "title": gettext("%(name)s: Brief an das Projektteam", name=name_of(letter.by)),
        "href": url_for("desk.letter", letter_id=letter.id),
        "lines": [plain(words, 120) for words in (letter.reason, letter.text) if words],
        "since": letter.sent_at,
        "due": due,
        "state": promise.state(due),
        "label": gettext("Lesen"),
        "mark": home.mark if home else "",
        "region": home.region if home else "",
        "mine": home is not None and home.companion_id == viewer.id,
    }


def letters_with(viewer, code: str) -> list[dict]:
    """For who asks by the word: the page of a letter is its writer's, the team has one of its own."""
    if not viewer.is_team:
        return []
    wanted = [id for id in db.session.scalars(select(Letter.id)) if spoken(id) == code]
    rows = Letter.visible_to(viewer).where(Letter.id.in_(wanted))
    return [found(letter) for letter in db.session.scalars(rows).unique()]


def found(letter: Letter) -> dict:
    return {
        "id": letter.id,
        "who": name_of(letter.by),
        "at": letter.sent_at,
        "what": gettext("Brief an das Projektteam"),
        "href": url_for("desk.letter", letter_id=letter.id),
        "lines": [plain(letter.text, 120)],
        "state": state_of(letter),
    }


def state_of(letter: Letter) -> tuple[str, str]:
    if letter.settled_at is None:
        return "needs", gettext("liegt beim Projektteam")
    by = letter.settled_by
    return "arrived", gettext("erledigt von %(name)s", name=by.name) if by else gettext("erledigt")


def name_of(person: User | None) -> str:
    return person.name if person else gettext("Früheres Mitglied")


def home_of(person: User | None):
    memberships = person.memberships if person else ()
    return memberships[0].initiative if memberships else None


def own_letters(viewer, ids: set[UUID]) -> set[UUID]:
    return set(db.session.scalars(select(Letter.id).where(Letter.by_id == viewer.id, Letter.id.in_(ids))))


def settled_words(_words: dict, _count: int) -> str:
    return gettext("Das Projektteam hat sich um Ihren Brief gekümmert.")


def tell_settled(letter: Letter) -> None:
    if letter.by_id:
        about = {"subject": ("letter", letter.id), "by": letter.settled_by}
        notify("letter_settled", [letter.by_id], href=f"/outbox/letters/{letter.id}", words={}, **about)
