"""Somebody who follows every link and sends every form that only asks."""

from collections import Counter, deque
from dataclasses import dataclass
from urllib.parse import urldefrag, urlencode, urljoin, urlsplit

from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from tests.architecture.pages import Form, Page

OF_ONE_KIND = 4  # pages of one endpoint that are looked at; the next thousand look the same
HOST = "http://localhost"


@dataclass
class Visit:
    """One address that was opened, with what came."""

    address: str
    status: int
    kind: str
    text: str

    @property
    def is_page(self) -> bool:
        return self.kind == "text/html"


class Crawl:
    """`Crawl(app, get).visits` are the pages reachable from the start page for whoever `get` is."""

    def __init__(self, app, browser, start: str = "/", of_one_kind: int = OF_ONE_KIND):
        self.ways = app.url_map.bind("localhost")
        self.browser = browser
        self.of_one_kind = of_one_kind
        self.seen: set[str] = set()
        self.kinds: Counter = Counter()
        self.waiting: deque[str] = deque([start])
        self.visits: list[Visit] = []
        self.dead_ends: list[str] = []
        self.forms: dict[tuple, tuple[str, Form]] = {}
        while self.waiting:
            self.visit(self.waiting.popleft())

    def visit(self, address: str) -> None:
        answer = self.browser.get(address, follow_redirects=True)
        mimetype = answer.mimetype
        visit = Visit(address, answer.status_code, mimetype, answer.text if mimetype.startswith("text/") else "")
        self.visits.append(visit)
        if not visit.is_page:
            return
        page = Page(visit.text)
        for link in page.links:
            self.notice(address, link)
        for form in page.forms:
            if form.method == "get":
                self.notice(address, f"{form.action}?{urlencode(form.untouched)}")
            elif form.method == "post":
                self.keep(address, form)

    def notice(self, here: str, link: str) -> None:
        """Remembers to go there, unless it is elsewhere or one of many alike."""
        target = urldefrag(urljoin(HOST + here, link))[0]
        parts = urlsplit(target)
        if f"{parts.scheme}://{parts.netloc}" != HOST or parts.path == "/outbox" or parts.path.startswith("/language/"):
            return
        address = parts.path + (f"?{parts.query}" if parts.query else "")
        if address in self.seen:
            return
        self.seen.add(address)
        kind = (self.endpoint(parts.path, "GET"), bool(parts.query))
        if kind[0] is None:
            self.dead_ends.append(f"{here} → {address}")
            return
        self.kinds[kind] += 1
        if self.kinds[kind] <= self.of_one_kind:
            self.waiting.append(address)

    def keep(self, here: str, form: Form) -> None:
        address = urlsplit(urljoin(HOST + here, form.action or here)).path
        endpoint = self.endpoint(address, "POST")
        if endpoint is None:
            self.dead_ends.append(f"{here} posts to {address}")
        names = tuple(sorted({name for name, *_ in form.fields}))
        self.forms.setdefault((endpoint, names), (address, form))

    def endpoint(self, path: str, method: str) -> str | None:
        try:
            return self.ways.match(path, method)[0]
        except RequestRedirect:
            return "redirect"
        except HTTPException:
            return None
