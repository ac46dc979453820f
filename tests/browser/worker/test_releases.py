"""A new build under open pages, and the switch that takes the worker away."""

import pytest
from playwright.sync_api import expect

from neighbour.config import ROOT
from tests.browser.worker.conftest import URLS
from tests.browser.worker.releases import released

TOOL = "/tools/nuudel"
UPDATE = "navigator.serviceWorker.ready.then(registration => registration.update()).then(() => true)"
CACHES = "caches.keys()"
WAITING = "navigator.serviceWorker.getRegistration().then(({ waiting }) => !!waiting)"
TAKEN = """navigator.serviceWorker.getRegistration().then(({ waiting, active }) =>
  !waiting && active.state === "activated")"""
NEXT, AFTER_NEXT, LAST = "next00000000", "after0000000", "last00000000"


@pytest.fixture
def install(heinz, line):
    """`install("build")`: that build is out, and the phone has looked for it."""
    running = []

    def out(build: str, worker: bytes | None = None) -> None:
        running.append(released(real, build, worker))
        line.beyond = running[-1].__enter__()
        heinz.page.evaluate(UPDATE)

    real = line.beyond
    yield out
    line.beyond = real
    for release in running:
        release.__exit__(None, None, None)


@pytest.fixture
def toast(heinz):
    return heinz.page.locator("[data-new-build]")


def test_a_new_build_waits_for_a_tap(heinz, install, toast):
    heinz.visit(TOOL)
    install(NEXT)
    expect(toast).to_be_visible()
    with heinz.page.expect_navigation():
        toast.get_by_role("button", name="Neu laden").click()
    heinz.wait(TAKEN)
    expect(heinz.page.locator("h1")).to_contain_text("nuudel")


def test_pages_of_the_old_build_still_open_while_the_new_one_waits(heinz, install, toast, line):
    heinz.visit(TOOL)
    install(NEXT)
    expect(toast).to_be_visible()
    line.becomes("refuse")
    heinz.page.goto(TOOL)
    expect(heinz.page.locator("h1")).to_contain_text("nuudel")
    assert heinz.page.evaluate("getComputedStyle(document.querySelector('.topbar')).display") != "block"


def test_a_page_on_which_somebody_types_is_not_loaded_anew(heinz, install, toast, hand_of):
    topic = hand_of("heinz").open_topic("Mitten im Satz")
    heinz.visit(topic)
    field = heinz.page.locator("textarea[name=body]").first
    field.fill("Ich schreibe gerade")
    install(NEXT)
    toast.get_by_role("button", name="Neu laden").click()
    heinz.wait(TAKEN)
    expect(field).to_have_value("Ich schreibe gerade")


def test_files_of_the_two_builds_before_stay(heinz, install, toast):
    heinz.visit(TOOL)
    for build in (NEXT, AFTER_NEXT, LAST):
        install(build)
        heinz.wait(WAITING)
        with heinz.page.expect_navigation():
            toast.get_by_role("button", name="Neu laden").click()
        heinz.wait(TAKEN)
    heinz.wait("caches.keys().then(names => names.length === 3)")
    assert heinz.page.evaluate(CACHES) == [f"app-{build}" for build in (NEXT, AFTER_NEXT, LAST)]


def test_the_kill_switch_takes_what_can_be_read_and_spares_what_waits(heinz, install, line):
    heinz.visit(TOOL)
    heinz.page.evaluate(
        """() => new Promise(resolve => indexedDB.open("outbox").onsuccess = ({ target }) => {
          const tx = target.result.transaction("ops", "readwrite")
          tx.objectStore("ops").add({ id: "waits", account: "somebody", seq: 1, state: "saved" })
          tx.oncomplete = () => resolve(target.result.close())
        })"""
    )
    [off] = (ROOT / "static" / "dist").glob("off-*.js")
    install("off000000000", off.read_bytes())
    heinz.wait("caches.keys().then(names => !names.length)")
    heinz.wait(f"async () => !(await ({URLS})()).length")
    assert [row["id"] for row in heinz.everything()["outbox ops"]] == ["waits"]
