"""Ticks narrow the catalogue; what is not known is neither yes nor no."""

import re

import pytest
from sqlalchemy import update

from neighbour.db import db
from neighbour.tools.finding import Question, find
from neighbour.tools.models import Tool


def slugs(answer):
    return set(re.findall(r'row__title" href="/tools/([\w-]+)"', answer.text))


@pytest.fixture
def ben(catalogue, sign_in):
    return sign_in("ben")


def test_ticks_combine(ben):
    offline, both = slugs(ben.get("/tools?only=offline")), slugs(ben.get("/tools?only=offline&only=easy"))

    assert both < offline
    assert "libreoffice" in both and "gnucash" in offline - both


def test_paper_fits_every_tick(ben):
    everything = ben.get("/tools?only=offline&only=account&only=free&only=eu&only=easy")
    assert {"telefonkette", "stecktafel", "wandkalender"} <= slugs(everything)


def test_a_fact_that_is_not_known_is_left_out_and_counted(ben):
    answer = ben.get("/tools?only=eu")

    assert "signal" not in slugs(answer) and "nuudel" in slugs(answer)
    assert "Bei 14 Werkzeugen ist das nicht bekannt. Sie stehen nicht in der Liste." in answer.text


def test_a_known_no_is_not_counted_as_unknown(ben, stage):
    with stage():
        db.session.execute(update(Tool).where(Tool.slug == "signal").values(eu_hosting=False))

    assert "Bei 13 Werkzeugen" in ben.get("/tools?only=eu").text


def test_a_search_and_ticks_combine(ben):
    assert slugs(ben.get("/tools?q=termin&only=account")) < slugs(ben.get("/tools?q=termin"))


def test_a_theme_shows_its_tools(ben):
    assert slugs(ben.get("/tools?category=mapping")) >= {"umap", "wheelmap"}
    assert "signal" not in slugs(ben.get("/tools?category=mapping"))


def test_an_empty_list_says_which_tick_to_drop(ben, stage):
    with stage():
        paid = {"offline": "none", "account_participant": "none", "cost_model": "paid", "paper": False}
        four = Tool.slug.in_(["umap", "nuudel", "briar", "gancio"])
        db.session.execute(update(Tool).values(**paid))
        db.session.execute(update(Tool).where(four).values(offline="full"))

    answer = ben.get("/tools?only=offline&only=account&only=free")

    assert "Kein Werkzeug passt zu allen drei Häkchen. Ohne das Häkchen bei ‚kostenlos‘ wären es vier." in answer.text
    assert 'href="/tools?only=offline&amp;only=account"' in answer.text


def test_an_empty_list_that_no_single_tick_explains_says_only_that(ben, stage):
    with stage():
        db.session.execute(update(Tool).values(offline="none", cost_model="paid", difficulty=3, paper=False))

    answer = ben.get("/tools?only=offline&only=free&only=easy")

    assert "Kein Werkzeug passt zu allen drei Häkchen." in answer.text and "Ohne das" not in answer.text


def test_one_tool_left_is_said_in_the_singular(catalogue, stage):
    with stage():
        tools = [Tool(slug="a", name="A", paper=False, offline="full", cost_model="paid", folded="")]
        found = find(tools, Question(ticks=("offline", "free")), None)
        assert found.advice == "Kein Werkzeug passt zu beiden Häkchen. Ohne das Häkchen bei ‚kostenlos‘ wäre es eines."


@pytest.mark.parametrize("address", ["/tools?only=nonsense", "/tools?category=nonsense", "/tools?only=&all=&q="])
def test_made_up_questions_get_an_answer(ben, address):
    assert ben.get(address).status_code == 200


def test_the_first_page_leads_from_wishes_to_tools(ben):
    page = ben.get("/tools").text

    places = [page.index(words) for words in ("Ich möchte …", "alle schnell erreichen", "Was zählt", "Nach Themen")]
    assert places == sorted(places)
    assert len(slugs(ben.get("/tools"))) <= 25 and len(slugs(ben.get("/tools?all=1"))) == 72
    assert len(re.findall('class="wish"', ben.get("/tools/wishes").text)) == 30
