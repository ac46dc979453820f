"""A house with one tool and somebody who wrote a sheet beside it, and places that only some see."""

import io
import re

import pytest

from neighbour.db import db
from neighbour.tools import Tool
from tests.uploads.documents import PDF

TEXT = {"title": "Telefonkette: das Blatt", "body": "Zehn Namen, zehn Nummern.", "plain": "", "note": ""}


@pytest.fixture
def tool(stage) -> str:
    """The code of a tool as a place."""
    with stage():
        chain = Tool(slug="chain", name="The Chain", paper=True)
        db.session.add(chain)
        db.session.flush()
        return f"tool:{chain.id}"


def pdf(name: str = "blatt.pdf") -> tuple[io.BytesIO, str]:
    return io.BytesIO(PDF), name


def write(browser, place: str, **words) -> str:
    """The address of a new material."""
    answer = browser.post("/materials", data={"place": place, **TEXT, **words})
    assert answer.status_code == 303, answer.text
    return answer.location


def version_of(browser, address: str) -> str:
    return re.search(r'name="version" value="([^"]+)"', browser.get(f"{address}/edit").text)[1]


def replace(browser, address: str, **words):
    version = words.pop("version", None) or version_of(browser, address)
    return browser.post(address, data={**TEXT, "version": version, **words})
