"""German first, English complete: whose language a page speaks."""

from babel import Locale, negotiate_locale
from flask import Blueprint, Flask, Response, current_app, redirect, request
from flask_babel import Babel
from flask_login import current_user

from neighbour.web.public import public
from neighbour.web.ways import own_path

LANGUAGES = {"de": "Deutsch", "en": "English"}
COOKIE = "language"
A_YEAR = 365 * 24 * 3600

bp = Blueprint("language", __name__)


def init_app(app: Flask) -> None:
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = "translations"
    Babel(app, default_locale="de", default_timezone="Europe/Berlin", locale_selector=choose)
    app.register_blueprint(bp)
    app.context_processor(lambda: {"language": choose(), "languages": LANGUAGES})


def choose() -> str:
    """The person's own setting, else this browser's choice, else what the browser asks for."""
    if not request:
        return "de"
    chosen = current_user.language or request.cookies.get(COOKIE)
    if chosen in LANGUAGES:
        return chosen
    wanted = [language.replace("-", "_") for language in request.accept_languages.values()]
    return str(Locale.parse(negotiate_locale(wanted, list(LANGUAGES)) or "de"))


@bp.get("/language/<code>")
@public
def language(code: str) -> Response:
    """Remembers the language in this browser and goes back to where the person was."""
    response = redirect(own_path(request.args.get("back", "")), code=303)
    if code in LANGUAGES:
        response.set_cookie(
            COOKIE,
            code,
            max_age=A_YEAR,
            httponly=True,
            samesite="Lax",
            secure=current_app.config["SESSION_COOKIE_SECURE"],
        )
    return response
