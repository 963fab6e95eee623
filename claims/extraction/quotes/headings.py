"""The lines around a quotation that name who speaks: one above it, as in interviews and round-ups, or the end of what goes on below."""

import re
from bisect import bisect_left
from typing import Final

from claims.extraction.people.heads import Known
from claims.extraction.people.names import Names
from claims.extraction.people.speakers import Memory
from claims.extraction.scan import Scan
from claims.extraction.speech import Speech
from claims.extraction.values import Speaker

from .cues import opens_attribution

LONGEST: Final = 60
"""Characters of the longest line that is nothing but the name of who speaks below it."""

NAME: Final = re.compile(r"((?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w'’-]+)(?: \([^()]{2,40}\))?:?")
NAMING: Final = frozenset({"body", "heading"})
"""Kinds of block that such a line may be."""

LEFT_OPEN: Final = frozenset({"close.paragraph", "close.reopened"})
"""The repairs of a quotation that is left open before another one."""

CHAIN: Final = 12
"""Paragraphs of one quotation that are looked through for the one that tells who speaks."""


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


def is_told_below(scan: Scan, speech: Speech, memory: Memory, start: int) -> bool:
    """Whether a quotation that is left open at the end of its paragraph or sentence goes on in the next ones, whose last
    tells who speaks: "… me.¶ "I lost three,” she said."""
    marked, text = memory.marked, scan.text
    n = bisect_left(marked, start, key=lambda mark: mark.start)
    last = memory.last(start) if marked[n].repair == "close.reopened" else None
    if last is not None and last.at >= memory.heads.sentence_before(start):
        return False  # "Hill said it was late. "I left. "I was tired," she said."
    for _ in range(CHAIN):
        if n + 1 >= len(marked) or marked[n].repair not in LEFT_OPEN:
            break
        after, following = marked[n], marked[n + 1]
        gap = text[after.end : following.start]
        if gap.strip():
            return False
        n += 1
        if following.repair not in LEFT_OPEN:
            stop = text.find("\n", following.end)
            return opens_attribution(text, speech, following.end, stop if stop > 0 else len(text))
    return False
