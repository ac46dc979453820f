"""Neighbour. Read this file first: it names every part of the system, in order."""

from werkzeug.middleware.proxy_fix import ProxyFix

from neighbour import (
    accounts,
    audit,
    bench,
    checks,
    cli,
    db,
    demo,
    desk,
    events,
    forum,
    initiatives,
    mail,
    materials,
    needs,
    notifications,
    outbox,
    pages,
    programme,
    pwa,
    start,
    tools,
    uploads,
    web,
)
from neighbour.config import Config
from neighbour.web.transaction import Application

# outbox comes last: it wraps what the others answer before any of them has made it smaller
SHARED = [db, web, accounts, programme, mail, notifications, pwa, uploads, outbox]
FEATURES = [initiatives, tools, materials, forum, needs, events, desk, start, pages, demo, checks, bench]

__all__ = ["audit", "create_app"]


def create_app(config: Config | None = None) -> Application:
    """The application. Touches no database."""
    config = config or Config.from_env()
    app = Application(__name__, template_folder="../templates", static_folder="../static")
    app.config.from_object(config)
    app.config.update(
        SQLALCHEMY_DATABASE_URI=config.database_url,
        SESSION_COOKIE_NAME="neighbour",
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=config.PUBLIC_URL.startswith("https:"),
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=400 * 24 * 3600,
        TRUSTED_HOSTS=config.trusted_hosts,
    )
    for part in SHARED + FEATURES:
        part.init_app(app)
    cli.init_app(app)
    if hops := config.PROXIES:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)
    return app
