"""The twelve needs of the programme, with their way, their letters, and who says „bei uns auch“."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from neighbour.accounts import User
from neighbour.db import db
from neighbour.demo.loading import inbox
from neighbour.demo.loading.clock import Clock, id_of
from neighbour.demo.loading.people import by_handle
from neighbour.demo.texts import read_all
from neighbour.initiatives import Initiative
from neighbour.needs.models import Need, SameHere, State, Step

TEXTS = ("analogue_process", "difficulty", "body")
LINES = ("title", "who", "place", "paper", "how_often", "annoys", "must_stay", "devices")
CHOICES = ("urgency", "network", "hours", "unknown")
SHARED_AFTER = timedelta(hours=2)


def load(clock: Clock) -> None:
    people = by_handle()
    homes = {initiative.slug: initiative for initiative in db.session.scalars(select(Initiative))}
    there = set(db.session.scalars(select(Need.id)))
    for words in read_all("needs"):
        if need_id(words, clock) not in there:
            load_need(words, clock, people, homes)


def named_at(words: dict, clock: Clock) -> datetime:
    return clock.moment(words["days_ago"], words["time"])


def need_id(words: dict, clock: Clock) -> UUID:
    return id_of(f"needs/{words['number']}", named_at(words, clock))


def load_need(words: dict, clock: Clock, people: dict[str, User], homes: dict[str, Initiative]) -> Need:
    at, told_by = named_at(words, clock), people.get(words.get("recorded_for", ""))
    by = people[words["author"]]
    told = {name: words.get(name, "").strip() for name in (*TEXTS, *LINES)}
    chosen = {name: words[name] for name in CHOICES if name in words}
    chosen["hands"] = words.get("helpers")
    need = Need.name(
        homes[words["initiative"]], by=by, id=need_id(words, clock), author=told_by, at=at, **told, **chosen
    )
    if words["shared"] and need.is_confirmed:  # what nobody has confirmed is not shared, whatever the text says
        need.shared_at = at + SHARED_AFTER
    db.session.flush()
    add_steps(need, words, clock, people)
    add_answers(need, words, clock, people)
    if need.is_shared:
        add_voices(need, words, clock, people, homes)
    if not need.is_confirmed and need.author_id:
        inbox.ask_to_confirm(need)
    return need


def add_steps(need: Need, words: dict, clock: Clock, people: dict[str, User]) -> None:
    """The first one came with the need."""
    for number, step in enumerate(words["states"][1:], start=1):
        at = clock.moment(step["days_ago"], step.get("time", "11:30"))
        row = Step(id=id_of(f"{need.id}/step/{number}", at), state=step["name"], at=at, words=step["words"].strip())
        row.by_id = people[step["by"]].id
        need.steps.append(row)
        need.state = step["name"]
        need.outcome = step.get("outcome", "") if step["name"] == State.SETTLED else ""
        need.answered_at = need.answered_at or at


def add_answers(need: Need, words: dict, clock: Clock, people: dict[str, User]) -> None:
    for number, letter in enumerate(words.get("answers", [])):
        author, at = people[letter["author"]], clock.moment(letter["days_ago"], letter["time"])
        answer = need.answer(author, letter["body"].strip(), id=id_of(f"{need.id}/answer/{number}", at))
        answer.at = at
        if answer.by_team:
            need.answered_at = min(need.answered_at or at, at)


def add_voices(need: Need, words: dict, clock: Clock, people: dict, homes: dict[str, Initiative]) -> None:
    for number, voice in enumerate(words.get("same_here", [])):
        at = clock.moment(voice["days_ago"], voice.get("time", "18:00"))
        row = SameHere(id=id_of(f"{need.id}/same-here/{number}", at), need_id=need.id, at=at)
        row.words = f"{voice['words']} ({voice['name']})" if "name" in voice else voice["words"]
        row.person, row.initiative = people.get(voice.get("person", "")), homes[voice["initiative"]]
        db.session.add(row)
