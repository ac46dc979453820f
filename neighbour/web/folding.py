"""Words as they are compared: without capitals, umlauts, accents and endings."""

import re
import unicodedata

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
HYPHEN = re.compile(r"(?<=\w)[-\u2010\u2011](?=\w)")
BLANKS = re.compile(r"[^\w.]+|(?<!\w)\.|\.(?!\w)")
ENDINGS = ("ungen", "ung", "en", "er", "es", "em", "e", "n", "s")
SHORTEST_PART = 4


def fold(text: str) -> str:
    """Small letters, ß as ss, ä as ae, other accents gone, hyphens closed, everything else a blank."""
    text = unicodedata.normalize("NFC", text.replace("\u00ad", "")).casefold().translate(UMLAUTS)
    text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return BLANKS.sub(" ", HYPHEN.sub("", text)).strip()


def bare(folded: str) -> str:
    """Without the e of an umlaut, so that „uberweisung“ finds it too."""
    return folded.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def stem(word: str) -> str:
    """Without its ending, as far as enough of the word stays."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_PART:
            return word[: -len(ending)]
    return word
