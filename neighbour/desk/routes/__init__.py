"""Where the desk is on the web. For everybody but the team none of these pages exist."""

from flask import Blueprint, Flask, abort
from flask_login import current_user

from neighbour.desk.pages import is_for
from neighbour.desk.routes import (
    audit,
    calls,
    initiatives,
    invitations,
    letters,
    people,
    person,
    receipts,
    roles,
    rooms,
    sign_in_slips,
    today,
)

bp = Blueprint("desk", __name__)
for part in (
    today,
    calls,
    people,
    roles,
    person,
    sign_in_slips,
    invitations,
    initiatives,
    rooms,
    letters,
    receipts,
    audit,
):
    part.add_to(bp)


@bp.before_request
def only_for_the_team() -> None:
    if not is_for(current_user):
        abort(404)


def init_app(app: Flask) -> None:
    app.register_blueprint(bp)
