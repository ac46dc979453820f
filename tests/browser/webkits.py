"""WebKitGTK as a thing in the hand: the nearest to Safari that runs here, on a screen that nobody sees."""

import os
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException, TimeoutException
from selenium.webdriver.common.by import By

from tests.serving.starts import free_port, wait_until

BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"
INSIDE = """const tell = arguments[arguments.length - 1]
;(async () => { %s })().then(value => tell({ value }), error => tell({ error: String(error) }))"""


@contextmanager
def screen() -> Iterator[str]:
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as number:
        yield f":{number.readline().strip()}"
    server.terminate()
    server.wait(10)


class WebKit:
    """One browser with one page. It has no Background Sync, and nothing tells it that the network is away."""

    def __init__(self, display: str) -> None:
        options = webdriver.WebKitGTKOptions()
        options.binary_location = BROWSER
        options.add_argument("--automation")
        environment = {**os.environ, "DISPLAY": display}
        service = webdriver.WebKitGTKService("/usr/bin/WebKitWebDriver", port=free_port(), env=environment)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # selenium of itself
            self.driver = webdriver.WebKitGTK(options=options, service=service)
        self.driver.implicitly_wait(5)
        self.driver.set_script_timeout(20)
        self.driver.set_page_load_timeout(60)

    def start_afresh(self) -> None:
        """Nobody is signed in. Stores belong to an address: a new line has none."""
        self.driver.delete_all_cookies()

    def open(self, address: str) -> None:
        self.driver.get(address)

    def reload(self) -> None:
        self.driver.refresh()

    def script(self, body: str):
        """What the inside of an async function in the page returns."""
        answer = self.driver.execute_async_script(INSIDE % body)
        if answer is None:
            raise RuntimeError("The page has gone meanwhile.")
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer.get("value")

    def has_network(self, online: bool) -> None:
        """Says so to the page, as a phone would; the line itself is a matter of `tests.network`."""
        self.script(f"dispatchEvent(new Event('{'online' if online else 'offline'}'))")

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
            except (NoSuchElementException, StaleElementReferenceException, TimeoutException, RuntimeError):
                return False

        return wait_until(now, 60)

    def quit(self) -> None:
        self.driver.quit()
