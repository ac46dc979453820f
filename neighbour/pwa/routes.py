"""The web manifest."""

from flask import Blueprint, Response, jsonify, url_for
from flask_babel import gettext

from neighbour.web.public import public

bp = Blueprint("pwa", __name__)


@bp.get("/manifest.webmanifest")
@public
def manifest() -> Response:
    """After the W3C Web Application Manifest."""
    picture = "icons/icon-{}.png"
    icons = [
        {"src": url_for("static", filename=picture.format(size)), "sizes": f"{size}x{size}", "type": "image/png"}
        for size in (192, 512)
    ]
    maskable = {**icons[1], "src": url_for("static", filename=picture.format("maskable-512")), "purpose": "maskable"}
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
        icons=[*icons, maskable],
    )
    response.mimetype = "application/manifest+json"
    return response
