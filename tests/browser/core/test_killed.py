"""Plane mode right after signing in; then the browser is killed, and everything arrives once and in order."""

import os
import re
import signal
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import expect

from tests.browser.core.halls import POSTS, Hall
from tests.browser.phones import Phone
from tests.chromium import LAUNCH
from tests.serving.starts import wait_until
from tests.uploads.pictures import jpeg

PARTS = "async () => (await (await fetch('/sync/packs')).json()).packs.filter(({ wanted }) => wanted).map(({ name }) => name)"
TAKEN = """async wanted => {
  const known = (await indexedDB.databases()).find(({ name }) => name.startsWith("kept-"))
  if (!known) return false
  const db = await new Promise(resolve => indexedDB.open(known.name).onsuccess = ({ target }) => resolve(target.result))
  const parts = await new Promise(resolve => db.transaction("parts").objectStore("parts").getAll().onsuccess =
    ({ target }) => resolve(target.result))
  db.close()
  return wanted.every(name => parts.some(part => part.name === name && part.at && part.count === part.of))
}"""

PHOTO = {"name": "tuer.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}


class Pocket:
    """Chromium with a disk of its own, which can be killed and started again."""

    def __init__(self, playwright, folder: Path, address: str) -> None:
        self.chromium, self.folder, self.address = playwright.chromium, folder, address
        self.cookies: list = []
        self.start()

    def start(self) -> None:
        look = {"base_url": self.address, "locale": "de-DE", "permissions": ["background-sync"]}
        self.context = self.chromium.launch_persistent_context(str(self.folder), **LAUNCH, **look)
        self.context.add_cookies(self.cookies)
        self.phone = Phone(self.context, may_lose_network=True)
        self.page = self.phone.page

    def kill(self) -> None:
        """Without a good-bye, as when the phone is switched off. Cookies lie on a disk later than this test can wait."""
        self.cookies = self.context.cookies()
        [number] = [found for found in browsers() if is_of(found, self.folder)]
        os.kill(number, signal.SIGKILL)
        assert wait_until(lambda: not any(is_of(found, self.folder) for found in browsers()), 20)
        self.close()

    def close(self) -> None:
        with suppress(PlaywrightError):  # it may be dead already
            self.context.close()


def browsers() -> list[int]:
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdecimal()]


def is_of(number: int, folder: Path) -> bool:
    """The browser itself; its helpers die with it."""
    try:
        command = Path(f"/proc/{number}/cmdline").read_bytes().decode(errors="replace")
    except OSError:
        return False
    return f"--user-data-dir={folder}" in command and "--type=" not in command


@pytest.fixture
def pocket(playwright, tmp_path, line):
    pocket = Pocket(playwright, tmp_path / "disk", line.address)
    yield pocket
    pocket.close()


def test_killed_while_it_sends_everything_arrives_once_and_in_order(pocket, line, hand_of):
    """Failures 48 and 49."""
    ole = hand_of("ole")
    pocket.phone.sign_in("renate@demo.example", "nachbarschaft", "mine")
    hall = Hall(pocket.page, line, ole, ole.open_topic("Wer räumt auf?")).enter()
    line.becomes("stall", POSTS)
    hall.reply("Ich räume auf.")
    assert hall.arrives("Ich räume auf.")
    hall.reply("Und ich fege.")
    expect(hall.page.locator("[data-pending]")).to_have_count(2)
    pocket.kill()
    line.becomes("ok")

    pocket.start()
    hall.page = pocket.page
    hall.page.goto(hall.topic)

    assert hall.arrives("Ich räume auf.", "Und ich fege.")
    assert hall.becomes("arrived")


def test_from_a_fresh_sign_in_through_plane_mode_and_a_killed_browser(pocket, line, hand_of):
    page = pocket.page
    pocket.phone.sign_in("renate@demo.example", "nachbarschaft", "mine")
    wanted = page.evaluate(PARTS)
    assert "tools" in wanted
    pocket.phone.wait(TAKEN, wanted)
    pocket.context.set_offline(True)
    line.becomes("refuse")

    read_what_was_never_visited(page)
    write_a_topic_with_a_reply_and_a_photo(page)
    pocket.kill()
    pocket.start()
    line.becomes("ok")
    pocket.page.goto("/outbox")

    ole = hand_of("ole")
    assert wait_until(lambda: topic_of(ole) is not None, 20)
    hall = Hall(pocket.page, line, ole, topic_of(ole))
    assert hall.arrives("Am Haken im Flur?", "Ja, am Haken.")
    assert ole.request.get(hall.topic).text().count('class="upload__photo"') == 1
    assert ole.request.get("/forum/rooms/alle").text().count("Wo hängt der Saalschlüssel") == 1


def read_what_was_never_visited(page) -> None:
    page.goto("/tools")
    addresses = page.locator("main a[href^='/tools/']").evaluate_all("links => links.map(link => link.pathname)")
    tools = [address for address in dict.fromkeys(addresses) if re.fullmatch(r"/tools/[a-z0-9_]+", address)]
    for address in tools[:3]:
        page.goto(address)
        expect(page.locator("main[data-kept] h1")).to_be_visible()
    page.goto("/tools?q=Kalender")
    expect(page.locator("main a[href^='/tools/']").first).to_be_visible()
    page.goto("/")
    page.locator("main a[href^='/events/']").first.click()
    expect(page.locator("main[data-kept] h1")).to_be_visible()
    page.locator("main a[href^='/materials/']").first.click()
    expect(page.locator("main[data-kept] h1")).to_be_visible()


def write_a_topic_with_a_reply_and_a_photo(page) -> None:
    page.goto("/forum/topics/new")
    page.get_by_label("Titel").fill("Wo hängt der Saalschlüssel?")
    page.get_by_label("Ihr Beitrag").fill("Ich stehe davor.")
    page.get_by_label(re.compile("^Foto")).first.set_input_files(PHOTO)
    page.get_by_role("button", name="Absenden").last.click()
    topic = page.locator("section[data-pending]")
    for words in ("Am Haken im Flur?", "Ja, am Haken."):
        topic.get_by_label("Ihre Antwort").fill(words)
        topic.get_by_role("button", name="Absenden").click()
        expect(topic.locator(".post", has_text=words)).to_be_visible()


def topic_of(hand) -> str | None:
    html = hand.request.get("/forum/rooms/alle").text()
    found = re.search(r'href="(/forum/topics/[0-9a-f-]{36})"[^>]*>\s*Wo hängt der Saalschlüssel', html)
    return found and found[1]
