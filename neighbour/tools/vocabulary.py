"""The words of the catalogue, to guess which one somebody meant: by sound (Kölner Phonetik), by letters in common."""

import re
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from neighbour.web.folding import bare, fold

WORD = re.compile(r"[^\W\d_][\w.]{2,}")
ALIKE = 0.7
SOUND_BONUS = 0.25

# Hans Joachim Postel, "Die Kölner Phonetik", IBM-Nachrichten 19 (1969): letters that sound alike get one digit.
DIGITS = {
    **dict.fromkeys("aeijouy", "0"), **dict.fromkeys("bp", "1"), **dict.fromkeys("dt", "2"),
    **dict.fromkeys("fvw", "3"), **dict.fromkeys("gkq", "4"), "l": "5", **dict.fromkeys("mn", "6"),
    "r": "7", **dict.fromkeys("sz", "8"), "x": "48",
}  # fmt: skip


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """Digits of what is heard, without vowels (but a first one) and without doubles."""
    word = bare(fold(word)).replace("ph", "f")
    digits = "".join(digit(word, place) for place in range(len(word)))
    single = re.sub(r"(.)\1+", r"\1", digits)
    return single[:1] + single[1:].replace("0", "")


def digit(word: str, place: int) -> str:
    letter, before, after = word[place], word[place - 1 : place], word[place + 1 : place + 2]
    if letter in "dt" and after and after in "csz":
        return "8"
    if letter == "c":
        hard = after and after in "ahkoqux" and (before == "" or before not in "sz")
        return "4" if hard else "8"
    return DIGITS.get(letter, "")


def trigrams(word: str) -> frozenset[str]:
    padded = f"  {word} "
    return frozenset(padded[place : place + 3] for place in range(len(padded) - 2))


def likeness_of(one: frozenset, other: frozenset) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


class Vocabulary:
    """Every word of the catalogue as it is written, found by its folded form."""

    def __init__(self, texts: list[str]):
        self.by_fold = {}
        for text in texts:
            for word in WORD.findall(text.replace("\u00ad", "")):
                self.by_fold.setdefault(fold(word), word.strip("."))

    @cached_property
    def shapes(self) -> list[tuple[str, frozenset, str]]:
        return [(word, trigrams(bare(word)), sound(word)) for word in self.by_fold]

    @cached_property
    def everything(self) -> str:
        return " ".join(self.by_fold)

    def has(self, word: str) -> bool:
        return word in self.everything or bare(word) in bare(self.everything)

    def written(self, word: str) -> str:
        return self.by_fold.get(word, word)

    def nearest(self, word: str) -> str | None:
        """The word that is most alike; of two the one that came first, so names go before texts."""
        grams, heard, meant, score = trigrams(bare(word)), sound(word), None, ALIKE
        for known, known_grams, known_sound in self.shapes:
            same_sound = len(heard) > 1 and heard == known_sound
            shared = likeness_of(grams, known_grams)
            if not same_sound and (shared < 0.2 or abs(len(word) - len(known)) > 3):
                continue
            likeness = max(shared, SequenceMatcher(None, word, known).ratio()) + SOUND_BONUS * same_sound
            if likeness > score:
                meant, score = known, likeness
        return meant
