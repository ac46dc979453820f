"""The second process: sends and tidies what rows say is due. There is no queue beside the rows."""

import logging
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from flask import Flask

from neighbour.db import db

log = logging.getLogger("neighbour.worker")
PAUSE_SECONDS = 1.0


@dataclass
class Job:
    """Something done again and again; `every` is in seconds."""

    name: str
    work: Callable[[], object]
    every: float
    next_at: float = 0.0


def add_job(app: Flask, name: str, work: Callable[[], object], *, every: float) -> None:
    app.extensions.setdefault("jobs", []).append(Job(name, work, every))


def work_forever(app: Flask) -> None:
    """Runs until SIGTERM or Ctrl-C; a job that fails is logged and tried again at its next time."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    while not stop.wait(PAUSE_SECONDS):
        run_due(app)


def run_due(app: Flask) -> None:
    for job in app.extensions.get("jobs", []):
        if job.next_at <= monotonic():
            job.next_at = monotonic() + job.every
            run(app, job)


def run(app: Flask, job: Job) -> None:
    with app.app_context():
        try:
            job.work()
            db.session.commit()
        except Exception:
            log.exception("job %s failed", job.name)
            db.session.rollback()
