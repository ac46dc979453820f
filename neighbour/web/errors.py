"""How refusals and failures look: a page in the usual layout with a sentence that a person understands."""

import logging
from http import HTTPStatus

from flask import Flask, Response, g, make_response, request
from flask_babel import lazy_gettext as _l
from sqlalchemy.exc import IntegrityError
from werkzeug.exceptions import HTTPException, SecurityError

from neighbour.errors import Conflict, Refusal
from neighbour.web.bodies import READING
from neighbour.web.forms import one_id
from neighbour.web.fragments import is_from_outbox, page, wants_fragment
from neighbour.web.headers import keeping

log = logging.getLogger("neighbour")

SENTENCES = {
    HTTPStatus.BAD_REQUEST: _l("Das haben wir nicht verstanden. Bitte versuchen Sie es noch einmal."),
    HTTPStatus.FORBIDDEN: _l("Das dürfen Sie hier nicht."),
    HTTPStatus.NOT_FOUND: _l("Diese Seite gibt es nicht, oder sie ist nicht für Sie bestimmt."),
    HTTPStatus.METHOD_NOT_ALLOWED: _l("So lässt sich diese Seite nicht öffnen."),
    HTTPStatus.LENGTH_REQUIRED: _l("Es ist nicht alles angekommen. Bitte noch einmal senden."),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: _l("Das ist zusammen zu groß. Möglich sind 15 MB."),
}
SORRY = _l("Bei uns ist etwas schiefgegangen. Bitte gleich noch einmal versuchen.")
TITLES = {
    HTTPStatus.FORBIDDEN: _l("Das geht hier nicht"),
    HTTPStatus.NOT_FOUND: _l("Nicht gefunden"),
    HTTPStatus.TOO_MANY_REQUESTS: _l("Bitte einen Moment warten"),
    HTTPStatus.CONFLICT: _l("Jemand war schneller"),
}


def init_app(app: Flask) -> None:
    app.register_error_handler(Refusal, refused)
    app.register_error_handler(HTTPException, http_error)
    app.register_error_handler(SecurityError, under_a_strange_host)
    app.register_error_handler(IntegrityError, already_there)
    app.register_error_handler(Exception, failed)


def refused(error: Refusal) -> Response:
    if isinstance(error, Conflict) and (error.theirs or error.mine):
        g.reason = error.sentence
        return answer("errors/conflict.html", error.status, error=error)
    response = told(error.status, error.sentence, to=getattr(error, "to", None))
    if (wait := getattr(error, "wait", None)) is not None:
        response.headers["Retry-After"] = str(wait)
    return response


def http_error(error: HTTPException) -> Response:
    if error.response is not None or error.code is None or error.code < 400:
        return error.get_response()
    response = told(error.code, getattr(error, "sentence", SENTENCES.get(error.code, SENTENCES[400])))
    for name in ("Allow", "Retry-After"):
        if value := dict(error.get_headers()).get(name):
            response.headers[name] = value
    return response


def under_a_strange_host(_error: SecurityError) -> Response:
    """No page: without a host that is ours there are no addresses to link to."""
    return plainly(SENTENCES[HTTPStatus.BAD_REQUEST], HTTPStatus.BAD_REQUEST)


def plainly(sentence: str, status: int) -> Response:
    return make_response(str(sentence), status, {"Content-Type": "text/plain; charset=utf-8"})


def already_there(_error: IntegrityError) -> Response:
    """Two people made the same thing at the same moment: the database let one of them win."""
    return told(HTTPStatus.CONFLICT, _l("Das gibt es schon. Jemand war einen Augenblick schneller."))


def failed(_error: Exception) -> Response:
    log.exception("%s %s", request.method, request.url_rule)
    try:
        return told(HTTPStatus.INTERNAL_SERVER_ERROR, SORRY)
    except Exception:  # not even the page can be made, for example because the database is gone
        log.exception("no page for the failure")
        return plainly(SORRY, HTTPStatus.INTERNAL_SERVER_ERROR)


def told(status: int, sentence: str, title: str = "", to: tuple[str, str] | None = None) -> Response:
    """`to` is where what was spoken of has gone: an address and a title."""
    g.reason = sentence
    title = title or TITLES.get(status, _l("Das hat nicht geklappt"))
    return answer("errors/error.html", status, title=title, sentence=sentence, to=to)


def answer(template: str, status: int, **words) -> Response:
    """A page of its own, or for a swapped part only the notice, so that what was written stays beside it."""
    name = template.replace("errors/", "errors/_") if wants_fragment() else template
    written = [] if is_from_outbox() else typed()  # a device keeps what it sent
    is_in_browser = written is None and keeping() != "no-store"
    return make_response(page(name, typed=written, is_in_browser=is_in_browser, **words), status)


def typed() -> list[tuple[str, str]] | None:
    """What the person had written into the form, so that a refusal never takes it from them; None if it cannot be read."""
    if request.method in READING:
        return []
    if not g.get("body_is_complete"):
        return None
    try:
        sent = list(request.form.items(multi=True))
    except HTTPException:  # the form itself is what is refused: too long, too many parts
        return None
    return [(name, text) for name, text in sent if is_written(name.rpartition("-")[2], text.strip())]


def is_written(name: str, text: str) -> bool:
    """Whether a person may have written this; better a choice too many than a word too few, but never a password."""
    return bool(text) and name not in UNWRITTEN and "password" not in name and one_id(text) is None


# What forms carry along, and ticks.
UNWRITTEN = frozenset(
    "operation_id account version seen removed id back category change current device for initiative initiatives instead_of "
    "is_minutes missing only place post registration role show sure told until".split()
)
