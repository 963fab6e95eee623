"""Public identifiers: every row that leaves the program has a UUIDv7 `uid`."""

import os
import time
import uuid

RANDOM_BITS_A = 12
RANDOM_BITS_B = 62


def uuid7() -> uuid.UUID:
    """A new UUID of version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then 74 random bits.

    Ordered by time to the millisecond, so that an index on it grows at its end.
    """
    random = int.from_bytes(os.urandom(10), "big")
    value = (time.time_ns() // 1_000_000) << 80
    value |= 0x7 << 76
    value |= (random >> RANDOM_BITS_B & (1 << RANDOM_BITS_A) - 1) << 64
    value |= 0b10 << 62
    value |= random & (1 << RANDOM_BITS_B) - 1
    return uuid.UUID(int=value)
