"""What every request shares, in the order in which a request meets it."""

from flask import Flask

from neighbour.web import (
    addresses,
    bodies,
    cross_origin,
    errors,
    filters,
    fragments,
    headers,
    language,
    navigation,
    steady_cookie,
    transaction,
)

PARTS = [
    headers,
    steady_cookie,
    addresses,
    bodies,
    cross_origin,
    language,
    transaction,
    fragments,
    filters,
    navigation,
    errors,
]


def init_app(app: Flask) -> None:
    for part in PARTS:
        part.init_app(app)
