"""What hangs on the wall fits on one sheet, and its code leads back to the tool."""

import io
import re

import pytest
import zxingcpp
from PIL import Image

LONGEST = ["gnucash", "teamup", "nextcloud_calendar", "stecktafel", "viele_schaffen_mehr"]


@pytest.fixture
def sheets(catalogue, sign_in, browser):
    """A real browser whose pages come from the application, without a server between them."""
    ben = sign_in("ben")

    def answer(route):
        reply = ben.get(route.request.url.removeprefix("http://localhost"))
        route.fulfill(status=reply.status_code, headers=dict(reply.headers), body=reply.data)

    page = browser.new_page(viewport={"width": 1000, "height": 1400}, service_workers="block")
    page.route("**/*", answer)
    yield page
    page.close()


def pages_of(page):
    return re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))


@pytest.mark.parametrize("slug", LONGEST)
def test_the_sheet_of_a_tool_is_one_a4_page(sheets, slug):
    sheets.goto(f"http://localhost/tools/{slug}/print")

    [(width, height)] = pages_of(sheets)
    assert (round(float(width)), round(float(height))) == (595, 842)


@pytest.mark.parametrize("slug", ["telefonkette", "stecktafel", "wandkalender"])
def test_the_form_of_a_paper_entry_is_one_page_across(sheets, slug):
    sheets.goto(f"http://localhost/tools/{slug}/form")

    [(width, height)] = pages_of(sheets)
    assert (round(float(width)), round(float(height))) == (842, 595)
    assert sheets.locator("tbody tr").count() == 12


def test_the_code_on_the_sheet_leads_to_the_tool(sheets):
    sheets.goto("http://localhost/tools/nuudel/print")
    picture = Image.open(io.BytesIO(sheets.locator(".sheet__square").screenshot(scale="css")))

    [code] = zxingcpp.read_barcodes(picture.resize((picture.width * 3, picture.height * 3)))

    assert code.text == "http://localhost/tools/nuudel"


def test_every_tool_has_a_sheet_without_inline_style(catalogue, sign_in):
    page = sign_in("ben").get("/tools/nuudel/print").text
    assert "<svg" in page and " style=" not in page and page.count("tearoff__strip") == 8
