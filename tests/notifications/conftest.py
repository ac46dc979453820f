"""Something that may be told: a kite, which whoever is named in `seen_by` may see."""

from types import SimpleNamespace

import pytest

from neighbour import notifications
from neighbour.db import db, uuid7
from neighbour.notifications import Notification


@pytest.fixture
def kite(app) -> SimpleNamespace:
    """A subject of the tests: `kite.hidden` are the ids that nobody may see any more."""
    found = SimpleNamespace(id=uuid7(), hidden=set())
    notifications.kind(app, "kite_flew", lambda words, count: f"{words['name']} flew {count} times", icon="flag")
    notifications.subject(app, "kite", lambda _viewer, ids: ids - found.hidden)
    return found


@pytest.fixture
def tell(stage, kite):
    """`tell("ada", "ben", by="cem")` tells them of the kite."""

    def told(*handles: str, by: str = "cem", name: str = "Cem", kind: str = "kite_flew", id=None) -> None:
        with stage() as people:
            everyone = [getattr(people, handle) for handle in handles]
            notifications.notify(
                kind,
                everyone,
                subject=("kite", id or kite.id),
                by=getattr(people, by),
                href="/forum",
                words={"name": name},
            )

    return told


@pytest.fixture
def rows_of(stage):
    """What somebody was told, oldest first, as (words, count, whether it is read)."""

    def rows(handle: str) -> list[tuple]:
        with stage() as people:
            found = db.session.scalars(Notification.visible_to(getattr(people, handle)).order_by(Notification.at))
            return [(row.words, row.count, row.read_at is not None) for row in found]

    return rows


@pytest.fixture
def title_of(sign_in):
    """What the tab of somebody's browser says on a page."""
    import re

    def title(browser, address: str = "/menu") -> str:
        return re.search(r"<title>(.*?)</title>", browser.get(address).text, re.DOTALL)[1]

    return title
