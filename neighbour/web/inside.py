"""A page of ours asked for from within a request: what its viewer would see there now."""

from io import BytesIO
from urllib.parse import unquote_to_bytes, urlsplit

from flask import current_app, g, request
from werkzeug.exceptions import HTTPException

from neighbour.errors import Refusal

# What a request says of the server, the browser and the person; the rest of it is about something else.
SAID = frozenset("HTTP_HOST HTTP_COOKIE HTTP_ACCEPT_LANGUAGE HTTP_USER_AGENT REMOTE_ADDR SCRIPT_NAME".split())
ASKING = {"REQUEST_METHOD": "GET", "HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "main#main"}


def fragment_at(address: str) -> str:
    """Title and <main> of the page at one of our own addresses, with sign-in and rights as ever; empty where this viewer
    gets none. Only outside of a write. Nothing is remembered of it: nobody has read that page."""
    known = vars(g._get_current_object())
    kept = {**known, "remembered": known.pop("remembered", [])}
    try:
        with current_app.request_context(environ_of(address)):
            try:
                return asked()
            except (HTTPException, Refusal):
                return ""
            finally:
                known.pop("remembered", None)
    finally:
        known.clear()
        known.update(kept)


def asked() -> str:
    answer = current_app.preprocess_request()
    response = current_app.make_response(current_app.dispatch_request() if answer is None else answer)
    return response.get_data(as_text=True) if response.status_code == 200 and response.mimetype == "text/html" else ""


def environ_of(address: str) -> dict:
    """What is flashed stays in the session: that page is not shown, so it says nothing away."""
    parts = urlsplit(address)
    kept = {
        name: value
        for name, value in request.environ.items()
        if name in SAID or name.startswith(("SERVER_", "wsgi.")) and name != "wsgi.input"
    }
    path = unquote_to_bytes(parts.path).decode("latin-1")
    return {**kept, **ASKING, "PATH_INFO": path, "QUERY_STRING": parts.query, "wsgi.input": BytesIO()}
