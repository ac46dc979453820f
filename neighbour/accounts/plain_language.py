"""Whether somebody reads the plain twin of a text: asked with `?plain=`, remembered for all other texts."""

from flask import request
from flask_login import current_user
from sqlalchemy import update

from neighbour.accounts.models import User
from neighbour.db import db
from neighbour.web.transaction import remember

ANSWERS = {"1": True, "0": False}


def is_wanted() -> bool:
    """As the address says, else as this person last chose."""
    return ANSWERS.get(request.args.get("plain", ""), current_user.reads_plain)


def keep_choice() -> None:
    """What the address says holds from now on; the page itself writes nothing."""
    wanted = is_wanted()
    if current_user.is_signed_in and current_user.reads_plain != wanted:
        mine = update(User).where(User.id == current_user.id).values(reads_plain=wanted)
        remember(lambda: db.session.execute(mine))
