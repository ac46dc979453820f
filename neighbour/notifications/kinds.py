"""What may be told, and of what: features register their kinds and subjects, so nobody imports upwards."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from flask import Flask, current_app

Visible = Callable[[object, set[UUID]], set[UUID] | dict[UUID, dict]]


@dataclass(frozen=True)
class Kind:
    """How one kind of notification is said: `sentence(words, count)` in the language of whoever reads it."""

    sentence: Callable[[dict, int], str]
    icon: str


def kind(app: Flask, name: str, sentence: Callable[[dict, int], str], icon: str = "speech") -> None:
    """Registers a kind."""
    registered(app, "notification_kinds")[name] = Kind(sentence, icon)


def subject(app: Flask, name: str, visible: Visible) -> None:
    """Registers what a notification may be about; `visible(viewer, ids)` returns those that the viewer may see now. Where
    titles change it returns them by id, with the words as they are now: an old title is not read for ever."""
    registered(app, "notification_subjects")[name] = visible


def registered(app: Flask, what: str) -> dict:
    return app.extensions.setdefault(what, {})


def kinds() -> dict[str, Kind]:
    return registered(current_app, "notification_kinds")


def subjects() -> dict[str, Visible]:
    return registered(current_app, "notification_subjects")
