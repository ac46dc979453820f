"""Needs of the mill, named by Ada unless a test says otherwise."""

from uuid import UUID

import pytest

from neighbour.db import db
from neighbour.needs.models import Need
from tests.cast import initiative

WORDS = {
    "title": "Nobody reads the notice",
    "analogue_process": "Ben writes a sheet on Sundays.",
    "difficulty": "It comes too late.",
    "body": "",
}


def need_id(address: str) -> UUID:
    return UUID(address.partition("#")[0].rpartition("/")[2])


@pytest.fixture
def name_need(stage):
    """`name_need("ada", shared=True)` is the address of a need; `name_need("eva")` one taken down on the telephone."""

    def named(by: str = "ada", slug: str = "mill", *, shared: bool = False, caller: str = "", **words) -> str:
        with stage() as people:
            author = getattr(people, caller) if caller else None
            person = getattr(people, by)
            need = Need.name(initiative(slug), by=person, author=author, **{**WORDS, **words})
            if shared:
                need.share(person)
            return f"/needs/{need.id}"

    return named


@pytest.fixture
def look_at(stage):
    """`look_at(address, lambda need: need.state)` is what is stored."""

    def looked(address: str, of):
        with stage():
            return of(db.session.get(Need, need_id(address)))

    return looked


@pytest.fixture
def pair(name_need) -> tuple[str, str]:
    """The mill's need and the harbour's, both shared."""
    return name_need(shared=True, title="Sheets"), name_need("cem", "harbour", shared=True, title="Notices")
