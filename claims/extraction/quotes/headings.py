"""The line above a quotation that names who speaks below it, as in interviews and round-ups."""

import re
from bisect import bisect_left
from typing import Final

from claims.extraction.people.heads import Known
from claims.extraction.people.names import Names
from claims.extraction.scan import Scan
from claims.extraction.speech import Speech
from claims.extraction.values import Speaker

LONGEST: Final = 60
"""Characters of the longest line that is nothing but the name of who speaks below it."""

NAME: Final = re.compile(r"((?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w'’-]+)(?: \([^()]{2,40}\))?:?")
NAMING: Final = frozenset({"body", "heading"})
"""Kinds of block that such a line may be."""


def named_above(scan: Scan, speech: Speech, names: Names, start: int) -> Known | None:
    """Who is named by the line above a quotation that opens its own line at `start`, where that line is nothing but a name."""
    blocks = scan.blocks
    n = bisect_left(blocks, start, key=lambda block: block.start)
    if not 0 < n < len(blocks) or blocks[n].start != start or blocks[n - 1].kind not in NAMING:
        return None
    at, end = blocks[n - 1].start, blocks[n - 1].end
    match = NAME.fullmatch(scan.text, at, end) if end - at <= LONGEST else None
    name = match[1] if match else ""
    words = name.lower().split()
    named = len(words) > 1 and words[0] not in speech.roles.bodies and not set(words) & speech.roles.fillers
    if not named or any(speech.is_title(word) for word in words):
        return None
    return Known(start, Speaker(names.longest(name), None, at, at + len(name)), "name")
