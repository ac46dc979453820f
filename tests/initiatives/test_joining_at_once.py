"""Two people hold the same slip: one gets in, the other is told."""

import threading

from sqlalchemy import select

from neighbour.accounts import User
from neighbour.db import db
from neighbour.initiatives import Invitation
from tests.initiatives.doors import accounts, invitation, invite, together, typed


def test_one_slip_lets_one_person_in(app, stage):
    with stage():
        code = invite()
        before = accounts()
    names = ["Heinz Berg", "Willi Tal", "Anni Feld", "Gerda See"]

    def join(name):
        return lambda: app.test_client().post(f"/join/{code}", data=typed(name=name))

    answers = together(*[join(name) for name in names])

    statuses = sorted(answer.status_code for answer in answers)
    assert statuses.count(303) == 1
    assert set(statuses[1:]) <= {404, 409}
    with stage():
        assert accounts() == before + 1
        winner = db.session.get(User, invitation(code).redeemed_by_id)
        assert winner.name in names
        assert len(winner.memberships) == 1


def test_the_database_decides_between_two_processes(app, stage):
    """Both have read the invitation as open before either writes, as two server processes may."""
    with stage():
        code = invite()
        before = accounts()
    read, refused = threading.Barrier(2), []

    def redeem(name):
        with app.app_context():
            found = db.session.scalars(select(Invitation).where(Invitation.code == code)).unique().one()
            held = found.id
            if db.engine.dialect.name == "sqlite":
                db.session.rollback()  # one writer at a time: the second begins when the first has ended
            read.wait()
            try:
                db.session.get(Invitation, held).redeem(User(name=name, handle=name.lower(), password_hash="x"))
                db.session.commit()
            except Exception as error:
                refused.append(error)
                db.session.rollback()

    together(lambda: redeem("Heinz"), lambda: redeem("Willi"))

    assert [getattr(error, "status", error) for error in refused] == [409]
    with stage():
        assert accounts() == before + 1
