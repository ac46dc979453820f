"""Loads with a row only what a page shows of its people and their initiative."""

from sqlalchemy.orm import joinedload, lazyload, load_only

from neighbour.accounts import User
from neighbour.initiatives.models import Initiative


def name_of(person) -> tuple:
    """Loads somebody's name with a row, and nothing of their roles and memberships."""
    return joinedload(person).options(load_only(User.name), lazyload("*"))


def home_of(initiative):
    columns = Initiative.slug, Initiative.name, Initiative.place, Initiative.mark, Initiative.region
    return joinedload(initiative).options(load_only(*columns, Initiative.companion_id), lazyload("*"))
