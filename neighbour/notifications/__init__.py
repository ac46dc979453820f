"""What somebody must know, as rows written with their cause: an inbox in the app, later mail and push."""

from flask import Flask

__all__ = ["init_app"]


def init_app(app: Flask) -> None:
    """Registers the part."""
