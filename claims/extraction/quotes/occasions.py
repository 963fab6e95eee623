"""Reports for which somebody takes a page or a meeting: "Hill took to Instagram to say …", "Hill used her speech to urge …"."""

from typing import Final

from claims.extraction.frames import PUNCTUATION

from .attribution import Link
from .contents import to_content
from .outlets import object_end, stands_at
from .said import Hit, Said, can_speak, floor_of
from .subjects import backward

BETWEEN: Final = 9
"""Words from the verb that takes a page to the one that tells what for."""

TOLD: Final = frozenset({"say", "tell", "ask", "noun"})


def occasion_shape(hit: Hit) -> Said | None:
    """As in "X took to Twitter to deny …", "X held a news conference to announce …": the medium stands before the "to"."""
    frame, speech, lows, first = hit.frame, hit.frame.speech, hit.frame.lows, hit.first
    if speech.head_first or hit.before not in speech.to or not hit.kinds & TOLD or hit.last >= len(lows):
        return None
    verb = next((i for i in range(first - 3, max(0, first - BETWEEN), -1) if lows[i] in speech.chain["takes"]), 0)
    if not verb or not PUNCTUATION.isdisjoint(lows[verb:first]):
        return None
    begin = verb + 1 + (lows[verb + 1] in speech.to)
    end = object_end(frame, begin)
    nouns = speech.chain["medium_nouns"] | speech.chain["pages"]
    if end >= first or not any(stands_at(frame, i, nouns) for i in range(begin, end)):
        return None
    phrase = backward(frame, verb, floor_of(frame, verb, hit.found))
    if phrase is None or not can_speak(frame, phrase):
        return None
    links, content = to_content(frame, hit.last, hit.kinds)
    links = (Link("medium", verb + 1, end), *links)
    return hit.said("before", phrase.first, content, phrase, links, "subject_occasion")
