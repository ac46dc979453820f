"""What is typed or pasted about several callers is understood, and never guessed into the kitchen."""

import pytest

from tests.events.registration.lists import rows


@pytest.fixture
def paste(sign_in, announce):
    """Registers these lines; the address of the event and the page that comes back."""
    address, eva = announce(), sign_in("eva")

    def pasted(lines: str, **words):
        form = {"lines": lines, **words}
        return address, eva.post(f"{address}/registrations/proxy", data=form, follow_redirects=True).text

    return pasted


def test_lines_of_a_spreadsheet(paste, stage):
    address, _page = paste("Otto B.\tThe Mill\t0221 / 47 11-0\tEssen: kein Fleisch, keine Nüsse\nMia\t\tBus: 14 Uhr")

    with stage():
        otto, mia = rows(address)
        assert (otto.initiative.slug, otto.phone, otto.food) == ("mill", "0221 / 47 11-0", "kein Fleisch, keine Nüsse")
        assert (mia.initiative_id, mia.travel) == (None, "14 Uhr")


def test_words_without_a_label_are_not_cooked(paste, stage):
    address, _page = paste("Otto B., The Mill, vegetarisch, Gehen: Rollstuhl")

    with stage():
        [otto] = rows(address)
        assert (otto.food, otto.access) == ("", "Rollstuhl, Sonstiges: vegetarisch")


@pytest.mark.parametrize("line", ["Otto B., 0221 4711", "Otto B., mill, Tel: 0221 4711", "Otto B.; ; +49 221 4711"])
def test_a_number_is_a_telephone(paste, stage, line):
    address, _page = paste(line)

    with stage():
        assert "4711" in rows(address)[0].phone and rows(address)[0].access == ""


def test_how_it_came_in_is_said_for_all(paste, stage):
    address, _page = paste("Otto B.\nMia", channel="slip")

    with stage():
        assert [row.channel for row in rows(address)] == ["slip", "slip"]


def test_whoever_is_there_gets_only_what_is_named_and_the_page_says_so(paste, stage):
    paste("Otto B., mill, Essen: vegetarisch")

    address, page = paste("Otto B., mill, vor allem Suppe, Fahrt: Abholung")

    assert "Schon auf der Liste: Otto B., ergänzt: Hin und zurück: Abholung" in page
    assert "nicht übernommen: „vor allem Suppe“" in page
    with stage():
        [otto] = rows(address)
        assert (otto.food, otto.travel, otto.access) == ("vegetarisch", "Abholung", "")
