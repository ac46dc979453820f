"""What a device is told about an operation that it sent: always JSON, whatever the view or an error has answered."""

from urllib.parse import urlsplit

from flask import Flask, Response, g, json, request, session, template_rendered
from flask_babel import gettext

from neighbour.errors import Conflict
from neighbour.outbox.asking import named_operation
from neighbour.outbox.standing import thing_at
from neighbour.outbox.words import spoken
from neighbour.web.fragments import is_from_outbox

FLASHES = "_flashes"  # where Flask keeps what it will say


def init_app(app: Flask) -> None:
    app.before_request(count_flashes)
    app.after_request(answer)
    template_rendered.connect(note_conflict, app)


def count_flashes() -> None:
    """What another request of this person has left to be said is not said by this one."""
    if is_from_outbox():
        g.flashes = len(session.get(FLASHES, []))


def note_conflict(_app: Flask, context: dict, **_words) -> None:
    """Views show both texts on pages of their own."""
    if isinstance(error := context.get("error"), Conflict):
        g.conflict = error


def answer(response: Response) -> Response:
    if not is_from_outbox():
        return response
    words = accepted(response) if response.status_code < 400 else refused(response)
    echo = {
        "operation_id": request.headers["Idempotency-Key"],
        "fingerprint": request.headers.get("Content-Digest", ""),
    }
    response.set_data(json.dumps({**echo, **words}))
    response.mimetype = "application/json"
    response.headers["Cache-Control"] = "no-store"
    for name in ("Location", "HX-Redirect"):
        response.headers.pop(name, None)
    return response


def accepted(response: Response) -> dict:
    operation, to = named_operation(), response.headers.get("HX-Redirect") or response.headers.get("Location", "")
    location = urlsplit(to)._replace(scheme="", netloc="").geturl()
    shown = response.get_data(as_text=True)
    if response.status_code >= 300 or not shown:
        shown = thing_at(location, str(operation)) if location else ""
        response.status_code = 200
    return {
        "receipt_code": spoken(operation) if operation else "",
        "location": location,
        "html": shown,
        "notes": popped_notes(),
    }


def popped_notes() -> list[str]:
    """The sentences that this request wanted to be said on the next page."""
    flashes = session.get(FLASHES, [])
    said = flashes[g.get("flashes", 0) :]
    if said:
        session[FLASHES] = flashes[: -len(said)]
    return [sentence for _kind, sentence in said]


def refused(response: Response) -> dict:
    form, conflict = g.get("form"), g.get("conflict")
    fields = sentences(form.errors) if form else {}
    is_page = response.mimetype == "text/html"
    reason = g.get("reason") or (conflict and conflict.sentence) or (form and form.reason) or " ".join(fields.values())
    both = {"theirs": conflict.theirs, "mine": conflict.mine} if conflict else {}
    return {
        "reason": str(reason or gettext("Das hat nicht geklappt.")),
        "fields": fields,
        "html": response.get_data(as_text=True) if is_page else "",
        **both,
    }


def sentences(errors: dict) -> dict[str, str]:
    """By the name of the field, each once."""
    return {name: " ".join(dict.fromkeys(map(str, flat(said)))) for name, said in errors.items() if name}


def flat(said) -> list:
    """Fields within fields say what is wrong in lists of their own."""
    if isinstance(said, dict):
        said = said.values()
    return (
        [each for part in said for each in flat(part)] if isinstance(said, (list, tuple, type({}.values()))) else [said]
    )
