"""Whenever a page of somebody's pack looks different, its version says so: otherwise a device shows what is over."""

import re

import pytest
from sqlalchemy import select

from neighbour.accounts import User
from neighbour.db import Model, db
from neighbour.initiatives import Initiative
from tests.architecture.pages import require_none
from tests.pwa.watching import packs_of, untold
from tests.pwa.writes import EVERYTHING

WATCHERS = ("ada", "cem", "eva")
NAMED = re.compile(r"\{([\w.:=]+)\}")


@pytest.fixture
def browsers(sign_in):
    known: dict = {}
    return lambda handle: known.setdefault(handle, sign_in(handle)) if handle not in known else known[handle]


def in_words(named: str) -> str:
    """What stands in braces: a person, an initiative, or the newest row of a kind, perhaps one of its columns."""
    if person := db.session.scalar(select(User.id).where(User.handle == named)):
        return str(person)
    if home := db.session.scalar(select(Initiative.id).where(Initiative.slug == named)):
        return str(home)
    kind, _, rest = named.partition(":")
    kind, _, column = kind.partition(".")
    model = next(mapper.class_ for mapper in Model.registry.mappers if mapper.class_.__name__ == kind)
    row = chosen(model, rest)
    return str(getattr(row, column or "id") or "")


def chosen(model, rest: str):
    rows = db.session.scalars(select(model).order_by(model.id.desc())).unique().all()
    return next(row for row in rows if fits(row, rest))


def fits(row, rest: str) -> bool:
    """`tool`: hangs at one; `hall`: is called so; `ben`: is of him."""
    if not rest:
        return getattr(row, "title", None) not in ("Ball",) and getattr(row, "slug", None) not in ("board", "harbour")
    kind = getattr(row, "place_kind", None)
    if hasattr(row, "material_id"):
        kind = next(one.place_kind for one in db.session.query(materials()).all() if one.id == row.material_id)
    owner = getattr(row, "person_id", None) or getattr(row, "user_id", None)
    handle = db.session.scalar(select(User.handle).where(User.id == owner)) if owner else None
    title = getattr(row, "title", "").lower()
    return rest.partition("=")[2] == handle or rest in (kind, getattr(row, "slug", None), handle, title)


def materials():
    return next(mapper.class_ for mapper in Model.registry.mappers if mapper.class_.__name__ == "Material")


@pytest.fixture
def fill(stage):
    """Puts in what is known only now."""

    def filled(words):
        if isinstance(words, dict):
            return {name: filled(value) for name, value in words.items()}
        if not isinstance(words, str) or not NAMED.search(words):
            return words
        with stage():
            return NAMED.sub(lambda match: in_words(match[1]), words)

    return filled


def refusals(answer, act: str) -> list[str]:
    """Every write of the list is one that is done."""
    return [f"{act} answers {answer.status_code}: {reasons(answer.text)}"] * (answer.status_code >= 400)


def reasons(page: str) -> list[str]:
    return re.findall(r'class="field__error[^>]*>([^<]+)', page) or re.findall(r'class="lead">([^<]+)', page)


@pytest.fixture(autouse=True)
def unmeasured(app):
    """Sizes are not asked for here."""
    kept, app.config["PACK_SECONDS"] = app.config["PACK_SECONDS"], 0
    yield
    app.config["PACK_SECONDS"] = kept


@pytest.mark.one_database  # versions are made of what was read, wherever it stood
@pytest.mark.parametrize("kind", EVERYTHING, ids=lambda kind: kind.__name__)
def test_no_page_changes_its_look_under_the_same_version(house, browsers, fill, kind):
    held = {handle: packs_of(browsers(handle)) for handle in WATCHERS}
    faults = []
    for writes in kind(house):
        for who, address, words in filter(None, writes):
            faults += refusals(browsers(who).post(fill(address), data=fill(words)), f"{who} {address}")
        for handle in WATCHERS:
            now = packs_of(browsers(handle))
            faults += [
                f"after {[write[:2] for write in writes if write]}: {handle} {fault}"
                for fault in untold(held[handle], now)
            ]
            held[handle] = now

    require_none(faults)


def test_what_nobody_changed_keeps_its_version(house, browsers):
    ada = browsers("ada")
    first, again = packs_of(ada), packs_of(ada)

    assert {url: page.version for url, page in first.items()} == {url: page.version for url, page in again.items()}
    require_none(untold(first, again))


def test_an_answer_makes_few_pages_new(house, browsers):
    eva, ada = browsers("eva"), browsers("ada")
    before = packs_of(eva)
    ada.post(f"/forum/topics/{house.noise.id}/posts", data={"body": "Not here"})

    after = packs_of(eva)

    changed = {url for url, page in after.items() if before[url].version != page.version}
    assert changed == {"/", "/forum", "/forum/rooms/hall", f"/forum/topics/{house.noise.id}"}


def test_what_somebody_reads_is_not_read_by_taking_it_along(house, browsers, stage):
    ben = browsers("ben")

    packs_of(ben)

    assert "neu" in ben.get("/forum/rooms/hall").text
