"""The menu: features register their entries, each is shown to whom it concerns."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale
from flask import Blueprint, Flask, request, url_for
from flask_babel import get_locale
from flask_login import current_user

from neighbour.web.fragments import page
from neighbour.web.public import public
from neighbour.web.slots import fill, gather

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
        path = request.path
        return path == self.href or (self.href != "/" and path.startswith(self.href + "/"))


def init_app(app: Flask) -> None:
    app.register_blueprint(bp)
    app.context_processor(entries)


def entries() -> dict:
    viewer = current_user._get_current_object()
    return {"navigation": gather(BAR, viewer), "menu": gather(MENU, viewer), "footer_links": gather(FOOTER, viewer)}


def add(
    app: Flask, place: str, label, endpoint: str, *, icon: str = "", order: int = 50, shown_to: Callable | None = None
) -> None:
    """Registers an entry in BAR, MENU or FOOTER; `shown_to(viewer)` decides who sees it, else whoever is signed in."""

    @lru_cache
    def entry(_locale: Locale | None) -> Entry:
        return Entry(str(label), url_for(endpoint), icon)

    def offer(viewer) -> list[Entry]:
        allowed = shown_to(viewer) if shown_to else viewer.is_signed_in
        return [entry(get_locale())] if allowed else []

    fill(app, place, offer, order=order)


@bp.get("/menu")
@public
def menu() -> str:
    """The menu as a page, for browsers without JavaScript."""
    return page("navigation/menu.html", companions=gather("start.companion", current_user))
