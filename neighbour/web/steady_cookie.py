"""The session's cookie without a date: the same words make the same cookie.

Pages vary by their cookies. If a receipt that is said once changed the cookie for good, Back could not show a page as it
was: its form would be a new operation, and what is sent once more would be there twice.
"""

from functools import lru_cache

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import TimestampSigner, URLSafeTimedSerializer


class Undated(TimestampSigner):
    """How old a session may become is known to the row of its device, not to the cookie."""

    def get_timestamp(self) -> int:
        return 0


class SteadySessions(SecureCookieSessionInterface):
    """Sessions whose cookies change only with what is in them; what signs them is made once, not twice a request."""

    @lru_cache  # noqa: B019 (there is one interface for as long as there is an application)
    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        serializer = super().get_signing_serializer(app)
        if serializer is not None:
            serializer.signer = Undated
        return serializer


def init_app(app: Flask) -> None:
    app.session_interface = SteadySessions()
