"""What every test may ask for: the application on a real database with the cast, and people who are signed in."""

import contextlib
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from neighbour import create_app
from neighbour.config import Config
from neighbour.db import db, migrating
from neighbour.web import transaction
from tests import cast, probes
from tests.architecture.queries import counted
from tests.chromium import LAUNCH
from tests.databases import PostgreSQLCluster, SQLiteFiles

HOST = "http://localhost"


class Browser(FlaskClient):
    """A client that says where its writes come from, as every browser does."""

    def open(self, *args, **kwargs):
        if args and isinstance(args[0], str) and kwargs.get("method", "GET") not in ("GET", "HEAD", "OPTIONS"):
            kwargs["headers"] = {"Origin": HOST, "Sec-Fetch-Site": "same-origin", **dict(kwargs.get("headers") or {})}
            if not kwargs.get("data"):
                kwargs["environ_overrides"] = {"CONTENT_LENGTH": "0", **kwargs.get("environ_overrides", {})}
        return super().open(*args, **kwargs)

    def script(self, method: str, address: str, **words):
        """The same request as htmx sends it."""
        headers = {"HX-Request": "true", "HX-Request-Type": "partial", **words.pop("headers", {})}
        return self.open(address, method=method, headers=headers, **words)


KINDS = {"sqlite": SQLiteFiles, "postgresql": PostgreSQLCluster}


def pytest_addoption(parser):
    parser.addoption("--database", choices=[*KINDS, "both"], default="both", help="which database the tests run on")


def pytest_configure(config):
    config.addinivalue_line("markers", "one_database: long, and true of the rows, whichever database keeps them")


def pytest_generate_tests(metafunc):
    if "installation" in metafunc.fixturenames:
        wanted = metafunc.config.getoption("--database")
        kinds = list(KINDS) if wanted == "both" else [wanted]
        alone = metafunc.definition.get_closest_marker("one_database")
        metafunc.parametrize("installation", kinds[:1] if alone else kinds, indirect=True, scope="session")


@pytest.fixture(scope="session")
def installations(tmp_path_factory):
    """What was made for each kind of database, kept to the end: pytest asks anew whenever the kind changes, which is
    twice a file when files are handed out one by one."""
    made = {}
    yield lambda kind: made.get(kind) or made.setdefault(kind, installed(kind, tmp_path_factory.mktemp(kind)))
    for app, database in made.values():
        with app.app_context():
            db.engine.dispose()
        database.stop()


def installed(kind: str, home: Path) -> tuple:
    database = KINDS[kind](home)
    settings = Config(
        HOME=home, SECRET_KEY="for tests", DATABASE_URL=database.url, DEMO=False, TESTING=True, ARGON2_MEMORY_KIB=8
    )
    app = create_app(settings)
    app.register_blueprint(probes.bp)
    app.test_client_class = Browser
    with app.app_context():
        migrating.bring_up_to_date()
        cast.move_in()
        db.engine.dispose()
    database.keep()
    return app, database


@pytest.fixture(scope="session")
def installation(request, installations):
    """An application of its own for each kind of database, its schema made by the migrations, filled with the cast."""
    return installations(request.param)


@pytest.fixture
def app(installation):
    """The application with a fresh copy of the cast. No test holds its context while a client calls."""
    app, database = installation
    with app.app_context():
        db.engine.dispose()
    database.restore()
    app.extensions.pop("programme", None)  # read once a minute: it would be that of another test
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """Debian's Chromium for every `browser` of a test."""
    return LAUNCH


@pytest.fixture
def visitor(app) -> Browser:
    """Somebody who is not signed in."""
    return app.test_client()


@pytest.fixture
def sign_in(app):
    """`sign_in("ada")` is Ada's browser."""

    def signed_in(handle: str) -> Browser:
        browser = app.test_client()
        form = {"email": f"{handle}@example.org", "password": cast.PASSWORD, "device": "mine"}
        answer = browser.post("/sign-in", data=form)
        assert answer.status_code == 303, answer.text
        return browser

    return signed_in


@pytest.fixture
def queries(app):
    """`queries(browser, "/forum")` is how many statements a page needs that was opened before."""

    def count(browser: Browser, address: str) -> int:
        browser.get(address)
        with counted(app) as statements:
            assert browser.get(address).status_code == 200
        return len(statements)

    return count


@pytest.fixture
def one_process():
    """As the server runs."""


@pytest.fixture
def many_processes():
    """As if every request had a process of its own: the lock in memory lets all of them through."""
    kept, transaction.LOCK = transaction.LOCK, contextlib.nullcontext()
    yield
    transaction.LOCK = kept


@pytest.fixture
def stage(app):
    """`with stage() as people:` writes and reads directly; closed before any client calls."""

    class Stage:
        def __enter__(self):
            self.context = app.app_context()
            self.context.push()
            return cast.Cast()

        def __exit__(self, kind, *_):
            if kind is None:
                db.session.commit()
            self.context.pop()

    return Stage
