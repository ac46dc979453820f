"""Pages that belong to no feature and that everybody takes along: the menu, what waits, what there is, the help."""

from flask import Flask
from flask_babel import gettext

from neighbour.pwa.packs.offering import Page, Part, offer

ALWAYS = ("/menu", "/outbox", "/pack", "/help", "/plain-language")


def init_app(app: Flask) -> None:
    offer(app, ["basic"], always)


def always(viewer) -> list[Part]:
    """Without the inbox: the newest of it stands on the start page, and old news is not worth its octets."""
    title = gettext("Das Wichtigste: Start, Menü, leere Formulare")
    return [Part("basic", title, "/", [Page(url) for url in ALWAYS], wanted=True, order=0)]
