"""Every kind of page once, as somebody sees it, with what is wrong there."""

from types import SimpleNamespace

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import APIRequestContext

from tests.architecture.crawling import Crawl
from tests.browser.phones import Phone

ONLY_FAULTS = {"resultTypes": ["violations"]}  # what is in order is half a megabyte a page
FULL_LANGUAGE = "/tools/telefonkette?plain=0"
READABLE_AT_NIGHT = {**ONLY_FAULTS, "runOnly": ["color-contrast"]}


class Asking:
    """Lets the crawl ask the real server with the cookies of a phone."""

    def __init__(self, request: APIRequestContext):
        self.request = request

    def get(self, address: str, **_more) -> SimpleNamespace:
        answer = self.request.get(address)
        mimetype = answer.headers.get("content-type", "").partition(";")[0]
        return SimpleNamespace(
            status_code=answer.status, mimetype=mimetype, text=answer.text() if "text/" in mimetype else ""
        )


class Walk:
    """`look(phone, app)` at what nobody has looked at before; the same kind of page looks the same for everybody."""

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.pages: list[str] = []
        self.barriers: list[str] = []
        self.too_wide: list[str] = []

    def look(self, phone: Phone, app, always: tuple[str, ...] = ("start.start",)) -> None:
        crawl = Crawl(app, Asking(phone.context.request), of_one_kind=1)
        for visit in crawl.visits:
            endpoint = crawl.endpoint(visit.address.partition("?")[0], "GET")
            kind = f"{endpoint} {'?' in visit.address}"
            if visit.is_page and visit.status == 200 and (kind not in self.seen or endpoint in always):
                self.seen.add(kind)
                self.look_at(phone, visit.address)
        phone.context.request.get(FULL_LANGUAGE)  # following every link has chosen the plain one, also for later tests

    def look_at(self, phone: Phone, address: str) -> None:
        page = phone.open(address)
        self.pages.append(address)
        self.barriers += [f"{address} by day: {fault}" for fault in self.barriers_on(page)]
        page.emulate_media(color_scheme="dark")
        self.barriers += [f"{address} at night: {fault}" for fault in self.barriers_on(page, READABLE_AT_NIGHT)]
        page.emulate_media(color_scheme="light")
        self.too_wide += [f"{address}: {element}" for element in phone.too_wide()]

    def barriers_on(self, page, options: dict = ONLY_FAULTS) -> list[str]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE_SCRIPT)
        found = page.evaluate("options => axe.run(options).then(found => found.violations)", options)
        return [
            f"{fault['id']} at {node['target'][0]} ({node['html'][:90]})"
            for fault in found
            for node in fault["nodes"][:3]
        ]
