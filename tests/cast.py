"""The people of the tests. Every test knows them; none of them knows the demo.

Ada coordinates the mill, Ben is a member there; Cem coordinates the harbour; Dora is a juror; Eva is on the team and
accompanies the mill; Lea leads it; Otto runs the machine; Gil has an account and belongs nowhere.
"""

from sqlalchemy import select

from neighbour.accounts import Role, User
from neighbour.accounts.passwords import hash_password
from neighbour.db import db
from neighbour.initiatives import Initiative, Membership

PASSWORD = "a good long password"
PEOPLE = {
    "ada": (), "ben": (), "cem": (), "gil": (),
    "dora": ("juror",), "eva": ("team",), "lea": ("team", "lead"), "otto": ("operator",),
}  # fmt: skip
MEMBERS = {"ada": ("mill", "coordinator"), "ben": ("mill", "member"), "cem": ("harbour", "coordinator")}


def move_in() -> None:
    """Writes the cast into an empty database."""
    secret = hash_password(PASSWORD)
    people = {
        handle: User(
            handle=handle,
            name=handle.title(),
            email=f"{handle}@example.org",
            password_hash=secret,
            roles=[Role(name=role) for role in roles],
        )
        for handle, roles in PEOPLE.items()
    }
    initiatives = {
        "mill": Initiative(
            slug="mill", name="The Mill", place="Milltown", region="bergland", mark="wave", status="selected"
        ),
        "harbour": Initiative(
            slug="harbour", name="The Harbour", place="Port", region="revier", mark="disc", status="selected"
        ),
    }
    initiatives["mill"].companion = people["eva"]
    for handle, (slug, role) in MEMBERS.items():
        people[handle].memberships = [Membership(initiative=initiatives[slug], role=role)]
    db.session.add_all([*people.values(), *initiatives.values()])
    db.session.commit()


def person(handle: str) -> User:
    """Somebody of the cast, in the session that is open."""
    return db.session.scalars(select(User).where(User.handle == handle)).unique().one()


def initiative(slug: str) -> Initiative:
    return db.session.scalars(select(Initiative).where(Initiative.slug == slug)).unique().one()


class Cast:
    """`people.ada` is Ada, in the session that is open; only who is asked for is read."""

    def __getattr__(self, handle: str) -> User:
        if handle not in PEOPLE:
            raise AttributeError(handle)
        found = person(handle)
        setattr(self, handle, found)
        return found
