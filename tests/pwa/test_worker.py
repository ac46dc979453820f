"""The service worker is there for everybody, always asked for anew, and can be taken away."""

from dataclasses import replace

import pytest

from neighbour import create_app
from neighbour.config import Config, Misconfigured, is_on
from neighbour.pwa import release


@pytest.fixture
def built(app, tmp_path):
    """As if the build had made both workers, each of one line."""
    kept, folder = app.extensions["release"], release.DIST
    app.extensions["release"] = {"service-worker.js": "worker.js", "service-worker-off.js": "off.js"}
    app.extensions["release_folder"] = tmp_path
    (tmp_path / "worker.js").write_text("works()")
    (tmp_path / "off.js").write_text("ends()")
    yield app
    app.extensions["release"] = kept
    app.extensions["release_folder"] = folder
    app.config["WORKER"] = True


def test_a_visitor_gets_it_as_a_script_with_the_build(built, visitor):
    answer = visitor.get("/service-worker.js")

    assert answer.status_code == 200 and answer.mimetype == "text/javascript"
    assert answer.text == f'self.build = "{built.config["BUILD"]}"\nworks()'
    assert answer.headers["Cache-Control"] == "no-cache"


def test_unchanged_it_is_not_sent_again(built, visitor):
    first = visitor.get("/service-worker.js")

    assert visitor.get("/service-worker.js", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_switched_off_the_one_comes_that_ends_it(built, visitor):
    built.config["WORKER"] = False

    assert "ends()" in visitor.get("/service-worker.js").text


def test_without_a_build_there_is_none(app, visitor):
    kept = app.extensions["release"]
    app.extensions["release"] = {}
    answer = visitor.get("/service-worker.js")
    app.extensions["release"] = kept

    assert answer.status_code == 404


def test_the_environment_switches_it_off(monkeypatch, tmp_path):
    monkeypatch.setenv("NEIGHBOUR_HOME", str(tmp_path))
    assert Config.from_env().WORKER

    monkeypatch.setenv("NEIGHBOUR_WORKER", "off")
    assert not Config.from_env().WORKER
    assert not create_app(replace(Config.from_env(), DEMO=False)).config["WORKER"]

    monkeypatch.setenv("NEIGHBOUR_WORKER", "perhaps")
    with pytest.raises(Misconfigured):
        is_on("NEIGHBOUR_WORKER")
