"""Which pages a device may keep: a feature says it for its blueprint, and names what stays out."""

from collections.abc import Collection

from flask import Blueprint, Flask, Response, g, request
from flask_login import current_user

from neighbour.accounts.models.device import Owner

HEADER = "X-Neighbour-Cache"
LEFT_OUT: dict[str, frozenset[str]] = {}


def init_app(app: Flask) -> None:
    app.after_request(allow)


def kept(blueprint: Blueprint | str, *, except_: Collection[str] = ()) -> None:
    """The pages of this blueprint may stay on a device of one's own, but those of the endpoints named."""
    name = blueprint if isinstance(blueprint, str) else blueprint.name
    LEFT_OUT[name] = frozenset(except_)


def not_kept() -> None:
    """In a view that shows a page of a kept blueprint with something in it that shall not stay on a device."""
    g.not_kept = request.path


def may_stay(endpoint: str | None) -> bool:
    blueprint, _, name = (endpoint or "").rpartition(".")
    return blueprint in LEFT_OUT and name not in LEFT_OUT[blueprint]


def allow(response: Response) -> Response:
    if may_stay(request.endpoint) and is_own_page(response) and g.get("not_kept") != request.path:
        response.headers[HEADER] = "account"
    return response


def is_own_page(response: Response) -> bool:
    """A page that was asked for and found, by somebody who is signed in on a device of their own."""
    found = request.method == "GET" and response.status_code == 200 and response.mimetype == "text/html"
    if not found or not current_user.is_signed_in or current_user.device is None:
        return False
    return current_user.device.owner == Owner.MINE and not response.cache_control.no_store
