"""Where bytes are kept: in a folder of this machine, or in a bucket by URL."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from flask import Flask, current_app

from neighbour.config import Misconfigured
from neighbour.uploads.storage.bucket import Bucket
from neighbour.uploads.storage.folder import Folder

__all__ = ["Bucket", "Folder", "Storage", "chosen", "storage"]


class Storage(Protocol):
    """What both can do. What was written survives a power cut; `read` raises FileNotFoundError."""

    def write(self, key: str, octets: bytes) -> None: ...

    def read(self, key: str) -> bytes: ...

    def delete(self, key: str) -> None: ...

    def keys(self) -> Iterable[str]: ...


def storage() -> Storage:
    if "uploads_storage" not in current_app.extensions:
        current_app.extensions["uploads_storage"] = chosen(current_app)
    return current_app.extensions["uploads_storage"]


def chosen(app: Flask) -> Storage:
    """Raises Misconfigured for a URL of another kind."""
    url = app.config["UPLOADS_URL"]
    if not url:
        return Folder(Path(app.config["HOME"]) / "uploads")
    if url.startswith("s3://"):
        return Bucket(url)
    raise Misconfigured(f"NEIGHBOUR_UPLOADS_URL must begin with s3://, not {url!r}")
