"""Finds tools by what people type: compounds, ß and ss, ä and ae, and words that only sound right.

Texts are folded once, when they are written; a word matches as it is or with its umlauts made bare.
"""

from dataclasses import dataclass

from neighbour.web.folding import SHORTEST_PART, bare, fold, stem


@dataclass(frozen=True)
class Match:
    """What was found, and the words that were searched instead when nothing fitted exactly."""

    tools: list
    instead: str = ""


def rank(parts: list[str], bare_parts: list[str], word: str) -> int | None:
    """Where the word stands first: 0 name, 1 purpose, 2 one line, 3 text; None nowhere."""
    bare_word = bare(word)
    for place, (part, bare_part) in enumerate(zip(parts, bare_parts, strict=True)):
        if word in part or bare_word in bare_part:
            return place
    return None


def readings(word: str) -> list[tuple[str, ...]]:
    """How a word may be read when nobody wrote it: without its ending, or as the compound of two."""
    cuts = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
    return [(stem(word),), *((stem(word[:cut]), stem(word[cut:])) for cut in cuts)]


def best(parts, bare_parts, word: str, loosely: bool) -> int | None:
    for reading in readings(word) if loosely else [(word,)]:
        places = [rank(parts, bare_parts, piece) for piece in reading]
        if None not in places:
            return sum(places)
    return None


def matching(tools: list, words: list[str], *, loosely: bool = False) -> list:
    """The tools in which every word stands somewhere, the nearest to the name first."""
    found = []
    for tool in tools:
        parts = tool.folded.split("\n")
        bare_parts = [bare(part) for part in parts]
        places = [best(parts, bare_parts, word, loosely) for word in words]
        if None not in places:
            starts = not parts[0].startswith(words[0])
            found.append((sum(places), starts, tool.name.casefold(), tool))
    return [tool for *_order, tool in sorted(found, key=lambda entry: entry[:3])]


def search(tools: list, query: str, vocabulary) -> Match:
    """`vocabulary()` is asked only when nothing fits: it knows the word that sounds or looks most alike."""
    words = fold(query).split()[:8]
    if not words:
        return Match(tools)
    if found := matching(tools, words) or matching(tools, words, loosely=True):
        return Match(found)
    return guess(tools, words, vocabulary())


def guess(tools: list, words: list[str], known) -> Match:
    """Word by word what was meant, else all of them as one word („libre office“)."""
    for tried in (words, ["".join(words)]):
        nearest = [word if known.has(word) else known.nearest(word) for word in tried]
        found = matching(tools, nearest) if all(nearest) else []
        if found:
            return Match(found, " ".join(known.written(word) for word in nearest))
    return Match([])
