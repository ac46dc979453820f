"""How much of a part travels: measured by making it once as it would be sent, and remembered as long as it is the same."""

import threading
import time
from collections import OrderedDict
from collections.abc import Iterable

import brotli
from flask import current_app

from neighbour.pwa.packs.manifests import Manifest
from neighbour.pwa.packs.pages import lines

REMEMBERED = 4_000
SECONDS = 1.5  # of one request; what is not measured then is measured by the next one


class Sizes:
    """Octets by name and ETag; the oldest go first."""

    def __init__(self):
        self.known: OrderedDict[tuple[str, str], int] = OrderedDict()
        self.lock = threading.Lock()

    def of(self, manifest: Manifest) -> int | None:
        with self.lock:
            return self.known.get((manifest.name, manifest.etag))

    def remember(self, manifest: Manifest, octets: int) -> None:
        with self.lock:
            self.known[manifest.name, manifest.etag] = octets
            while len(self.known) > REMEMBERED:
                self.known.popitem(last=False)


def measure(found: Iterable[Manifest]) -> dict[str, int | None]:
    """By name; None where the time was not enough."""
    sizes: Sizes = current_app.extensions["pack_sizes"]
    end = time.monotonic() + current_app.config["PACK_SECONDS"]
    for manifest in sorted(found, key=lambda one: not one.part.wanted):
        if sizes.of(manifest) is None and time.monotonic() < end:
            sizes.remember(manifest, octets_of(manifest))
    return {manifest.name: sizes.of(manifest) for manifest in found}


def octets_of(manifest: Manifest) -> int:
    """As many answers as a device needs that has nothing yet, compressed as they will be, and the files."""
    quality, left, octets = current_app.config["COMPRESS_BR_LEVEL"], list(manifest.pages), 0
    while left:
        answer = list(lines(left))
        octets += len(brotli.compress(b"".join(answer), quality=quality))
        left = left[len(answer) :]
    return octets + sum(size for _url, _version, size in manifest.files)
