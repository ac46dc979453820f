"""The pages about the site itself: who runs it, what it keeps of people, how it can be used, and where help is."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from neighbour.pages import routes
from neighbour.web import navigation

FOOTER = (
    (_l("Hilfe"), "pages.questions"),
    (_l("Einfache Sprache"), "pages.plain_language"),
    (_l("Impressum"), "pages.imprint"),
    (_l("Datenschutz"), "pages.privacy"),
    (_l("Barrierefreiheit"), "pages.accessibility"),
)


def init_app(app: Flask) -> None:
    app.register_blueprint(routes.bp)
    navigation.add(app, navigation.MENU, _l("Hilfe"), "pages.questions", icon="help", order=90, shown_to=everybody)
    for order, (label, endpoint) in enumerate(FOOTER, start=90):
        navigation.add(app, navigation.FOOTER, label, endpoint, order=order, shown_to=everybody)


def everybody(_viewer) -> bool:
    return True
