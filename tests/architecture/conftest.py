"""The house with people in it: the cast and, beside them, the whole demo programme."""

import pytest

from neighbour.db import db
from neighbour.demo.loading import load
from tests.architecture.crawling import Crawl
from tests.cast import PASSWORD


@pytest.fixture(scope="session")
def kept_walks():
    """Where somebody came before, for each house that is furnished: to the end, as the houses themselves."""
    return {}


@pytest.fixture(scope="session")
def furnished_installation(installation, kept_walks):
    """The demo loaded once; `restore` brings it back."""
    app, database = installation
    if app not in kept_walks:
        with app.app_context():
            db.engine.dispose()
        database.restore()
        with app.app_context():
            load()
            db.engine.dispose()
        database.keep("furnished")
        kept_walks[app] = {}
    yield app, database
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def furnished(furnished_installation):
    """The application with cast and demo, as if nothing had happened yet."""
    app, database = furnished_installation
    with app.app_context():
        db.engine.dispose()
    database.restore("furnished")
    return app


@pytest.fixture
def browser_of(furnished):
    """`browser_of("ada")`, `browser_of("renate")`, `browser_of("visitor")`: somebody's browser in this house."""

    def signed_in(handle: str):
        browser = furnished.test_client()
        if handle == "visitor":
            return browser
        is_cast = handle in ("ada", "ben", "cem", "dora", "eva", "lea", "otto", "gil")
        email, password = (
            (f"{handle}@example.org", PASSWORD) if is_cast else (f"{handle}@demo.example", "nachbarschaft")
        )
        answer = browser.post("/sign-in", data={"email": email, "password": password, "device": "mine"})
        assert answer.status_code == 303, answer.text
        return browser

    return signed_in


@pytest.fixture(scope="session")
def walks(furnished_installation, kept_walks):
    """Where somebody came before in this house: the same addresses and forms are there after every test."""
    app, _database = furnished_installation
    return kept_walks[app]


@pytest.fixture
def crawl(furnished, browser_of, walks):
    """`crawl("ada")` is everywhere Ada can go, and what she saw there."""

    def walk(handle: str) -> Crawl:
        if handle not in walks:
            walks[handle] = Crawl(furnished, browser_of(handle))
        return walks[handle]

    return walk
