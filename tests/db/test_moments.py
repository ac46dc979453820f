"""Time has a zone, and ids sort by it."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import StatementError

from neighbour.audit import LogLine
from neighbour.db import db, now, uuid7


def test_a_moment_comes_back_as_it_was_said_in_utc(stage):
    said = datetime(2026, 3, 29, 2, 30, tzinfo=timezone(timedelta(hours=2)))
    with stage():
        db.session.add(LogLine(act="probe", sentence="x", at=said))

    with stage():
        kept = db.session.query(LogLine).filter(LogLine.act == "probe").one().at
        assert (kept, kept.tzinfo) == (said, UTC)


def test_a_moment_without_a_zone_is_refused(stage):
    with stage():
        db.session.add(LogLine(act="probe", sentence="x", at=datetime(2026, 1, 1)))  # noqa: DTZ001
        with pytest.raises(StatementError):
            db.session.flush()
        db.session.rollback()


def test_ids_sort_by_time_and_differ_within_a_millisecond():
    ids = [uuid7() for _ in range(2000)]

    assert len(set(ids)) == 2000
    assert {(each.version, each.variant) for each in ids} == {(7, "specified in RFC 4122")}
    moments = [each.int >> 64 for each in ids]
    assert moments == sorted(moments)
    assert abs((moments[-1] >> 16) / 1000 - now().timestamp()) < 60
