"""Receipt words: what somebody can say on the phone, „AHORN-42“. Computed from the operation's id, so device and
server know it without asking; it need not be unique."""

import json
import re
from pathlib import Path
from uuid import UUID

from neighbour.web.folding import fold

WORDS = json.loads(Path(__file__).with_name("words.json").read_text())


SAID = re.compile(r"([a-z]+)(\d\d)")


def understood(said: str) -> str:
    """The word as it is written, however somebody types it: „ahorn 42“; empty where it is none."""
    heard = SAID.fullmatch("".join(fold(said).split()))
    return f"{heard[1].upper()}-{heard[2]}" if heard and heard[1].upper() in WORDS else ""


def spoken(operation: UUID) -> str:
    """A word and two digits from the random half of a UUIDv7."""
    number = operation.int & 0xFFFF_FFFF
    return f"{WORDS[number % len(WORDS)]}-{number // len(WORDS) % 90 + 10}"
