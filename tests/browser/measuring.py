"""What a device can do, measured in one run beside its goals: `python3 app.py bench --device`.

A real server with the demo, Chromium with its CPU 4× slower, and a line that is as slow or as broken as halls have it.
"""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, sync_playwright

from neighbour.bench.figures import Figure, table
from neighbour.bench.packs import figures as pack_figures
from neighbour.config import ROOT
from tests.browser.conftest import PASSWORD
from tests.browser.core.halls import CONTROLLED, POSTS, ROWS
from tests.browser.core.workers import Workshop
from tests.browser.hands import Hand
from tests.browser.phones import PHONE, Phone
from tests.chromium import LAUNCH
from tests.network import Line
from tests.serving.starts import Start, wait_until

SLOWER = 4
TAPS = 40
AGAIN = 9
TEXTS = 50
LANES = 10
ROUND_TRIP = 0.4
LIES = ("hang", "stall", "trickle")

# From the tap until the page shows the reply as saved on this device.
TAP = """words => new Promise(resolve => {
  const form = document.querySelector("form[data-outbox=post][data-into='#posts']")
  form.querySelector("textarea").value = words
  const began = performance.now()
  const watch = new MutationObserver(() => {
    const last = document.querySelector("#posts").lastElementChild
    if (!last?.dataset.pending || !last.textContent.includes(words)) return
    watch.disconnect()
    resolve(performance.now() - began)
  })
  watch.observe(document.querySelector("#posts"), { childList: true, subtree: true, attributes: true })
  form.querySelector("button:not([type=button])").click()
})"""
PAINTED = """() => new Promise(resolve => {
  const tell = () => {
    const [paint] = performance.getEntriesByName("first-contentful-paint")
    paint ? resolve(paint.startTime) : requestAnimationFrame(tell)
  }
  tell()
})"""
KEPT = """async address => {
  const name = (await indexedDB.databases()).map(({ name }) => name).find(name => name.startsWith("kept-"))
  if (!name) return false
  const db = await new Promise(resolve => indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result))
  const keys = await new Promise(resolve =>
    db.transaction("pages").objectStore("pages").getAllKeys().onsuccess = ({ target }) => resolve(target.result))
  db.close()
  return keys.includes(address)
}"""
GROWN_OLD = """async () => {
  const { name } = (await indexedDB.databases()).find(({ name }) => name.startsWith("kept-"))
  const db = await new Promise(resolve => indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result))
  const store = db.transaction("pages", "readwrite").objectStore("pages")
  await new Promise(resolve => store.openCursor().onsuccess = ({ target: { result: row } }) => {
    if (!row) return resolve()
    row.update({ ...row.value, at: Date.now() - 30 * 86_400_000, parts: ["long ago"] })
    row.continue()
  })
  db.close()
}"""


