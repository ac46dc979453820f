"""A phone in somebody's hand: one context of the browser with one page."""

from contextlib import suppress

from playwright.sync_api import BrowserContext, Error, Page, expect

from tests.serving.starts import wait_until

PHONE = {"width": 390, "height": 844}
SMALL = {"width": 320, "height": 640}
# The browser reports every answer from 400 on; whether one was right is for the test to say.
EXPECTED = "Failed to load resource: the server responded with a status of 4"
LOST = (
    "Failed to load resource: net::ERR_",
    "Failed to load resource: the server responded with a status of 5",
    "htmx: htmx:error: Failed to fetch",
)
# What may be wider than the page: it scrolls by itself, is cut off, or cannot be seen.
SCROLLS = "[data-scrolls], .table, pre, svg, .skip, details:not([open])"
TOO_WIDE = """scrolls => {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width) return []
  const wide = [...document.querySelectorAll("body *")].filter(element => {
    const box = element.getBoundingClientRect()
    return box.right > width + 1 && box.width > 0 && !element.closest(scrolls)
  })
  return ["the page", ...wide.slice(-3).map(element => element.outerHTML.slice(0, 90))]
}"""
# All words that somebody can select on the page, also those in a field.
TO_COPY = """() => [document.querySelector("main"), ...document.querySelectorAll("main textarea:enabled")]
  .filter(place => place.checkVisibility()).map(place => place.value ?? place.innerText).join("\\n")"""
# What a page asks the worker by itself; somebody's own wish still goes through.
TAKES_NOTHING_ALONG = """const post = globalThis.ServiceWorker?.prototype.postMessage
if (post) ServiceWorker.prototype.postMessage = function (words, ...more) {
  if (words.pack !== "sync" || words.names || words.asked) return post.call(this, words, ...more)
}"""
LARGER = "() => { document.documentElement.dataset.text = document.querySelector('main').dataset.text = 'larger' }"


class Phone:
    """What its page complains of is kept in `complaints`."""

    def __init__(self, context: BrowserContext, *, small: bool = False, may_lose_network: bool = False):
        self.context = context
        self.small = small
        self.expected = (EXPECTED, *LOST) if may_lose_network else EXPECTED
        self.complaints: list[str] = []
        self.page: Page = context.new_page()
        self.page.set_default_timeout(30_000)
        self.page.on("console", self.hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))

    def hear(self, message) -> None:
        if message.type == "error" and not message.text.startswith(self.expected):
            self.complaints.append(f"{self.page.url}: {message.text}")

    def open(self, address: str) -> Page:
        """Goes there, again if the page itself was just going somewhere."""
        try:
            self.page.goto(address)
        except Error as error:
            if not any(words in error.message for words in ("ERR_ABORTED", "interrupted by another navigation")):
                raise
            self.page.goto(address)
        if self.small:
            self.page.evaluate(LARGER)
        return self.page

    def wait(self, expression: str, *words) -> None:
        """Until it comes true; the page's own way takes a promise for true. One that goes meanwhile is asked again."""

        def now() -> bool:
            with suppress(Error):
                return self.page.evaluate(expression, *words)
            return False

        assert wait_until(now, 30), expression

    def sign_in(self, email: str, password: str, device: str) -> None:
        """With the form, as without a demo."""
        self.page.goto("/sign-in")
        form = self.page.locator("form", has=self.page.locator("input[type=password]"))
        form.locator("[name=email]").fill(email)
        form.locator("[name=password]").fill(password)
        form.locator(f"[name=device][value={device}]").check()
        form.locator("button").first.click()
        expect(self.page).not_to_have_url(f"{self.page.url.partition('/sign-in')[0]}/sign-in")

    def too_wide(self) -> list[str]:
        """What sticks out when the page is narrow and its text large."""
        self.page.set_viewport_size(SMALL)
        self.page.evaluate(LARGER)
        found = self.page.evaluate(TOO_WIDE, SCROLLS)
        self.page.set_viewport_size(PHONE)
        return found
