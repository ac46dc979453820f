"""The guard before everything that can be guessed, passwords, links and codes: whoever guesses waits."""

from flask import request
from flask_babel import lazy_gettext as _l

from neighbour.accounts.models import attempts
from neighbour.errors import TooOften
from neighbour.web.transaction import remember


def refuse_if_too_often(account: str) -> None:
    """Raises TooOften. Asked before any slow work, so that guessing costs us nothing."""
    wait = attempts.seconds_to_wait(account, request.remote_addr or "")
    if wait > 0:
        raise TooOften(_l("Zu viele Versuche. Bitte warten Sie %(wait)s Sekunden.", wait=wait), wait=wait)


def count_failure(account: str) -> None:
    """Also when the answer is a refusal, and after a page that was only read."""
    address = request.remote_addr or ""
    remember(lambda: attempts.count_failure(account, address))


def forget(account: str) -> None:
    attempts.forget(account, request.remote_addr or "")


def count_use(what: str) -> int:
    """How often this network has done it, this time included; counts only when the whole act succeeds."""
    return attempts.count_use(what, request.remote_addr or "")


def guesser_of(what: str) -> str:
    """Stands in for the account where there is none: wrong links and codes count for a network address alone, so that
    nobody slows down others by guessing."""
    return f"{what} {attempts.network_of(request.remote_addr or '')}"
