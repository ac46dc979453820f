"""The menu: features register their entries, each is shown to whom it concerns."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, Flask, request, url_for
from flask_login import current_user

from neighbour.web.fragments import page
from neighbour.web.public import public
from neighbour.web.slots import fill, gather, offers

bp = Blueprint("navigation", __name__)
BAR = "navigation.bar"
MENU = "navigation.menu"
FOOTER = "navigation.footer"


@dataclass(frozen=True)
class Entry:
    """One word of the menu. `section` is the first part of the addresses that belong to it."""

    label: str
    href: str
    icon: str = ""

    @property
    def current(self) -> bool:
        if self.href == "/":
            return request.path == "/"
        return request.path == self.href or request.path.startswith(self.href + "/")


def init_app(app: Flask) -> None:
    app.register_blueprint(bp)
    app.context_processor(entries)


def entries() -> dict:
    return {"navigation": shown(BAR), "menu": shown(MENU), "footer_links": shown(FOOTER)}


def add(
    app: Flask, place: str, label, endpoint: str, *, icon: str = "", order: int = 50, shown_to: Callable | None = None
) -> None:
    """Registers an entry in BAR, MENU or FOOTER; `shown_to(viewer)` decides who sees it, else whoever is signed in."""

    def offer(viewer) -> list[Entry]:
        allowed = shown_to(viewer) if shown_to else viewer.is_signed_in
        return [Entry(str(label), url_for(endpoint), icon)] if allowed else []

    fill(app, place, offer, order=order)


def shown(place: str) -> list[Entry]:
    return gather(place, current_user) if offers(place) else []


@bp.get("/menu")
@public
def menu() -> str:
    """The menu as a page, for browsers without JavaScript."""
    return page("navigation/menu.html", companions=gather("start.companion", current_user))
