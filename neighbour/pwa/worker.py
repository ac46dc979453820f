"""The service worker of a device, and the one that takes it away again."""

from flask import Blueprint, Response, current_app
from werkzeug.exceptions import NotFound

from neighbour.pwa.etags import sent_once
from neighbour.web.public import public

bp = Blueprint("worker", __name__)


@bp.get("/service-worker.js")
@public
def script() -> Response:
    """Asked for anew at every visit, so that a broken one never stays; it says of which build it is."""
    name = "service-worker.js" if current_app.config["WORKER"] else "service-worker-off.js"
    file = current_app.extensions["release"].get(name)
    if file is None:
        raise NotFound
    text = (current_app.extensions["release_folder"] / file).read_text()
    response = Response(f'self.build = "{current_app.config["BUILD"]}"\n{text}', mimetype="text/javascript")
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Service-Worker-Allowed"] = "/"
    return sent_once(response)
