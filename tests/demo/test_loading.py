"""The demo is loaded once, whole, and in words of its own."""

from datetime import date, timedelta

import pytest

from neighbour.accounts import User
from neighbour.db import Model, db
from neighbour.demo.loading import load
from neighbour.demo.loading.clock import Clock
from neighbour.demo.loading.forum import opened_at
from neighbour.demo.texts import read_all
from neighbour.initiatives import Initiative, Membership
from neighbour.web.promise import due


def counted() -> dict[str, int]:
    with db.engine.connect() as connection:
        return {
            name: connection.execute(db.select(db.func.count()).select_from(table)).scalar()
            for name, table in Model.metadata.tables.items()
        }


def test_loading_twice_adds_nothing(app):
    with app.app_context():
        load()
        once = counted()
        load()
        assert counted() == once


def test_the_people_and_initiatives_of_the_plan_are_there(app):
    with app.app_context():
        load()
        renate = db.session.scalars(db.select(User).where(User.handle == "renate")).unique().one()
        assert [(m.initiative.slug, m.role) for m in renate.memberships] == [("hollerdorf", "coordinator")]
        assert (
            db.session.query(Initiative)
            .filter(Initiative.status == "selected", Initiative.slug.notin_(["mill", "harbour"]))
            .count()
            == 14
        )
        assert db.session.query(Initiative).filter(Initiative.status.in_(["friend", "withdrawn"])).count() == 32
        assert db.session.query(Membership).count() > 36


@pytest.mark.parametrize("today", [date(2026, 11, 16) + timedelta(days=number) for number in range(7)])
def test_on_every_weekday_one_question_is_about_to_run_out_of_its_promise(today):
    words = next(words for words in read_all("topics") if words["number"] == 11)

    ends = due(opened_at(words, Clock(today))).date()

    following = next(day for number in range(1, 4) if (day := today + timedelta(days=number)).weekday() < 5)
    assert ends == following
