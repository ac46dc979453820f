"""What the forum does with words: folding them for the search, showing who is named in them."""

import re
from functools import lru_cache

from flask_babel import gettext
from markupsafe import Markup, escape

from neighbour.web.markdown import MENTION, to_html

GERMAN = str.maketrans({"ß": "ss", "ä": "ae", "ö": "oe", "ü": "ue"})
SIGNS = re.compile(r"[*`>#\[\]]+|(?<!\w)_+|_+(?!\w)")
TAG_OR_CODE = re.compile(r"(<code>.*?</code>|<a [^>]*>.*?</a>|<[^>]*>)", re.DOTALL)


def folded(words: str) -> str:
    """Small letters, ß as ss and ä as ae: „Straße“, „STRASSE“ and „strasse“ are one word."""
    return " ".join(words.lower().translate(GERMAN).split())


@lru_cache(maxsize=4096)
def members_text(body: str) -> Markup:
    """Members' Markdown, with the people who are named in bold."""
    html = to_html(body)
    if "@" not in html:
        return html
    parts = TAG_OR_CODE.split(html)
    parts[::2] = [MENTION.sub(r"<strong>@\1</strong>", text) for text in parts[::2]]
    return Markup("".join(parts))  # noqa: S704: only <strong> around letters that the allow-list has passed


def pattern(word: str) -> re.Pattern:
    """Finds a searched word as it was written: „strasse“ also in „Straße“."""
    letters = re.escape(folded(word))
    for plain, written in (("ss", "(?:ss|ß)"), ("ae", "(?:ae|ä)"), ("oe", "(?:oe|ö)"), ("ue", "(?:ue|ü)")):
        letters = letters.replace(plain, written)
    return re.compile(letters, re.IGNORECASE)


def highlighted(text: str, words: tuple[str, ...]) -> Markup:
    """A plain text with the searched words marked."""
    found = [pattern(word).pattern for word in words if word]
    if not found:
        return escape(text)
    parts = re.split(f"({'|'.join(found)})", text, flags=re.IGNORECASE)
    marked = [
        escape(part) if number % 2 == 0 else Markup("<mark>{}</mark>").format(part) for number, part in enumerate(parts)
    ]
    return Markup("").join(marked)


def around(text: str, words: tuple[str, ...], length: int = 180) -> str:
    """The part of a text in which the first searched word stands."""
    text = " ".join(SIGNS.sub("", text).split())
    hit = next((match for word in words if (match := pattern(word).search(text))), None)
    start = max(0, hit.start() - length // 3) if hit else 0
    if start:
        start = text.find(" ", start) + 1
    short = text[start : start + length]
    if start + length < len(text):
        short = short.rsplit(" ", 1)[0] + " …"
    return f"… {short}" if start else short


def name(person) -> str:
    return person.name if person else gettext("Früheres Mitglied")
