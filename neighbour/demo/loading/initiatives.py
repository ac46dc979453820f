"""The fourteen initiatives with their members, and the thirty-two network friends."""

from sqlalchemy import select

from neighbour.accounts import User
from neighbour.db import db
from neighbour.demo.loading.clock import Clock, id_of
from neighbour.demo.loading.people import by_handle
from neighbour.demo.texts import read
from neighbour.initiatives import Initiative, Membership

WORDS = ("slug", "name", "place", "about", "map_x", "map_y", "status")
MORE = ("quarter", "municipality", "mark", "portrait", "active", "light", "light_note")


def region_of(name: str) -> str:
    """„Brammer Land“ → `brammer-land`."""
    return name.lower().replace(" ", "-")


def load(clock: Clock) -> None:
    texts, people = read("initiatives.toml"), by_handle()
    there = set(db.session.scalars(select(Initiative.slug)))
    for words in texts["initiatives"] + texts["friends"]:
        if words["slug"] not in there:
            db.session.add(made_from(words, clock, people))
    db.session.flush()


def made_from(words: dict, clock: Clock, people: dict[str, User]) -> Initiative:
    joined = clock.moment(words.get("days_ago", 420), "11:00")
    initiative = Initiative(
        id=id_of(f"initiatives/{words['slug']}", joined), joined_at=joined, region=region_of(words["region"])
    )
    for name in (*WORDS, *(name for name in MORE if name in words)):
        setattr(initiative, name, words[name])
    initiative.companion = people.get(words.get("companion", ""))
    contact = [{"handle": words["contact"], "role": "coordinator"}] if words.get("contact") else []
    for number, member in enumerate(words.get("members", contact)):
        at = clock.moment(words.get("days_ago", 420), f"12:{number:02}")
        db.session.add(
            Membership(user=people[member["handle"]], initiative=initiative, role=member["role"], joined_at=at)
        )
    return initiative
