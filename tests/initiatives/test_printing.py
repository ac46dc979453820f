"""The slips on paper: a browser prints them, a camera reads them."""

import shutil
import subprocess

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import sync_playwright

from neighbour.db import db
from neighbour.initiatives import Invitation
from tests import cast

HOST = "http://localhost"
LONG_NAME = "Karl-Heinz Obermüller-Schmidtbauer vom Lütkenbrooker Wiesengrund"


@pytest.fixture
def printed(sign_in, tmp_path):
    """`printed(address)` is the page as Ada's browser prints it: a picture for each sheet of paper."""
    ada = sign_in("ada")

    def answer(route):
        found = ada.get(route.request.url.removeprefix(HOST))
        route.fulfill(status=found.status_code, headers=dict(found.headers), body=found.data)

    def show(address: str) -> list:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page()
            page.route("**/*", answer)
            page.goto(HOST + address)
            page.pdf(path=tmp_path / "slips.pdf", prefer_css_page_size=True)
            browser.close()
        paper = ["pdftoppm", "-r", "150", "-gray", "-png", tmp_path / "slips.pdf", tmp_path / "sheet"]
        subprocess.run(paper, check=True)
        return [Image.open(sheet) for sheet in sorted(tmp_path.glob("sheet*.png"))]

    return show


def test_six_slips_fill_a_sheet_and_a_camera_reads_each(printed, stage):
    with stage() as people:
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
