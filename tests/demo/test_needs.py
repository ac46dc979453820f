"""The needs of the demo: where the plan says they are."""

from collections import Counter

from sqlalchemy import select

from neighbour.db import db, now
from neighbour.demo.loading import load
from neighbour.demo.texts import read_all
from neighbour.needs.models import Need, SameHere, State


def test_the_twelve_needs_stand_where_the_plan_says(app):
    with app.app_context():
        load()
        needs = {need.title: need for need in db.session.scalars(select(Need))}
        states = Counter(need.state for need in needs.values())
        assert states == {State.SETTLED: 7, State.IN_TRIAL: 2, State.MODELLED: 1, State.DECLINED: 1, State.RECEIVED: 1}
        assert Counter(need.outcome for need in needs.values() if need.outcome) == {
            "keep": 2, "change": 2, "paper": 2, "no_tool": 1,
        }  # fmt: skip
        last = needs["Anrufbeantworter für den Rufbus"]
        assert (last.recorded_by.handle, last.author.handle, last.is_confirmed) == ("jonas", "mechthild", False)
        assert last.waits_for_team and last.due > now()
        assert all(need.answered_at for need in needs.values() if need is not last)


def test_what_only_some_may_read_has_no_voices_of_others(app):
    with app.app_context():
        load()
        private = set(db.session.scalars(select(Need.id).where(Need.shared_at.is_(None))))
        voices = db.session.scalars(select(SameHere)).all()
        assert len(private) == 2
        assert not private & {voice.need_id for voice in voices}
        assert len(voices) > 10


def test_every_text_has_what_the_form_would_ask_for(app):
    for words in read_all("needs"):
        assert words["title"] and len(words["title"]) <= 120
        assert words["analogue_process"].strip() or words["unknown"]
        assert words["difficulty"].strip()
        assert words["states"][0]["name"] == "received"
