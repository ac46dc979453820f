"""The people, their roles, and one password for all of them."""

from sqlalchemy import select

from neighbour.accounts import Role, User
from neighbour.accounts.passwords import hash_password
from neighbour.db import db
from neighbour.demo.loading import enclosures
from neighbour.demo.loading.clock import Clock, id_of
from neighbour.demo.texts import read
from neighbour.demo.visitors import PASSWORD


def load(clock: Clock) -> None:
    there = set(db.session.scalars(select(User.handle)))
    missing = [person for person in read("people.toml")["people"] if person["handle"] not in there]
    if not missing:
        return
    joined, secret = clock.moment(420, "10:00"), hash_password(PASSWORD)
    for person in missing:
        words = {name: person[name] for name in ("handle", "name", "email", "phone", "about", "text_size")}
        roles = [Role(name=role, given_at=joined) for role in person["roles"]]
        user = User(id=id_of(f"people/{person['handle']}", joined), created_at=joined, roles=roles, **words)
        user.knows = ", ".join(person["knows"])
        user.password_hash = secret
        db.session.add(user)
        db.session.flush()
        enclosures.give_photo(user, joined)
    db.session.flush()


def by_handle() -> dict[str, User]:
    return {user.handle: user for user in db.session.scalars(select(User)).unique()}
