"""What was written by one person is never sent as another, however their device or page comes to it."""

from flask import Flask, Response, request
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from neighbour.accounts.visiting import is_tag_of_visitor
from neighbour.outbox.asking import has_key
from neighbour.web.bodies import READING
from neighbour.web.errors import told

TITLE = _l("Ein anderes Konto")
SOMEBODY_ELSE = _l("Auf diesem Gerät ist jetzt ein anderes Konto angemeldet. Darum haben wir nichts gesendet.")
NOBODY = _l("Sie sind nicht mehr angemeldet. Darum haben wir nichts gesendet.")


def init_app(app: Flask) -> None:
    app.before_request(require_account)


def require_account() -> Response | None:
    """A device names the account in a header, a page in a hidden field. Whoever asks for no account may be anybody."""
    wanted = request.headers.get("X-Account")
    if wanted is None and request.method not in READING and not has_key():
        return refuse_form(request.form.get("account", ""))
    if wanted is None or wanted == current_user.tag:
        return None
    if current_user.is_signed_in or not wanted or is_tag_of_visitor(wanted):
        return told(409, SOMEBODY_ELSE, TITLE)
    return told(401, NOBODY)


def refuse_form(account: str) -> Response | None:
    """A visitor who keeps no cookies is another one with every request, and sends forms all the same."""
    if not account or account == current_user.tag:
        return None
    if current_user.is_signed_in:
        return told(409, SOMEBODY_ELSE, TITLE)
    return None if is_tag_of_visitor(account) else told(401, NOBODY)
