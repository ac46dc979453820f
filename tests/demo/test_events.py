"""The demo's events: past ones with what was kept, one with places left, one that is full."""

from neighbour.db import db, now
from neighbour.demo.loading import load
from neighbour.events.models import Event
from neighbour.events.models.registration import Registration
from neighbour.events.registrations import summaries
from neighbour.materials import Material


def test_six_events_are_there_with_their_places_their_run_and_their_materials(app):
    with app.app_context():
        load()
        events = db.session.query(Event).order_by(Event.starts_at).all()
        full = summaries(events)
        counts = Material.count_for("event", [event.id for event in events])

        assert [event.is_over for event in events] == [True] * 4 + [False] * 2
        assert [(full[event.id].confirmed, full[event.id].waiting) for event in events[4:]] == [(27, 0), (60, 6)]
        assert all(len(event.run_sheet) >= 5 and counts[event.id] >= 2 for event in events)
        assert not any(row.has_needs for row in db.session.query(Registration) if row.event.ends_at < now())
        assert db.session.query(Registration).filter_by(event_id=events[4].id, channel="phone").count() == 3
