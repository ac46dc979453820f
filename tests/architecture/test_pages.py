"""Every page that somebody can reach by links answers them, and its markup is sound."""

import pytest

from tests.architecture.pages import Page, faults_of_page, require_none

EVERYBODY = ("visitor", "ada", "eva", "renate", "greta", "okafor", "otto")
SCRIPT = {"HX-Request": "true", "HX-Request-Type": "partial"}


def test_the_reader_notices_what_is_wrong():
    text = '<html><p id="a" style="x"><div id="a" onclick="b"></p><img src="//c"><a href="#d"></a><form></form>'
    text += '<label for="e">'

    found = "\n".join(faults_of_page(text))

    for fault in (
        "inline code",
        "onclick",
        "//c",
        "d is pointed at",
        "e is pointed at",
        "without method",
        "id a twice",
    ):
        assert fault in found
    for fault in ("never closed", "language", "0 <h1>", "</p> where <div> is open"):
        assert fault in found


@pytest.mark.parametrize("handle", EVERYBODY)
def test_every_page_answers_and_its_markup_is_sound(crawl, handle):
    walk = crawl(handle)

    require_none([f"{visit.address} answers {visit.status}" for visit in walk.visits if visit.status != 200])
    require_none([f"no such address: {way}" for way in walk.dead_ends])
    require_none(
        [f"{page.address}: {fault}" for page in walk.visits if page.is_page for fault in faults_of_page(page.text)]
    )


@pytest.mark.parametrize("handle", ("ada", "eva", "renate"))
def test_every_page_has_a_part_that_a_script_may_swap(crawl, browser_of, handle):
    browser, faults = browser_of(handle), []
    for address in [visit.address for visit in crawl(handle).visits if visit.is_page]:
        answer = browser.get(address, headers=SCRIPT, follow_redirects=True)
        part = Page(answer.text)
        faults += [f"{address} answers {answer.status_code}"] * (answer.status_code != 200)
        faults += [f"{address} is more than a part"] * bool({"html", "head", "body"} & set(part.tags))
        faults += [f"{address}: {fault}" for fault in part.faults if "pointed at" not in fault]

    require_none(faults)
