"""What every answer says of itself: whose it is, which build made it, and what a browser may do with it."""

from flask import Flask, Response, current_app, request
from flask_login import current_user

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=()",
}
A_YEAR = 365 * 24 * 3600


def init_app(app: Flask) -> None:
    app.after_request(sign)


def keeping() -> str:
    """On a device that several people use nothing stays, not even for the Back button."""
    device = current_user.device
    return "no-store" if device is not None and device.owner == "shared" else "private, no-cache"


def sign(response: Response) -> Response:
    response.headers["X-Neighbour"] = current_app.config["BUILD"]
    response.headers["X-Account"] = current_user.tag
    response.headers.setdefault("Cache-Control", keeping())
    response.vary.update(["HX-Request", "HX-Request-Type", "HX-Target"])  # one address: the page, its main, its part
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.is_secure or current_app.config["SESSION_COOKIE_SECURE"]:
        response.headers.setdefault("Strict-Transport-Security", f"max-age={A_YEAR}")
    return response
