"""What a device needs to show a page that it has kept: the shell around every page, and three pages without a network."""

import re

from flask import Blueprint, Response, current_app, jsonify
from flask_babel import get_locale

from neighbour.accounts.models import Visitor
from neighbour.pwa.etags import sent_once
from neighbour.web.fragments import page
from neighbour.web.headers import CONTENT_SECURITY_POLICY
from neighbour.web.public import public

bp = Blueprint("shell", __name__)

BETWEEN = {name: re.compile(rf"(<!--{name}-->).*?(<!--/{name}-->)", re.DOTALL) for name in ("head", "main")}
ONCE = re.compile(r"<!--once-->.*?<!--/once-->", re.DOTALL)
UNREAD = re.compile(r"(<title>)\(\d+\+?\) ")
NOT_OF_PAGES = ("service-worker.js", "service-worker-off.js", "service-worker-pack.js")


@bp.get("/sync/shell")
@public
def shell() -> Response:
    """Of whoever asks; a device that asks without its cookie gets the one of nobody."""
    response = jsonify(
        build=current_app.config["BUILD"],
        language=str(get_locale()),
        csp=CONTENT_SECURITY_POLICY,
        html=emptied(page("pwa/_here.html", layout="layouts/page.html")),
        here=lasting(page("pwa/_here.html", layout="layouts/main.html")),
        left=lasting(page("pwa/_left.html", layout="layouts/main.html", viewer=Visitor(), navigation=[], menu=[])),
        outbox=lasting(page("outbox/outbox.html", layout="layouts/main.html")),
        assets=assets(),
    )
    return sent_once(response)


def emptied(whole: str) -> str:
    """A page without its title and its <main>: what is left says nothing of the person."""
    for mark in BETWEEN.values():
        whole = mark.sub(r"\1\2", whole)
    return lasting(whole)


def lasting(text: str) -> str:
    """Without what is true only once: what was said a moment ago, and how much is unread."""
    return UNREAD.sub(r"\1", ONCE.sub("", text)).strip()


def assets() -> list[str]:
    """The addresses of all files that a page may load."""
    address = current_app.jinja_env.globals["asset"]
    built = current_app.extensions["release"]
    return sorted(str(address(name)) for name in built if name not in NOT_OF_PAGES)
