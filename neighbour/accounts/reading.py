"""Type size and colours as somebody without an account has chosen them, kept in their browser."""

from flask import Response, current_app, request
from flask_login import current_user

SIZES = ("normal", "large", "larger")
LOOKS = ("", "light", "dark")
COOKIE = "reading"
A_YEAR = 365 * 24 * 3600


def kept() -> tuple[str, str]:
    """Size and look out of the cookie; what is not ours counts as nothing."""
    size, _, look = (request.cookies.get(COOKIE, "") if request else "").partition(".")
    return size if size in SIZES else "normal", look if look in LOOKS else ""


def keep(response: Response, size: str, look: str) -> None:
    secure = current_app.config["SESSION_COOKIE_SECURE"]
    response.set_cookie(COOKIE, f"{size}.{look}", max_age=A_YEAR, httponly=True, samesite="Lax", secure=secure)


def read_large() -> None:
    """A page for people who open it once, many of them old: large, unless the browser or the account has chosen."""
    if not current_user.is_signed_in and COOKIE not in request.cookies:
        current_user.text_size = "large"


def next_size(size: str, step: str) -> str:
    """One step `up` or `down`, never over the ends."""
    place = SIZES.index(size) + {"up": 1, "down": -1}.get(step, 0)
    return SIZES[min(max(place, 0), len(SIZES) - 1)]
