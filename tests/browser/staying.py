"""Whether a page stayed where it was, or another one was loaded in its place."""


def stay(page) -> None:
    """Marks the page, so that a new one can be told from it."""
    page.evaluate("window.stayed = true")


def require_stayed(page) -> None:
    assert page.evaluate("window.stayed === true"), "another page was loaded"
