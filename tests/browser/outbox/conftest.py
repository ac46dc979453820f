"""Renate's phone in a hall: the page of what waits lies on it, and the network comes and goes."""

import pytest
from playwright.sync_api import Page

from tests.browser.phones import LOST, Phone
from tests.browser.worker.conftest import CONTROLLED, URLS

# As on an iPhone. In Chromium the browser itself would try at once: it takes an emulated hall for a network.
WITHOUT_SYNC = "delete ServiceWorkerRegistration.prototype.sync; delete window.SyncManager"


@pytest.fixture
def phone(phones) -> Phone:
    return at_home(phones("renate", workers="allow"))


def at_home(phone: Phone) -> Phone:
    """With the worker, and with /outbox on the device."""
    phone.expected = (*phone.expected, *LOST)
    phone.context.add_init_script(WITHOUT_SYNC)
    phone.open("/privacy")
    phone.wait(CONTROLLED)
    phone.page.goto("/outbox")
    phone.wait(f"async () => (await ({URLS})()).includes('/outbox')")
    return phone


@pytest.fixture
def renate(phone) -> Page:
    return phone.page
