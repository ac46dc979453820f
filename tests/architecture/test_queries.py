"""A page asks the database as often for many rows as for few."""

import pytest

from neighbour.db import db
from tests.architecture.pages import require_none
from tests.architecture.queries import counted, grow

MOST = 20  # of any page; the topic page has a stricter test of its own


def queries_of(app, browser, addresses) -> dict[str, list[str]]:
    found = {}
    for address in addresses:
        browser.get(address)  # what is kept in the process from now on is not asked again
        with counted(app) as statements:
            browser.get(address)
        found[address] = statements
    return found


@pytest.mark.one_database  # no page asks one of them in other words
@pytest.mark.parametrize("handle", ["renate", "jonas"])
def test_the_number_of_queries_does_not_grow_with_the_rows(furnished, browser_of, crawl, handle):
    browser = browser_of(handle)
    addresses = [visit.address for visit in crawl(handle).visits if visit.is_page and visit.status == 200]
    few = queries_of(furnished, browser, addresses)
    with furnished.app_context():
        grown = grow(20)
        db.session.commit()
        db.session.remove()
    many = queries_of(furnished, browser, addresses)

    assert {"Topic", "Initiative", "Device"} <= set(grown)
    require_none(
        [f"{at}: {len(few[at])} → {len(many[at])} queries" for at in addresses if len(many[at]) > len(few[at])]
    )
    require_none([f"{at}: {len(many[at])} queries" for at in addresses if len(many[at]) > MOST])
