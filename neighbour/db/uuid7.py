"""Ids that sort by the time they were made: UUID version 7, RFC 9562 section 5.7."""

import secrets
import time
from uuid import UUID

NANOSECONDS = 1_000_000  # in a millisecond


def uuid7() -> UUID:
    """48 bits of Unix milliseconds, 12 bits of the fraction of one (section 6.2, method 3), 62 random bits."""
    milliseconds, rest = divmod(time.time_ns(), NANOSECONDS)
    fraction = rest * 4096 // NANOSECONDS
    return UUID(int=milliseconds << 80 | 0x7 << 76 | fraction << 64 | 0b10 << 62 | secrets.randbits(62))
