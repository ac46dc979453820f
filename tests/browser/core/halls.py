"""Somebody with a phone in a hall: what they write there, and what the server has of it."""

import re
from contextlib import suppress

from playwright.sync_api import Error, Locator, Page

from tests.browser.hands import Hand
from tests.network import Line
from tests.serving.starts import wait_until

POSTS = "POST /forum/topics/*/posts"
CONTROLLED = "() => navigator.serviceWorker.controller !== null"
# Everything that waits in the outbox of this device, or has been there: the outside of each row.
ROWS = """async () => !(await indexedDB.databases()).some(({ name }) => name === "outbox") ? [] : new Promise((resolve, reject) => {
  const opening = indexedDB.open("outbox")
  opening.onerror = () => reject(opening.error)
  opening.onsuccess = () => {
    const db = opening.result
    const asking = db.transaction("ops").objectStore("ops").getAll()
    asking.onsuccess = () => {
      db.close()
      resolve(asking.result.map(({ sealed, ...outside }) => outside).sort((one, other) => one.seq - other.seq))
    }
    asking.onerror = () => reject(asking.error)
  }
})"""


class Hall:
    """A topic on the phone of somebody whose line may fail, and the hand of somebody at a desk who sees what arrived."""

    def __init__(self, page: Page, line: Line, desk: Hand, topic: str) -> None:
        self.page = page
        self.line = line
        self.desk = desk
        self.topic = topic

    def enter(self, *, worker: bool = True) -> "Hall":
        """Opens the topic; from here on the worker is there."""
        self.page.goto(self.topic)
        if worker:
            self.page.wait_for_function(CONTROLLED)
        self.page.wait_for_load_state("networkidle")  # what the page needs to keep something is there
        self.line.forget()
        return self

    def another_tab(self) -> "Hall":
        return Hall(self.page.context.new_page(), self.line, self.desk, self.topic).enter()

    def reply(self, words: str) -> Locator:
        """What the page shows of it from now on."""
        form = self.page.locator("form[data-outbox=post][data-into='#posts']")
        form.locator("textarea").fill(words)
        form.locator("button[type=submit], button:not([type])").first.click()
        return self.page.locator("#posts > *", has_text=words)

    def rows(self) -> list[dict]:
        """A page that goes meanwhile is asked again."""
        for _time in range(3):
            with suppress(Error):
                return self.page.evaluate(ROWS)
            self.page.wait_for_load_state()
        return self.page.evaluate(ROWS)

    def state(self) -> str:
        """Of what was written last."""
        rows = self.rows()
        return rows[-1]["state"] if rows else ""

    def on_the_server(self) -> list[str]:
        """The texts of all posts of the topic but the first, in their order, as somebody else reads them."""
        html = self.desk.request.get(self.topic).text()
        posts = re.findall(r'id="post-(?!0{8})[0-9a-f-]{36}".*?<div class="prose[^>]*>(.*?)</div>', html, re.S)
        return [re.sub(r"<[^>]+>", "", words).strip() for words in posts][1:]

    def authors(self) -> list[str]:
        html = self.desk.request.get(self.topic).text()
        return re.findall(r'class="post__author" id="who-(?!0{8})[0-9a-f-]{36}">(.*?)</h3>', html)

    def arrives(self, *words: str) -> bool:
        """Whether exactly these replies, in this order, are on the server soon."""
        return wait_until(lambda: self.on_the_server() == list(words), 20)

    def becomes(self, state: str) -> bool:
        """Whether what was written last is soon in this state."""
        return wait_until(lambda: self.state() == state, 20)

    def has_tried(self, times: int) -> bool:
        """Whether it soon has been tried so often to send what was written last, and is not being sent now."""
        return wait_until(
            lambda: self.rows() and self.rows()[-1]["attempts"] >= times and self.state() != "sending", 20
        )

    def network_is_back(self) -> None:
        """As the browser says it to its pages."""
        self.line.becomes("ok")
        self.page.evaluate("dispatchEvent(new Event('online'))")
