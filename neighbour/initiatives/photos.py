"""The photo of a person, once uploads offer its address."""

from flask import current_app

from neighbour.accounts import User


def photo_of(person: User) -> str | None:
    photo_url = current_app.jinja_env.globals.get("photo_url")
    return photo_url(person) if photo_url and person.photo_id else None
