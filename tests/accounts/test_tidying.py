"""Old attempts, links and ended sign-ins go; what is in use stays."""

from datetime import timedelta

from neighbour.accounts import Device
from neighbour.accounts.models import Attempts, SignInLink
from neighbour.accounts.tidying import tidy
from neighbour.db import db, now


def test_what_is_over_goes_and_what_is_in_use_stays(sign_in, stage):
    sign_in("ada")
    with stage() as people:
        old = Device.sign_in(people.ada, owner="mine", label="old phone")
        old.ended_at = now() - timedelta(days=91)
        link = SignInLink.make(people.ada)
        link.expires_at = now() - timedelta(days=8)
        kept = SignInLink.make(people.ada)
        db.session.add_all([old, link, kept, Attempts(key="x", last_at=now() - timedelta(days=2)), Attempts(key="y")])
        db.session.commit()

        tidy()

        assert [device.ended_at for device in db.session.query(Device)] == [None]
        assert [each.digest for each in db.session.query(SignInLink)] == [kept.digest]
        assert "x" not in {row.key for row in db.session.query(Attempts)}
