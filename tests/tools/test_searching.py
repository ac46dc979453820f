"""Somebody types a word into the search of the catalogue."""

import re

import pytest
from sqlalchemy import update

from neighbour.db import db
from neighbour.tools.models import Tool
from neighbour.web.folding import fold


@pytest.fixture
def found(catalogue, sign_in):
    """The slugs in the answer to a question, in their order."""
    browser = sign_in("ben")

    def ask(words):
        answer = browser.get("/tools", query_string={"q": words})
        assert answer.status_code == 200
        return re.findall(r'row__title" href="/tools/([\w-]+)"', answer.text)

    return ask


@pytest.fixture
def about(stage):
    """Gives a tool words of its own to be found by."""

    def write(slug, words):
        with stage():
            db.session.execute(update(Tool).where(Tool.slug == slug).values(folded=f"{slug}\n\n{fold(words)}\n"))

    return write


def test_a_name_stands_before_a_mention_in_a_text(found):
    assert found("nextcloud")[0].startswith("nextcloud")
    assert found("signal")[0] == "signal"


def test_a_part_finds_the_compound(found, about):
    about("kanboard", "Mitgliederumfrage auswerten")
    assert "kanboard" in found("umfrage")


def test_a_noun_finds_the_two_words_it_is_made_of(found):
    assert {"nuudel", "wandkalender"} <= set(found("terminfindung"))


@pytest.mark.parametrize("typed", ["Schließfach", "schliessfach", "SCHLIESSFACH"])
def test_sharp_s_and_double_s_are_one(found, about, typed):
    about("kanboard", "Schließfach im Vereinsheim")
    assert found(typed) == ["kanboard"]


@pytest.mark.parametrize("typed", ["Überweisung", "ueberweisung", "uberweisung", "u\u0308berweisung"])
def test_umlauts_may_be_written_as_people_can(found, about, typed):
    about("gnucash", "Überweisungsträger drucken")
    assert found(typed) == ["gnucash"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("nudel", "nuudel"), ("Wazzap", "whatsapp"), ("whatsup", "whatsapp"), ("Signahl", "signal"), ("trema", "threema"),
     ("libre ofice", "libreoffice"), ("Nekstcloud", "nextcloud")],
)  # fmt: skip
def test_a_near_miss_finds_what_was_meant(found, typed, meant):
    assert meant in found(typed)[:3]


def test_a_near_miss_is_said(catalogue, sign_in):
    assert "Meinten Sie ‚WhatsApp‘?" in sign_in("ben").get("/tools?q=wazzap").text


def test_every_word_must_be_somewhere(found):
    assert "umap" in found("karte ort")
    assert "signal" not in found("karte ort")


def test_everyday_words_and_paper_words_find_tools(found):
    assert "gnucash" in found("kassenbuch")
    assert "signal" in found("schnell erreichen")


def test_what_nobody_knows_says_so_in_a_sentence(catalogue, sign_in):
    answer = sign_in("ben").get("/tools?q=qqxyzzy")
    assert "Nichts gefunden zu ‚qqxyzzy‘." in answer.text


@pytest.mark.parametrize("typed", ["%", "_", "<script>", "'; --", "a" * 5000, "\x00", "   ", "🙂", "ß", "."])
def test_odd_questions_get_an_answer(found, typed):
    assert isinstance(found(typed), list)


def test_a_script_gets_only_the_part_that_changes_and_the_address_of_the_page(catalogue, sign_in):
    answer = sign_in("ben").script("GET", "/tools/found?q=nuudel&only=account")

    assert "<main" not in answer.text and 'href="/tools/nuudel"' in answer.text
    assert answer.headers["HX-Replace-Url"] == "/tools?q=nuudel&only=account"


@pytest.mark.parametrize("words", ["Rundruf", "alle anrufen", "Kettenanruf"])
def test_another_word_for_the_same_leads_to_it(found, words):
    assert "telefonkette" in found(words)
