"""German first, English complete: whose language a page speaks."""

from babel import Locale, negotiate_locale
from babel.support import NullTranslations
from flask import Blueprint, Flask, Response, current_app, g, redirect, request
from flask_babel import Babel, get_translations
from flask_login import current_user
from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup

from neighbour.web.public import public
from neighbour.web.ways import own_path

LANGUAGES = {"de": "Deutsch", "en": "English"}
COOKIE = "language"
A_YEAR = 365 * 24 * 3600

bp = Blueprint("language", __name__)


def init_app(app: Flask) -> None:
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = "translations"
    Babel(app, default_locale="de", default_timezone="Europe/Berlin", locale_selector=choose)
    app.jinja_env.globals.update(_=in_template, gettext=in_template, ngettext=in_template_by_number)
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


def translations() -> NullTranslations:
    """Found once for a page: looking for them takes longer than the word they are asked for."""
    if "translations" not in g:
        g.translations = get_translations()
    return g.translations


def gettext(words: str, /, **named) -> str:
    """flask_babel's, for what is said on nearly every page."""
    words = translations().ugettext(words)
    return words % named if named else words


@pass_eval_context
def in_template(place: EvalContext, words: str, /, **named) -> str:
    words = translations().ugettext(words)
    return filled(Markup(words) if place.autoescape else words, named)  # our own words


@pass_eval_context
def in_template_by_number(place: EvalContext, one: str, many: str, num: int, /, **named) -> str:
    words = translations().ungettext(one, many, num)
    return filled(Markup(words) if place.autoescape else words, {"num": num, **named})  # our own words


def filled(words: str, named: dict) -> str:
    """With what the words name, escaped where they stand in HTML; `%%` is always one percent sign."""
    return words % named if "%" in words else words


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
