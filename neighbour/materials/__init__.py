"""Texts and files to take along: what belongs to an event or a tool, with its versions."""

from flask import Flask

__all__ = ["init_app"]


def init_app(app: Flask) -> None:
    """Registers the part."""
