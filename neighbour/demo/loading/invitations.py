"""Invitations that wait: slips in somebody's kitchen drawer."""

from sqlalchemy import select

from neighbour.db import db
from neighbour.demo.loading.clock import Clock, id_of, put
from neighbour.demo.loading.people import by_handle
from neighbour.demo.texts import read
from neighbour.initiatives import Initiative, Invitation
from neighbour.initiatives.models.invitation import VALID_FOR


def load(clock: Clock) -> None:
    people = by_handle()
    homes = {initiative.slug: initiative for initiative in db.session.scalars(select(Initiative))}
    for words in read("invitations.toml")["invitations"]:
        at = clock.moment(words["days_ago"], "18:00")
        put(
            Invitation(
                id=id_of(f"invitations/{words['key']}", at),
                name=words["name"],
                initiative=homes[words["initiative"]],
                invited_by=people[words["by"]],
                invited_at=at,
                expires_at=at + VALID_FOR,
            )
        )
