"""What tests do with materials in a browser without a window."""

import io
import re

from tests.uploads.documents import PDF

TEXT = {"title": "Telefonkette: das Blatt", "body": "Zehn Namen, zehn Nummern.", "plain": "", "note": ""}


def pdf(name: str = "blatt.pdf", octets: bytes = PDF) -> tuple[io.BytesIO, str]:
    return io.BytesIO(octets), name


def write(browser, place: str, **words) -> str:
    """The address of a new material."""
    answer = browser.post("/materials", data={"place": place, **TEXT, **words})
    assert answer.status_code == 303, answer.text
    return answer.location


def version_of(browser, address: str) -> str:
    """The version that a form opened now is written on."""
    return re.search(r'name="version" value="([^"]+)"', browser.get(f"{address}/edit").text)[1]


def replace(browser, address: str, **words):
    version = words.pop("version", None) or version_of(browser, address)
    return browser.post(address, data={**TEXT, "version": version, **words})


def uploads_on(browser, address: str) -> list[str]:
    """The addresses of the files on a page."""
    return re.findall(r'href="(/uploads/[^"]+)"', browser.get(address).text)
