"""What the team calls the things that arrive: features name what their addresses do."""

from flask import Flask, current_app


def name_kinds(app: Flask, **words) -> None:
    """`name_kinds(app, **{"forum.create_post": _l("Antwort im Forum")})`. What nobody names is called an entry."""
    app.extensions.setdefault("receipt_kinds", {}).update(words)


def kind_words(kind: str) -> str:
    """Empty for what has no name."""
    return str(current_app.extensions.get("receipt_kinds", {}).get(kind, ""))
