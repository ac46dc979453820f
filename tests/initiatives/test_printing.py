"""The slips on paper: a browser prints them, a camera reads them."""

import subprocess

import pytest
import zxingcpp
from PIL import Image

from neighbour.db import db
from neighbour.initiatives import Invitation
from tests import cast

HOST = "http://localhost"
PRINTED_WIDTH = {"width": 733, "height": 1062}
LONG_NAME = "Karl-Heinz Obermüller-Schmidtbauer vom Lütkenbrooker Wiesengrund"


@pytest.fixture
def paper(sign_in, browser):
    """Ada's browser, as wide as the printed part of an A4 page."""
    ada = sign_in("ada")

    def answer(route):
        found = ada.get(route.request.url.removeprefix(HOST))
        route.fulfill(status=found.status_code, headers=dict(found.headers), body=found.data)

    page = browser.new_page(viewport=PRINTED_WIDTH)
    page.route("**/*", answer)
    yield page
    page.close()


@pytest.fixture
def printed(paper, tmp_path):
    """`printed(address)` is the page as Ada's browser prints it: a picture for each sheet of paper."""

    def show(address: str) -> list:
        paper.goto(HOST + address)
        paper.pdf(path=tmp_path / "slips.pdf", prefer_css_page_size=True)
        pictures = ["pdftoppm", "-r", "150", "-gray", "-png", tmp_path / "slips.pdf", tmp_path / "sheet"]
        subprocess.run(pictures, check=True)
        return [Image.open(sheet) for sheet in sorted(tmp_path.glob("sheet*.png"))]

    return show


def test_six_slips_fill_a_sheet_and_a_camera_reads_each(printed, stage):
    with stage() as people:
        people.ada.name, people.ada.phone = "Annegret Obermüller-Schmidtbauer", "02204 4710-2010"
        mill = cast.initiative("mill")
        mill.name = "Gemeinsam alt werden im Tannenwerth und drumherum, mit Besuchsdienst und Kaffee"
        names = [LONG_NAME, "Anni", "Willi", "Gerda", "Hein", "Lisbeth", "Ole"]
        issued = Invitation.issue_many(names, by=people.ada, initiative=mill)
        db.session.flush()
        addresses = {f"{HOST}/join/{each.code}" for each in issued}

    sheets = printed("/initiatives/invitations/slips")

    read = [{found.text for found in zxingcpp.read_barcodes(sheet)} for sheet in sheets]
    assert [len(texts) for texts in read] == [6, 1]
    assert read[0] | read[1] == addresses


def test_everything_on_a_slip_is_to_be_read_and_nothing_stands_above_it(paper, stage):
    with stage() as people:
        people.ada.name, people.ada.phone = "Annegret Obermüller-Schmidtbauer", "02204 4710-2010"
        mill = cast.initiative("mill")
        mill.name = "Gemeinsam alt werden im Tannenwerth und drumherum, mit Besuchsdienst und Kaffee"
        Invitation.issue_many([LONG_NAME, "Anni"], by=people.ada, initiative=mill)
    paper.goto(f"{HOST}/initiatives/invitations/slips")
    paper.emulate_media(media="print")

    cut = "slips => slips.filter(slip => slip.scrollHeight > slip.clientHeight + 1).length"
    small = "parts => Math.min(...parts.map(part => parseFloat(getComputedStyle(part).fontSize)))"
    assert paper.locator(".slips__slip").evaluate_all(cut) == 0
    assert paper.locator(".slips__slip *:not(svg, svg *)").evaluate_all(small) >= 16
    assert not paper.locator(".notices").is_visible()
    assert "Fragen? 02204 4710-2010" in paper.locator(".slips__slip").first.inner_text()