class Bench:
    """Renate's phone, and Ole who opens topics for her."""

    def __init__(self, browser: Browser, engines, start: Start) -> None:
        self.browser, self.start = browser, start
        own = {"base_url": start.address, "extra_http_headers": {"Origin": start.address}}
        self.ole = Hand(engines.request.new_context(**own))
        self.ole.write("/sign-in", email="ole@demo.example", password=PASSWORD, device="mine")

    @contextmanager
    def phone(self, *, slower: int = 1) -> Iterator[tuple[Phone, Line]]:
        with Line(self.start.port) as line:
            look = {"viewport": PHONE, "base_url": line.address, "locale": "de-DE"}
            phone = Phone(self.browser.new_context(**look), may_lose_network=True)
            phone.sign_in("renate@demo.example", PASSWORD, "mine")
            phone.page.wait_for_function(CONTROLLED)
            session = phone.context.new_cdp_session(phone.page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
            yield phone, line
            phone.context.close()

    def figures(self) -> list[Figure]:
        return [*self.taps(), *self.visits(), *self.reconnects(), *sizes(), *pack_figures()]

    def taps(self) -> list[Figure]:
        with self.phone(slower=SLOWER) as (phone, line):
            phone.page.goto(self.ole.open_topic("Wie schnell ist gespeichert?"))
            phone.page.wait_for_load_state("networkidle")
            line.becomes("refuse", POSTS)
            taken = [phone.page.evaluate(TAP, f"Antwort {number}: so sagen wir es.") for number in range(TAPS)]
        return [
            Figure("tap → saved on the device, median", median(taken), "ms"),
            Figure("  p95", quantiles(taken, n=20)[-1], "ms", 100),
        ]

    def visits(self) -> list[Figure]:
        with self.phone(slower=SLOWER) as (phone, line):
            topic = self.ole.open_topic("Wie schnell ist es wieder da?", "Wir fragen nach.\n\n" * 20)
            phone.page.goto(topic)
            phone.wait(KEPT, topic)
            line.becomes("hang")
            painted = [again(phone, topic) for _time in range(AGAIN)]
            phone.page.evaluate(GROWN_OLD)
            lies = {lie: readable(phone, line, lie, topic) for lie in LIES}
        return [
            Figure("a known page again, painted without any answer", median(painted) / 1000, "s", 0.25),
            *(
                Figure(f"a page taken along 30 days ago readable, {lie}", seconds, "s", 3.5)
                for lie, seconds in lies.items()
            ),
        ]

    def reconnects(self) -> list[Figure]:
        return [
            Figure(f"{TEXTS} texts, {LANES} topics, 400 ms a round trip", self.reconnect(LANES), "s", 12),
            Figure(f"{TEXTS} texts, one topic, 400 ms a round trip", self.reconnect(1), "s", 25),
        ]

    def reconnect(self, topics: int) -> float:
        with self.phone() as (phone, line):
            line.becomes("refuse", POSTS)
            for number in range(topics):
                phone.page.goto(self.ole.open_topic(f"Thema {number} von {topics}"))
                phone.page.wait_for_load_state("networkidle")
                for text in range(TEXTS // topics):
                    phone.page.evaluate(TAP, f"Text {text} zu Thema {number}.")
            line.becomes("ok")
            line.latency = ROUND_TRIP
            line.forget()
            began = time.monotonic()
            phone.page.evaluate("dispatchEvent(new Event('online'))")
            if not wait_until(lambda: line.reached(POSTS) >= TEXTS and all_arrived(phone)):
                raise RuntimeError("they did not all arrive")
            return time.monotonic() - began


def again(phone: Phone, address: str) -> float:
    phone.page.goto("about:blank")
    phone.page.goto(address, wait_until="commit")
    return phone.page.evaluate(PAINTED)


def readable(phone: Phone, line: Line, lie: str, address: str) -> float:
    Workshop(phone.page, line.address).stop()  # or it would remember that the line was slow a moment ago
    phone.page.goto("about:blank")
    line.becomes(lie)
    began = time.monotonic()
    phone.page.goto(address, wait_until="commit")
    phone.page.locator("main h1").wait_for()
    return time.monotonic() - began


def all_arrived(phone: Phone) -> bool:
    return all(row["state"] == "arrived" for row in phone.page.evaluate(ROWS))


def compressed(name: str) -> float:
    [file] = [path for path in (ROOT / "static" / "dist").glob(f"{name}-*.js.br")]
    return file.stat().st_size / 1000


def sizes() -> list[Figure]:
    return [
        Figure("JavaScript of every page, brotli", compressed("app"), "kB", 20),
        Figure("  and where something waits or can be written", compressed("outbox"), "kB"),
        Figure("worker, brotli", compressed("main"), "kB", 8),
    ]


def main() -> None:
    start = Start(Path(tempfile.mkdtemp(prefix="neighbour-device-")), NEIGHBOUR_DEMO="1").wait_until_up()
    try:
        with sync_playwright() as engines:
            browser = engines.chromium.launch(**LAUNCH)
            print(table(Bench(browser, engines, start).figures()))
            browser.close()
    finally:
        start.end()


if __name__ == "__main__":
    main()
