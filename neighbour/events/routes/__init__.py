"""Where events are on the web: for readers, for who invites, for who comes."""

from flask import Blueprint, Flask
from flask_babel import lazy_gettext as _l

from neighbour.events.routes import (
    attendees,
    changing,
    correcting,
    editing,
    forgetting,
    guests,
    inviting,
    reading,
    registering,
    run_sheet,
)
from neighbour.pwa import kept
from neighbour.web import navigation

bp = Blueprint("events", __name__)
kept(
    bp,
    except_=(
        "attendance_sheet",
        "calls",
        "edit_registration",
        "guest",
        "guest_calendar",
        "invitation",
        "needs_sheet",
        "new_guest_cancellation",
        "new_mailing",
        "new_slip_cancellation",
        "registrations",
        "slip",
    ),
)
for part in (reading, editing, changing, run_sheet, inviting, registering, attendees, correcting, guests, forgetting):
    part.add_to(bp)


def init_app(app: Flask) -> None:
    app.register_blueprint(bp)
    navigation.add(
        app, navigation.BAR, _l("Termine"), "events.events", icon="calendar", order=50,
        shown_to=lambda viewer: viewer.reads_content,
    )  # fmt: skip
