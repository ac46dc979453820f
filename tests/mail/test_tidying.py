"""Mails go a week after they were written: sent, given up, and those that became files."""

import os
from datetime import timedelta
from pathlib import Path

from neighbour.db import db, now
from neighbour.mail import Mail, tidying, write


def test_what_was_sent_or_given_up_goes_after_a_week(stage):
    with stage():
        for number, (days, waits) in enumerate([(8, False), (8, True), (6, False)]):
            mail = write(f"{number}@example.org", "x", "y")
            db.session.flush()
            mail.written_at = now() - timedelta(days=days)
            mail.due_at = now() if waits else None
    with stage():
        tidying.tidy()
    with stage():
        assert {mail.recipient for mail in db.session.query(Mail)} == {"1@example.org", "2@example.org"}


def test_files_go_too(stage, app):
    folder = Path(app.config["HOME"]) / "mail"
    folder.mkdir(exist_ok=True)
    for name, days in (("old.eml", 8), (".broken", 8), ("new.eml", 6)):
        (folder / name).write_text("x")
        at = (now() - timedelta(days=days)).timestamp()
        os.utime(folder / name, (at, at))
    with stage():
        tidying.tidy()

    assert [path.name for path in folder.iterdir()] == ["new.eml"]


def test_the_worker_does_it(app):
    assert tidying.tidy in [job.work for job in app.extensions["jobs"]]
