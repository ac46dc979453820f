"""What makes the site installable: the manifest, the icons, the built files of a release."""

from flask import Flask

from neighbour.pwa import release, routes


def init_app(app: Flask) -> None:
    release.init_app(app)
    app.register_blueprint(routes.bp)
