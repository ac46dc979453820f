"""What is laborious on paper today, told by the groups themselves, and what became of it."""

from flask import Flask

__all__ = ["init_app"]


def init_app(app: Flask) -> None:
    """Registers the part."""
