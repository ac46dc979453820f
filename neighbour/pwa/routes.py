"""The web manifest, and the page that says what this device takes along."""

from flask import Blueprint, Response, jsonify, url_for
from flask_babel import gettext

from neighbour.web.fragments import page
from neighbour.web.public import public

bp = Blueprint("pwa", __name__)


@bp.get("/manifest.webmanifest")
@public
def manifest() -> Response:
    """After the W3C Web Application Manifest."""
    icons = [icon("icon-192", 192), icon("icon-512", 512), icon("maskable-512", 512, purpose="maskable")]
    response = jsonify(
        id="/",
        name="Neighbour",
        short_name="Neighbour",
        description=gettext("Was jemand geschrieben hat, geht nicht verloren."),
        lang="de",
        start_url="/",
        scope="/",
        display="standalone",
        background_color="#f4f5ef",
        theme_color="#0f5539",
        icons=icons,
    )
    response.mimetype = "application/manifest+json"
    return response


def icon(name: str, size: int, **more: str) -> dict:
    return {
        "src": url_for("static", filename=f"icons/{name}.png"),
        "sizes": f"{size}x{size}",
        "type": "image/png",
        **more,
    }


@bp.get("/pack")
def pack() -> str:
    """Filled by the device: what it has, and what may be taken along."""
    return page("pwa/pack.html")
