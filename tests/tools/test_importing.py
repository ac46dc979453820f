"""The catalogue comes from files, again and again."""

import json

import pytest
from sqlalchemy import func, select

from neighbour.db import db
from neighbour.tools.importing import HERE, import_catalogue
from neighbour.tools.models import Category, Exclusion, Offer, Tool, Wish

LISTED = json.loads((HERE / "tools.json").read_text(encoding="utf-8"))


def tool(slug):
    return db.session.scalars(select(Tool).where(Tool.slug == slug)).one()


def rows():
    return [db.session.scalar(select(func.count(model.id))) for model in (Tool, Wish, Category, Exclusion, Offer)]


@pytest.fixture
def newer_file(tmp_path):
    """The same list, in which Signal has a new name and a new sentence."""

    def write(**changes):
        listed = json.loads(json.dumps(LISTED))
        next(each for each in listed["tools"] if each["id"] == "signal").update(changes)
        file = tmp_path / "tools.json"
        file.write_text(json.dumps(listed))
        return file

    return write


def test_every_tool_of_the_list_and_the_three_of_paper_are_there(catalogue, stage):
    with stage():
        slugs = set(db.session.scalars(select(Tool.slug)))
        assert slugs == {each["id"] for each in LISTED["tools"]} | {"telefonkette", "stecktafel", "wandkalender"}
        assert db.session.scalar(select(func.count(Wish.id))) == 30


def test_what_is_null_in_the_list_is_none_and_not_false(catalogue, stage):
    with stage():
        assert tool("signal").eu_hosting is None
        assert tool("wechange").cost_model is None


def test_importing_twice_doubles_nothing_and_changes_nothing(catalogue, stage):
    with stage():
        before = rows()
        outcome = import_catalogue()
        assert (outcome.added, outcome.changed) == (0, 0)
        assert rows() == before


def test_a_newer_file_changes_what_it_says(catalogue, stage, newer_file):
    with stage():
        outcome = import_catalogue(newer_file(name="Signal 2"))
        assert outcome.changed == 1
        assert tool("signal").name == "Signal 2"


def test_what_the_team_wrote_stays_and_the_rest_follows_the_file(catalogue, stage, newer_file):
    with stage() as people:
        signal = tool("signal")
        fields = {"one_line": "Our own words."}
        signal.edit(by=people.eva, seen=signal.version, fields=fields, labels={}, checked=False)
    with stage():
        import_catalogue(newer_file(name="Signal 2", one_line_de="Words of the file."))
        assert (tool("signal").name, tool("signal").one_line) == ("Signal 2", "Our own words.")


def test_wishes_that_the_team_chose_stay(catalogue, stage):
    with stage() as people:
        signal = tool("signal")
        chosen = db.session.scalars(select(Wish).where(Wish.code == "minutes")).all()
        signal.edit(by=people.eva, seen=signal.version, fields={"wishes": chosen}, labels={}, checked=False)
    with stage():
        import_catalogue()
        assert [wish.code for wish in tool("signal").wishes] == ["minutes"]


def test_the_command_says_what_it_did(app):
    first = app.test_cli_runner().invoke(args=["tools", "import"])
    second = app.test_cli_runner().invoke(args=["tools", "import"])

    assert first.output == "tools: 72 added, 0 changed, 0 as before\n"
    assert second.output == "tools: 0 added, 0 changed, 72 as before\n"
