"""The demo's texts, written by hand in TOML files beside this one."""

import tomllib
from pathlib import Path

FOLDER = Path(__file__).parent


def read(name: str) -> dict:
    return tomllib.loads((FOLDER / name).read_text("utf-8"))


def read_all(folder: str) -> list[dict]:
    return [tomllib.loads(path.read_text("utf-8")) for path in sorted((FOLDER / folder).glob("*.toml"))]
