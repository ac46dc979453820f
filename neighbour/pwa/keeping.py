"""Which pages a device may keep: a feature says it for its blueprint, and names what stays out."""

from collections.abc import Collection

from flask import Blueprint, Response, request
from flask_login import current_user

from neighbour.accounts.models.device import Owner

HEADER = "X-Neighbour-Cache"


def kept(bp: Blueprint, *, except_: Collection[str] = ()) -> None:
    """The pages of this blueprint may stay on a device of one's own, but those of the endpoints named."""
    left_out = frozenset(f"{bp.name}.{name}" for name in except_)

    @bp.after_request
    def allow(response: Response) -> Response:
        if request.endpoint not in left_out and is_own_page(response):
            response.headers[HEADER] = "account"
        return response


def is_own_page(response: Response) -> bool:
    """A page that was asked for and found, by somebody who is signed in on a device of their own."""
    found = request.method == "GET" and response.status_code == 200 and response.mimetype == "text/html"
    if not found or not current_user.is_signed_in or current_user.device is None:
        return False
    return current_user.device.owner == Owner.MINE and not response.cache_control.no_store
