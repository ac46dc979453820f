"""What the tests of invitations share: an open invitation, and what somebody types at the door."""

import threading

from sqlalchemy import func, select

from neighbour.accounts import User
from neighbour.db import db
from neighbour.initiatives import Invitation
from tests import cast

LONG = "a good long password"


def invite(by: str = "ada", to: str | None = "mill", name: str = "Heinz Berg", **words) -> str:
    """The code of a new open invitation; needs an open stage."""
    initiative = cast.initiative(to) if to else None
    invitation = Invitation.issue(by=cast.person(by), initiative=initiative, name=name, **words)
    db.session.flush()
    return invitation.code


def typed(**words) -> dict:
    return {"name": "Heinz Berg", "email": "", "password": LONG, "device": "mine", **words}


def invitation(code: str) -> Invitation:
    return db.session.scalars(select(Invitation).where(Invitation.code == code)).unique().one()


def accounts() -> int:
    return db.session.scalar(select(func.count()).select_from(User))


def together(*acts) -> list:
    """Runs the acts at the same moment and returns what each of them returned, in their order."""
    start, answers = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place, act):
        start.wait()
        answers[place] = act()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
