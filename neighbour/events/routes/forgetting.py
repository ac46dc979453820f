"""A telephone that several people use forgets who has registered from it."""

from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext

from neighbour.accounts.visiting import forget
from neighbour.events.routes.guests import ROOT, found
from neighbour.web.public import public


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule(f"{ROOT}/<token>/forgetting", "forget_browser", forget_browser, methods=["POST"])


@public
def forget_browser(token: str):
    """The registration stays; from now on the word on the slip is needed."""
    event = found(token)
    forget(ROOT)
    flash(gettext("Auf diesem Gerät steht nichts mehr von Ihnen. Ihre Anmeldung gilt weiter."), "plain")
    return redirect(url_for(".guest", token=event.guest_token), code=303)
