"""„Ansehen als …“: the people of the demo as buttons on its sign-in page."""

from functools import cache

from neighbour.demo.texts import read

template = "demo/_visitors.html"
PASSWORD = "nachbarschaft"
FIRST = ("renate", "heinz", "jonas", "pavel")
SHARING = {"heinz", "erna"}
SIGNS = {"renate": "phone", "heinz": "text-size", "jonas": "desk", "pavel": "search"}


@cache
def people() -> list[dict]:
    """Everybody who has a phrase to be looked at as; the four of the tour first."""
    shown = [person for person in read("people.toml")["people"] if person["sees_as"]]
    return sorted(shown, key=lambda person: FIRST.index(person["handle"]) if person["handle"] in FIRST else len(FIRST))


def device_of(handle: str) -> str:
    """Heinz and Erna share a phone; everybody else has one of their own."""
    return "shared" if handle in SHARING else "mine"
