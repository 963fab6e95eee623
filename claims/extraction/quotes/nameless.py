"""Attributions behind a quotation that lost their speaker, as where a page's link with the name was dropped ("…," kata
kepada wartawan, Senin)."""

from claims.extraction.frames import QUOTED

from .attribution import read_tail
from .said import Hit, Said, own_phrase


def nameless_shape(hit: Hit) -> Said | None:
    """As in "…," kata . and "…," ujar kepada wartawan: the cue alone, told of whom the text is about. Tried when no other
    shape fits."""
    frame, last = hit.frame, hit.last
    lows, speech = frame.lows, frame.speech
    if not speech.head_first or hit.before != QUOTED or (last < len(lows) and not _is_tail(hit)):
        return None
    tail = read_tail(frame, last)
    return hit.said("after", hit.first, tail.end, own_phrase(frame, hit.first, last), tail.links, "cue_nameless")


def _is_tail(hit: Hit) -> bool:
    """Whether what follows a cue is no speaker: a comma, those who were told, a place, a time."""
    frame, speech, low = hit.frame, hit.frame.speech, hit.frame.lows[hit.last]
    if low == ",":
        return True
    tail = low in speech.ends_name and low not in speech.auxiliaries and low not in speech.relative
    return tail and not frame.capital(hit.last)
