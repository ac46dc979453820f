"""One transaction around the view of a write: kept when the answer is a success, else as if nothing had happened.

Reading, checking and what is slow come before it, so that nobody waits for the lock behind a password or a photo.
"""

import logging
import threading
from collections.abc import Callable

from flask import Flask, Response, current_app, g, request

from neighbour.db import db
from neighbour.web.bodies import READING

# SQLite lets one writer in at a time; queueing here is fair and cheap, polling inside SQLite is neither.
LOCK = threading.Lock()

log = logging.getLogger("neighbour")


class Application(Flask):
    """Flask with the transaction around the view and nowhere else."""

    def dispatch_request(self):
        if request.method in READING:
            return super().dispatch_request()
        view = self.view_functions.get(request.endpoint)
        if slow := getattr(view, "prepare", None):
            slow()
        return self.write(super().dispatch_request)

    def write(self, view: Callable) -> Response:
        db.session.rollback()  # ends the reading transaction: rights are read anew under the lock
        with LOCK:
            g.writing = True
            try:
                answer = self.make_response(run(view))
                if answer.status_code < 400:
                    db.session.commit()
                return answer
            finally:
                db.session.rollback()
                g.writing = False


def run(view: Callable):
    """The view, wrapped in whatever parts have put around every write (receipts do)."""
    for wrap in current_app.extensions["around_writes"]:
        view = wrap(view)
    return view()


def init_app(app: Flask) -> None:
    app.extensions["around_writes"] = []
    app.teardown_request(keep_remembered)


def preparing(slow: Callable[[], None]) -> Callable[[Callable], Callable]:
    """Names what a view has done before its transaction begins: password hashing, pictures, storage."""

    def mark(view: Callable) -> Callable:
        view.prepare = slow
        return view

    return mark


def remember(write: Callable[[], None]) -> None:
    """Keeps `write` in a short transaction of its own after the answer, also when the answer is a refusal or a page."""
    g.setdefault("remembered", []).append(write)


def keep_remembered(_error: BaseException | None = None) -> None:
    for write in g.pop("remembered", ()):
        try:
            at_once(write)
        except Exception:
            log.exception("could not be remembered")


def start_over() -> None:
    """After a page within this request broke: what follows reads as if it had not been asked for."""
    db.session.rollback()


def at_once(write: Callable[[], None]) -> None:
    """A short transaction of its own within a request that only reads, for what its answer must name."""
    db.session.rollback()
    with LOCK:
        g.writing = True
        try:
            write()
            db.session.commit()
        finally:
            db.session.rollback()
            g.writing = False
