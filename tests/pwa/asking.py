"""Asks for packs as a device does."""

import json


def names(browser) -> list[str]:
    return [part["name"] for part in browser.get("/sync/packs").get_json()["packs"]]


def manifest(browser, name: str) -> dict:
    return browser.get(f"/sync/packs/{name}").get_json()


def urls(browser, name: str) -> list[str]:
    return [page[0] for page in manifest(browser, name)["pages"]]


def lines(browser, name: str, want: str = "") -> list[dict]:
    etag = manifest(browser, name)["etag"]
    answer = browser.get(f"/sync/packs/{name}/pages?of={etag}&want={want}")
    assert answer.status_code == 200, answer.text
    return [json.loads(line) for line in answer.text.splitlines()]
