"""The pictures of the README, taken from the demo: `.venv/bin/python -m tests.browser.take_pictures`."""

import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import PASSWORD
from tests.chromium import LAUNCH
from tests.serving.starts import ROOT, Start

FOLDER = ROOT / "docs" / "pictures"
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}
GAP = 16
NEED = "a.row__title:has-text('Zettel im Schaukasten')"
EVENT = "a.row__title:has-text('Termine, die alle sehen')"


def signed_in(browser: Browser, start: Start, handle: str, **look):
    page = browser.new_context(base_url=start.address, locale="de-DE", **look).new_page()
    page.goto("/sign-in")
    form = page.locator("form", has=page.locator("input[type=password]"))
    form.locator("[name=email]").fill(f"{handle}@demo.example")
    form.locator("[name=password]").fill(PASSWORD)
    form.locator("[name=device][value=mine]").check()
    form.locator("button").first.click()
    page.wait_for_url("**/")
    return page


def phone_pages(browser: Browser, start: Start, handle: str, scheme: str) -> list[bytes]:
    page = signed_in(browser, start, handle, viewport=PHONE, color_scheme=scheme)
    taken = [page.screenshot()]
    for address, row in (("/needs", NEED), ("/events", EVENT)):
        page.goto(address)
        page.click(row)
        page.wait_for_url("**" + address + "/*")
        taken.append(page.screenshot())
    page.goto("/tools")
    taken.append(page.screenshot())
    page.context.close()
    return taken


def pages_without_a_network(browser: Browser, start: Start) -> list[bytes]:
    """What is taken along, a tool read and a reply written in a hall without a network, and what became of it."""
    page = signed_in(browser, start, "renate", viewport=PHONE)
    page.goto("/pack")
    page.wait_for_selector("#pack[data-state=complete]")
    taken = [page.screenshot()]
    page.goto("/forum/rooms/alle")
    page.click("main a.row__title")
    page.wait_for_url("**/forum/topics/*")
    page.wait_for_load_state("networkidle")
    topic = page.url
    page.context.set_offline(True)
    page.goto(f"{start.address}/tools/nuudel")
    taken.append(page.screenshot())
    page.goto(topic)
    page.get_by_label("Ihre Antwort").fill("Wir bringen die Stellwand mit. Sie passt in den Kombi.")
    page.get_by_role("button", name="Absenden").click()
    page.locator("[data-pending]").scroll_into_view_if_needed()
    taken.append(page.screenshot())
    page.goto("/outbox")
    page.wait_for_selector("#outbox-waiting article")
    page.context.set_offline(False)
    page.wait_for_selector("#outbox-arrived article")
    taken.append(page.screenshot())
    page.context.close()
    return taken


def beside_each_other(pictures: list[bytes], path: Path) -> None:
    opened = [Image.open(BytesIO(picture)).convert("RGB") for picture in pictures]
    width = sum(picture.width for picture in opened) + GAP * (len(opened) - 1)
    sheet = Image.new("RGB", (width, opened[0].height), "white")
    left = 0
    for picture in opened:
        sheet.paste(picture, (left, 0))
        left += picture.width + GAP
    sheet.quantize(128).save(path, optimize=True)


def main() -> None:
    start = Start(Path(tempfile.mkdtemp()), NEIGHBOUR_DEMO="1").wait_until_up()
    with sync_playwright() as engines:
        browser = engines.chromium.launch(**LAUNCH)
        beside_each_other(phone_pages(browser, start, "renate", "light"), FOLDER / "phone.png")
        beside_each_other(phone_pages(browser, start, "renate", "dark"), FOLDER / "night.png")
        beside_each_other(pages_without_a_network(browser, start), FOLDER / "hall.png")
        desk = signed_in(browser, start, "jonas", viewport=DESK)
        desk.goto("/desk")
        beside_each_other([desk.screenshot()], FOLDER / "desk.png")
        browser.close()
    start.end()


if __name__ == "__main__":
    main()
