"""The files that the build made, and the name of the build. Without them pages work plainly, without scripts."""

import hashlib
import json
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from wsgiref.headers import Headers

from flask import Flask
from flask_compress import Compress
from markupsafe import Markup
from whitenoise import WhiteNoise

from neighbour.config import ROOT
from neighbour.web.headers import HEADERS

COMPRESSED = [
    "text/html",
    "text/plain",
    "text/css",
    "text/javascript",
    "application/json",
    "application/manifest+json",
    "application/x-ndjson",
    "image/svg+xml",
]
STATIC = ROOT / "static"
DIST = STATIC / "dist"
A_DAY = 24 * 3600
HASHED = re.compile(r"-[0-9A-Z]{8}\.")
FEATURES = {sheet.name: f"css/features/{sheet.name}" for sheet in (STATIC / "css" / "features").glob("*.css")}
PLAIN = {"app.css": "css/app.css", "icons.svg": "icons.svg", **FEATURES}


def init_app(app: Flask) -> None:
    app.extensions["release"] = built = read(DIST / "manifest.json")
    app.extensions["release_folder"] = DIST
    app.config["BUILD"] = hashlib.sha256(json.dumps(built, sort_keys=True).encode()).hexdigest()[:12]
    app.jinja_env.globals["asset"] = addresses(app, built)
    app.context_processor(lambda: {"build": app.config["BUILD"]})
    serve_files(app)


def serve_files(app: Flask) -> None:
    """Files that carry their digest in their name are kept for ever; pages travel compressed."""
    app.config.update(
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=5,
        COMPRESS_BR_WINDOW=22,
        COMPRESS_MIN_SIZE=400,
        COMPRESS_STREAMS=False,
        COMPRESS_MIMETYPES=COMPRESSED,
    )
    Compress(app)
    names = {"max_age": A_DAY, "immutable_file_test": is_hashed, "add_headers_function": sign}
    app.wsgi_app = WhiteNoise(app.wsgi_app, STATIC, "static/", **names)


def sign(headers: Headers, _path: str, _url: str) -> None:
    """A file opened by itself may run as little as a page."""
    for name, words in HEADERS.items():
        headers[name] = words


def is_hashed(_path: str, url: str) -> bool:
    return bool(HASHED.search(url))


def read(manifest: Path) -> dict[str, str]:
    """Built file by its plain name; empty when the browser code could not be built."""
    return json.loads(manifest.read_text()) if manifest.exists() else {}


def addresses(app: Flask, built: dict[str, str]) -> Callable[[str], str | None]:
    """The address of a built file, of its plain source where that works too, else None; found once for each name."""

    @lru_cache
    def asset(name: str) -> Markup | None:
        file = built.get(name)
        path = f"dist/{file}" if file else name if "/" in name else PLAIN.get(name)
        return Markup(f"{app.static_url_path}/{path}") if path else None  # names of our own files

    return asset
