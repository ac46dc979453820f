"""Pages that everybody reads, with and without an account."""

from datetime import date

from flask import Blueprint

from neighbour.pwa import kept
from neighbour.web.fragments import page
from neighbour.web.public import public

bp = Blueprint("pages", __name__)
kept(bp)

# The day on which somebody last compared the words of these pages with what the software does.
REVIEWED_ON = date(2026, 11, 22)


@bp.get("/imprint")
@public
def imprint() -> str:
    return page("pages/imprint.html")


@bp.get("/privacy")
@public
def privacy() -> str:
    return page("pages/privacy.html", reviewed_on=REVIEWED_ON)


@bp.get("/accessibility")
@public
def accessibility() -> str:
    return page("pages/accessibility.html", reviewed_on=REVIEWED_ON)


@bp.get("/plain-language")
@public
def plain_language() -> str:
    return page("pages/plain_language.html")


@bp.get("/help")
@public
def questions() -> str:
    return page("pages/help.html")
