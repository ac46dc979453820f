"""File names that are safe in an address, in a header and in any folder."""

import re
import unicodedata

LONGEST = 80


def safe_name(wanted: str, extension: str, fallback: str) -> str:
    """`wanted` without its way, its old ending and everything but letters, digits, dots, dashes."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", wanted))[-1]
    stem = last.rpartition(".")[0] or last
    stem = re.sub(r"[^\w.-]+", "_", stem).strip("._-")[:LONGEST]
    return f"{stem or fallback}.{extension}"
