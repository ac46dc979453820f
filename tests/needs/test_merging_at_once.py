"""Merging at the same moment as something else: on PostgreSQL both run at once, on SQLite the second waits."""

import threading

from neighbour.db import db
from neighbour.needs.models import Need, SameHere
from tests import cast
from tests.needs.conftest import need_id


def test_at_really_the_same_moment_no_voice_is_lost(app, pair, stage):
    """On PostgreSQL both run at once; on SQLite the second waits for the first."""
    first, other = map(need_id, pair)
    ready, failed = threading.Barrier(2), []

    def at_once(act) -> None:
        with app.app_context():
            need = db.session.get(Need, first)
            somebody = cast.person("eva" if act is merging else "cem")
            if db.engine.dialect.name == "sqlite":
                db.session.rollback()
            ready.wait(5)
            try:
                act(need, somebody)
                db.session.commit()
            except Exception as error:
                failed.append(error)
                db.session.rollback()

    def merging(need, eva) -> None:
        need.merge_into(need.locked_with(other), by=eva)

    def saying(need, cem) -> None:
        need.lock()
        need.say_same_here(cem, words="In the same second")

    writers = [threading.Thread(target=at_once, args=(act,)) for act in (merging, saying)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert not failed
    with stage():
        assert db.session.get(Need, first).merged_into_id == other
        voice = db.session.query(SameHere).one()
        assert (voice.need_id, voice.words) == (first, "In the same second")


def test_merged_crosswise_at_the_same_moment_one_of_them_stays(app, pair, stage):
    """Without both locks each goes into the other, and neither is in any list."""
    first, other = map(need_id, pair)
    ready = threading.Barrier(2)

    def merging(one, another) -> None:
        with app.app_context():
            need, eva = db.session.get(Need, one), cast.person("eva")
            if db.engine.dialect.name == "sqlite":
                db.session.rollback()
            ready.wait(5)
            try:
                need.merge_into(need.locked_with(another), by=eva)
                db.session.commit()
            except Exception:
                db.session.rollback()

    writers = [threading.Thread(target=merging, args=ids) for ids in ((first, other), (other, first))]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    with stage():
        merged = [db.session.get(Need, id).merged_into_id for id in (first, other)]
        assert sorted(into is None for into in merged) == [False, True]


def test_two_who_merge_crosswise_on_the_web_both_get_an_answer(many_processes, sign_in, name_need):
    """Were one row locked first and then both, PostgreSQL would end one of them with an error."""
    for number in range(6):
        pair = [name_need(shared=True, title=f"{title} {number}") for title in ("Sheets", "Notices")]
        ready, codes = threading.Barrier(2), []

        def merging(browser, need: str, into: str, ready=ready, codes=codes) -> None:
            ready.wait(5)
            codes.append(browser.post(f"{need}/merger", data={"into": str(need_id(into))}).status_code)

        ways = zip((sign_in("eva"), sign_in("lea")), (pair, reversed(pair)), strict=True)
        writers = [threading.Thread(target=merging, args=(browser, *way)) for browser, way in ways]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()

        assert sorted(codes) in ([303, 403], [303, 422])
