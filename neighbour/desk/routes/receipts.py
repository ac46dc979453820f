"""„AHORN-42“, says somebody on the telephone: what became of it."""

from flask import Blueprint, request

from neighbour.desk.receipts import arrived_as
from neighbour.desk.routes.pieces import desk_page
from neighbour.outbox import understood
from neighbour.web.forms import INVISIBLE, one_line


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/desk/receipts", "receipts", receipts, methods=["GET"])


def receipts() -> str:
    typed = one_line(INVISIBLE.sub("", request.args.get("code", "")))[:80]
    code = understood(typed)
    return desk_page("desk/receipts.html", typed=typed, code=code, found=arrived_as(code) if code else [])
