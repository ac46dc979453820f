"""A week after it was written nobody needs a mail any more, sent or given up."""

from datetime import datetime, timedelta
from pathlib import Path

from flask import Flask, current_app
from sqlalchemy import delete

from neighbour.db import db, now
from neighbour.mail.models import Mail
from neighbour.worker import add_job

AN_HOUR = 3600
KEPT = timedelta(days=7)


def init_app(app: Flask) -> None:
    add_job(app, "mails", tidy, every=AN_HOUR)


def tidy() -> None:
    over = now() - KEPT
    db.session.execute(delete(Mail).where(Mail.due_at.is_(None), Mail.written_at < over))
    db.session.commit()
    tidy_files(Path(current_app.config["HOME"]) / "mail", over)


def tidy_files(folder: Path, over: datetime) -> None:
    """Also what a broken delivery has left half written."""
    for letter in folder.glob("*"):
        if letter.is_file() and letter.stat().st_mtime < over.timestamp():
            letter.unlink(missing_ok=True)
