"""What the browser itself does to a worker: wakes it without a page, or ends it in the middle of its work."""

from playwright.sync_api import Page

from tests.serving.starts import wait_until


class Workshop:
    """The worker of an address, as Chromium's developer tools see it from any page."""

    def __init__(self, page: Page, origin: str) -> None:
        self.session = page.context.new_cdp_session(page)
        self.origin = origin
        self.registrations: dict[str, str] = {}
        self.session.on("ServiceWorker.workerRegistrationUpdated", self.note)
        self.session.send("ServiceWorker.enable")
        assert wait_until(lambda: page.wait_for_timeout(20) or f"{origin}/" in self.registrations, 20)

    def note(self, event: dict) -> None:
        self.registrations |= {found["scopeURL"]: found["registrationId"] for found in event["registrations"]}

    def wake(self, tag: str = "outbox") -> None:
        """A `sync` event, as when the network has come back."""
        number = self.registrations[f"{self.origin}/"]
        words = {"origin": self.origin, "registrationId": number, "tag": tag, "lastChance": False}
        self.session.send("ServiceWorker.dispatchSyncEvent", words)

    def stop(self) -> None:
        """At once, whatever it is doing."""
        self.session.send("ServiceWorker.stopAllWorkers")
