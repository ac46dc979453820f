"""@public: the only way past the sign-in."""

from collections.abc import Callable


def public(view: Callable) -> Callable:
    """Marks a view that a visitor without an account may see. Every other view asks for a sign-in."""
    view.public = True
    return view


def is_public(view: Callable | None) -> bool:
    return getattr(view, "public", False)
