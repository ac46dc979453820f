"""Firefox as a thing in the hand, driven by Mozilla's own client (no geckodriver)."""

from pathlib import Path

from marionette_driver.by import By
from marionette_driver.errors import JavascriptException, NoSuchElementException, StaleElementException
from marionette_driver.marionette import Marionette

from tests.serving.starts import free_port, wait_until

PREFERENCES = {
    "network.proxy.type": 0,
    "network.captive-portal-service.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "browser.safebrowsing.downloads.remote.enabled": False,
    "extensions.update.enabled": False,
    "network.trr.mode": 5,
    "intl.accept_languages": "de",
}
INSIDE = """const tell = arguments[arguments.length - 1]
;(async () => { %s })().then(value => tell({ value }), error => tell({ error: String(error) }))"""


class Fox:
    """One browser with one page; `at` is the address it has been given to."""

    def __init__(self, folder: Path) -> None:
        self.driver = Marionette(
            bin="/usr/bin/firefox-esr",
            headless=True,
            port=free_port(),
            prefs=PREFERENCES,
            gecko_log=str(folder / "gecko.log"),
        )
        self.driver.start_session()
        self.driver.timeout.implicit = 5
        self.driver.timeout.script = self.driver.timeout.page_load = 60

    def start_afresh(self) -> None:
        """Nobody is signed in. Stores belong to an address: a new line has none."""
        self.has_network(True)
        self.driver.navigate("about:blank")
        self.chrome("Services.cookies.removeAll()")

    def open(self, address: str) -> None:
        self.driver.navigate(address)

    def reload(self) -> None:
        """By script: the client's own reloading goes past the worker."""
        self.script("document.documentElement.dataset.old = ''; location.reload()")
        assert self.sees(lambda: self.script("return document.documentElement.dataset.old === undefined"))

    def script(self, body: str):
        """What the inside of an async function in the page returns."""
        try:
            answer = self.driver.execute_async_script(INSIDE % body, new_sandbox=True, sandbox=None)
        except JavascriptException as error:
            raise RuntimeError(str(error)) from error
        if answer is None:
            raise RuntimeError("The page has gone meanwhile.")
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer.get("value")

    def chrome(self, script: str) -> None:
        with self.driver.using_context("chrome"):
            self.driver.execute_script(script)

    def has_network(self, online: bool) -> None:
        """What the browser believes and tells its pages; the line itself is a matter of `tests.network`."""
        self.chrome(f"Services.io.offline = {str(not online).lower()}")

    def write(self, field: str, words: str) -> None:
        self.driver.find_element(By.CSS_SELECTOR, field).send_keys(words)

    def press(self, button: str) -> None:
        self.driver.find_element(By.CSS_SELECTOR, button).click()

    def words(self, place: str = "main") -> str:
        return self.driver.find_element(By.CSS_SELECTOR, place).text

    def sees(self, true) -> bool:
        """Whether it comes true soon; a page that changes meanwhile is asked again."""

        def now() -> bool:
            try:
                return bool(true())
            except (NoSuchElementException, StaleElementException, RuntimeError):
                return False

        return wait_until(now, 60)

    def quit(self) -> None:
        self.driver.cleanup()
