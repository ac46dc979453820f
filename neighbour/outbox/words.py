"""Receipt words: what somebody can say on the phone, „AHORN-42“. Computed from the operation's id, so device and
server know it without asking; it need not be unique."""

import json
from pathlib import Path
from uuid import UUID

WORDS = json.loads(Path(__file__).with_name("words.json").read_text())


def spoken(operation: UUID) -> str:
    """A word and two digits from the random half of a UUIDv7."""
    number = operation.int & 0xFFFF_FFFF
    return f"{WORDS[number % len(WORDS)]}-{number // len(WORDS) % 90 + 10}"
