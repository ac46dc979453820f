"""What was read goes after ninety days, everything after 400."""

from datetime import timedelta

import pytest

from neighbour.db import db, now
from neighbour.notifications import Notification
from neighbour.worker import run_due


@pytest.mark.parametrize(
    "told, read, stays", [(89, 89, True), (300, 89, True), (92, 91, False), (399, None, True), (401, None, False)]
)
def test_it_goes_when_its_time_has_come(app, tell, stage, told, read, stays):
    tell("ada")
    with stage():
        row = db.session.query(Notification).one()
        row.at = now() - timedelta(days=told)
        row.read_at = now() - timedelta(days=read) if read else None

    for job in app.extensions["jobs"]:
        job.next_at = 0 if job.name == "notifications" else float("inf")
    run_due(app)

    with stage():
        assert db.session.query(Notification).count() == stays
