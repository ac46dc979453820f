"""/outbox: what waits on this device. The page is the same for everybody; its script fills it from the device."""

from flask import Blueprint

from neighbour.web.fragments import page
from neighbour.web.public import public

bp = Blueprint("outbox", __name__)


@bp.get("/outbox")
@public
def outbox() -> str:
    """Also for guests, whose registrations wait here too."""
    return page("outbox/outbox.html")
