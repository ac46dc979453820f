"""Addresses of every view, with ids that do not exist or are none."""

from collections.abc import Iterator
from uuid import UUID

from flask import Flask
from werkzeug.routing import Rule

NOWHERE = UUID("0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee")
NOT_OURS = ("static", "probe.")
# What somebody types, sends or guesses where an id or a short name stands; sent as it is.
MALFORMED = (
    "nothing-here",
    "0",
    "-1",
    "%00",
    "a%00b",
    "x" * 3000,
    "%F0%9F%8C%B3",
    "%C3%BC%CC%88",
    "%ED%A0%80",
    "%FF%FE",
    "%E2%80%AE",
    "..%5C..%5Cetc",
    "'%20OR%20'1'='1",
    "%25s%7B%7D",
    "0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeee",
    "{0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee}",
)


def rules(app: Flask, method: str | None = None) -> Iterator[Rule]:
    """Every address of ours that takes this method."""
    for rule in sorted(app.url_map.iter_rules(), key=str):
        if not rule.endpoint.startswith(NOT_OURS) and (method is None or method in rule.methods):
            yield rule


def takes_words(rule: Rule) -> bool:
    return any(is_argument for is_argument, _content in rule._trace)


def filled(rule: Rule, words: str | None = None) -> str:
    """The rule as an address: ids of nothing, or `words` wherever something is to be named."""
    parts = []
    for is_argument, content in rule._trace:
        if content == "|":
            continue
        if not is_argument:
            parts.append(content)
        else:
            converter = type(rule._converters[content]).__name__
            unknown = {"UUIDConverter": str(NOWHERE), "IntegerConverter": "999999999"}.get(converter, "nothing-here")
            parts.append(words or unknown)
    return "".join(parts)


def both_methods(app: Flask) -> Iterator[tuple[str, Rule]]:
    for rule in rules(app):
        for method in ("GET", "POST"):
            if method in rule.methods:
                yield method, rule
