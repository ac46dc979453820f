"""The menu of the desk: its own pages and those that other features lay on it through `desk.pages`."""

from dataclasses import dataclass

from flask import Flask, request, url_for
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from neighbour.web import navigation
from neighbour.web.slots import fill, gather

OWN = (
    ("people", _l("Menschen und Rollen"), "people"),
    ("invitations", _l("Einladungen"), "mail"),
    ("initiatives", _l("Begleitung"), "signpost"),
    ("rooms", _l("Räume"), "speech"),
    ("calls", _l("Anrufe"), "phone"),
    ("receipts", _l("Quittungswort"), "check"),
    ("letters", _l("Briefe"), "tray"),
    ("audit", _l("Verlauf"), "eye"),
)


@dataclass(frozen=True)
class DeskPage(navigation.Entry):
    """One word of the desk's menu."""

    @property
    def current(self) -> bool:
        return request.path == self.href if self.href == "/desk" else super().current


def init_app(app: Flask) -> None:
    fill(app, "desk.pages", own_pages, order=10)
    fill(app, navigation.MENU, beside_the_desk, order=1)


def is_for(viewer) -> bool:
    """Only the team has a desk."""
    return viewer.is_team


def own_pages(_viewer) -> list[dict]:
    return [{"label": str(label), "href": url_for(f"desk.{name}"), "icon": icon} for name, label, icon in OWN]


def desk_pages() -> list[DeskPage]:
    return [DeskPage(page["label"], page["href"], page["icon"]) for page in gather("desk.pages", current_user)]


def beside_the_desk(viewer) -> list[DeskPage]:
    """The side bar of a desktop shows them while somebody is at the desk."""
    return desk_pages() if is_for(viewer) and request.path.startswith("/desk") else []
