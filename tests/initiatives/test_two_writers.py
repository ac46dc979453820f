"""Two people change the same initiative at the same moment: one wins, the other gets both texts."""

import threading

from neighbour.db import db
from neighbour.errors import Conflict
from tests import cast


def test_of_two_writers_at_once_exactly_one_wins(app, stage):
    """Without the lock on the row, both compare with the same old version on PostgreSQL, and one text is lost."""
    with stage():
        version = cast.initiative("mill").version
    ready, outcomes = threading.Barrier(2), []

    def write(text: str) -> None:
        with app.app_context():
            mill, eva = cast.initiative("mill"), cast.person("eva")
            ready.wait(5)
            try:
                mill.edit(by=eva, version=version, about=text)
                db.session.commit()
                outcomes.append("won")
            except Conflict as conflict:
                outcomes.append(conflict.mine)
                db.session.rollback()

    if db_is_sqlite(app):  # one writer at a time: the second would wait for the lock inside its first statement
        ready = threading.Barrier(1)
        for text in ("first", "second"):
            write(text)
    else:
        writers = [threading.Thread(target=write, args=(text,)) for text in ("first", "second")]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()

    assert outcomes.count("won") == 1 and {"first", "second"} & set(outcomes)


def db_is_sqlite(app) -> bool:
    with app.app_context():
        return db.engine.dialect.name == "sqlite"
