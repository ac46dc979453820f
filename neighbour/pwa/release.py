"""The files that the build made, and the name of the build. Without them pages work plainly, without scripts."""

import hashlib
import json
from pathlib import Path

from flask import Flask, current_app, url_for

from neighbour.config import ROOT

DIST = ROOT / "static" / "dist"
PLAIN = {"app.css": "css/app.css", "icons.svg": "icons.svg"}


def init_app(app: Flask) -> None:
    app.extensions["release"] = built = read(DIST / "manifest.json")
    app.config["BUILD"] = hashlib.sha256(json.dumps(built, sort_keys=True).encode()).hexdigest()[:12]
    app.jinja_env.globals["asset"] = asset
    app.context_processor(lambda: {"build": app.config["BUILD"], "demo": False})


def read(manifest: Path) -> dict[str, str]:
    """Built file by its plain name; empty when the browser code could not be built."""
    return json.loads(manifest.read_text()) if manifest.exists() else {}


def asset(name: str) -> str | None:
    """The address of a built file, of its plain source where that works too, else None."""
    built = current_app.extensions["release"].get(name)
    path = f"dist/{built}" if built else name if "/" in name else PLAIN.get(name)
    return url_for("static", filename=path) if path else None
