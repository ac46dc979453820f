"""Jonas lays a sheet beside a tool and replaces it, while Renate reads the old one: on a phone and at a desk, with
JavaScript and without."""

import re

import pytest
from playwright.sync_api import expect

from tests.uploads.documents import PDF

WIDTHS = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 900}}


def file(name: str, octets: bytes = PDF) -> dict:
    return {"name": name, "mimeType": "application/pdf", "buffer": octets}


@pytest.fixture(params=[("phone", True), ("desk", True), ("phone", False), ("desk", False)], ids=str)
def people(request, page_of):
    """Jonas and Renate, each before a screen of this width."""
    width, javascript = request.param
    look = {} if javascript else {"javascript": False}
    for handle in ("jonas", "renate"):
        page_of(handle, **look).set_viewport_size(WIDTHS[width])
    yield page_of("jonas", **look), page_of("renate", **look)
    for handle in ("jonas", "renate"):
        page_of(handle, **look).set_viewport_size(WIDTHS["phone"])


def save(page) -> None:
    page.get_by_role("button", name="Speichern").click()


def test_what_is_replaced_while_somebody_reads_it_stays_readable_and_says_so(people, request):
    jonas, renate = people
    title = f"Blatt {request.node.name}"[:110]
    jonas.goto("/tools/telefonkette")
    jonas.get_by_role("link", name="Material dazulegen").click()
    jonas.get_by_label("Titel").fill(title)
    jonas.get_by_label("Text", exact=True).fill("Zehn Namen, zehn Nummern.")
    jonas.get_by_label(re.compile("^Dateien")).set_input_files(file("liste-alt.pdf"))
    save(jonas)
    expect(jonas.get_by_role("heading", level=1)).to_have_text(title)

    renate.goto("/tools/telefonkette")
    renate.get_by_role("link", name=title, exact=True).click()
    old_file = renate.get_by_role("link", name="liste-alt.pdf").get_attribute("href")
    expect(renate.get_by_role("link", name="Neue Fassung schreiben")).to_have_count(0)

    jonas.get_by_role("link", name="Neue Fassung schreiben").click()
    jonas.get_by_label("Was ist neu?").fill("Zwei Namen mehr.")
    jonas.get_by_label("liste-alt.pdf weglassen").check()
    jonas.get_by_label("Text", exact=True).fill("Zwölf Namen, zwölf Nummern.")
    jonas.get_by_label(re.compile("^Dateien")).set_input_files(file("liste-neu.pdf", PDF + b"%"))
    save(jonas)
    expect(jonas.locator("#text")).to_contain_text("Zwölf Namen")

    assert renate.request.get(old_file).body() == PDF
    renate.reload()
    expect(renate.locator("#text")).to_contain_text("Zwölf Namen")
    expect(renate.get_by_role("link", name="liste-alt.pdf")).to_have_count(0)
    renate.get_by_role("link", name="Alle 2 Fassungen").click()
    renate.get_by_role("link", name=re.compile("^Fassung 1 vom")).click()
    expect(renate.locator("#text")).to_contain_text("Zehn Namen")
    expect(renate.get_by_role("link", name="liste-alt.pdf")).to_be_visible()
    expect(renate.locator(".notice", has_text="Es gibt eine neuere.")).to_be_visible()
    renate.get_by_role("link", name=re.compile("^Zur neuen Fassung")).click()
    expect(renate.locator("#text")).to_contain_text("Zwölf Namen")


@pytest.mark.parametrize("look", [{}, {"javascript": False}], ids=["with", "without"])
def test_a_file_that_is_too_large_is_named_and_the_text_is_still_there(page_of, look):
    jonas = page_of("jonas", **look)
    jonas.goto("/tools/telefonkette")
    jonas.get_by_role("link", name="Material dazulegen").click()
    jonas.get_by_label("Titel").fill("Zu groß")
    jonas.get_by_label("Text", exact=True).fill("Der Text bleibt.")
    jonas.get_by_label(re.compile("^Dateien")).set_input_files(file("gross.pdf", PDF + bytes(16 * 1024 * 1024)))
    save(jonas)

    if look:
        expect(jonas.get_by_role("alert")).to_contain_text("Das ist zu groß. Möglich sind 15 MB.")
    else:
        assert "zu groß" in jonas.get_by_label(re.compile("^Dateien")).evaluate("field => field.validationMessage")
    expect(jonas.get_by_label("Text", exact=True)).to_have_value("Der Text bleibt.")
    expect(jonas.get_by_label("Titel")).to_have_value("Zu groß")
