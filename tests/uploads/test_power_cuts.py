"""A row without its bytes must never be; bytes without a row are removed after a day."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from sqlalchemy import event, func, select

from neighbour import uploads
from neighbour.db import db, now, uuid7
from neighbour.uploads import Upload
from neighbour.uploads.storage import Folder
from neighbour.uploads.sweeping import sweep
from tests.uploads import pictures

TOMORROW = timedelta(days=1, minutes=5)


@pytest.fixture
def folder(app):
    """The folder of the uploads, empty."""
    path = Path(app.config["HOME"]) / "uploads"
    path.mkdir(exist_ok=True)
    for file in path.iterdir():
        file.unlink()
    return path


def choose(browser):
    return browser.post("/me/photo", data={"photo": pictures.sent("ada.jpg", pictures.jpeg())})


def test_a_crash_between_the_bytes_and_the_row_leaves_no_row(folder, sign_in, stage):
    ada = sign_in("ada")

    def power_cut(_session):
        raise OSError("the power is gone")

    event.listen(db.session, "before_commit", power_cut)
    try:
        answer = choose(ada)
    finally:
        event.remove(db.session, "before_commit", power_cut)

    assert answer.status_code == 500
    assert len(list(folder.iterdir())) == 2
    with stage() as people:
        assert db.session.scalar(select(func.count()).select_from(Upload)) == 0
        assert people.ada.photo_id is None


def test_bytes_that_cannot_be_stored_leave_no_row(folder, sign_in, stage):
    ada = sign_in("ada")
    folder.rmdir()
    folder.write_bytes(b"in the way")
    try:
        answer = choose(ada)
    finally:
        folder.unlink()

    assert answer.status_code == 500
    with stage() as people:
        assert people.ada.photo_id is None


def test_bytes_without_a_row_go_after_a_day_and_not_before(app, folder, stage):
    with stage() as people:
        kept = uploads.prepare("a.jpg", pictures.jpeg())
        uploads.attach([kept], "person", people.ada.id, by=people.ada)
        uploads.prepare("b.jpg", pictures.jpeg())
        (folder / "somebody-elses.txt").write_text("not ours")
    with app.app_context():
        sweep()
    assert len(list(folder.iterdir())) == 5

    with time_machine.travel(now() + TOMORROW), app.app_context():
        sweep()

    assert {file.name for file in folder.iterdir()} == {str(kept.id), f"{kept.id}-small", "somebody-elses.txt"}


def test_what_was_never_attached_goes_after_a_day(app, folder, stage):
    with stage() as people:
        uploads.attach([uploads.prepare("a.jpg", pictures.jpeg())], "", None, by=people.ada)

    with time_machine.travel(now() + TOMORROW), app.app_context():
        sweep()

    assert list(folder.iterdir()) == []


def test_bytes_of_what_is_gone_go_with_the_next_sweep(app, folder, stage):
    with stage() as people:
        photo = uploads.prepare("a.jpg", pictures.jpeg())
        uploads.attach([photo], "person", people.ada.id, by=people.ada)
        uploads.let_go("person", people.ada.id)

    with time_machine.travel(now() + TOMORROW), app.app_context():
        sweep()

    assert list(folder.iterdir()) == []


def test_half_written_files_are_never_seen_and_go_after_a_day(folder):
    (folder / f".{uuid7()}.partial").write_bytes(b"half")

    assert list(Folder(folder).keys()) == []
    assert len(list(folder.iterdir())) == 1
    with time_machine.travel(now() + TOMORROW):
        assert list(Folder(folder).keys()) == []
    assert list(folder.iterdir()) == []
