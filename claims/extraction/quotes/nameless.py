"""Attributions of a quotation without a speaker of their own: one that a page dropped with its link ("…," kata kepada
wartawan, Senin), or one that is told of who spoke last ("Ditambahkan, "…"")."""

from claims.extraction.frames import QUOTED

from .attribution import read_tail
from .said import Hit, Said, own_phrase


def nameless_shape(hit: Hit) -> Said | None:
    """As in "…," kata . and "…," ujar kepada wartawan, Ditambahkan, "…": the cue alone, told of whom the text is about. Tried
    when no other shape fits."""
    frame, last = hit.frame, hit.last
    lows, speech = frame.lows, frame.speech
    opens = speech.head_first and not hit.first and "opening" in hit.kinds and lows[last + 1 : last + 2] == [QUOTED]
    if opens and lows[last] in (",", ":"):
        return hit.said("before", 0, last + 1, own_phrase(frame, 0, last), (), "cue_nameless")
    opening = hit.opening  # "…," demikian tertulis di laman itu
    behind = opening > 0 and lows[opening - 1] == QUOTED
    if not speech.head_first or not behind or (last < len(lows) and not _is_tail(hit)):
        return None
    tail = read_tail(frame, last)
    written = "shown" in hit.kinds and "postposed" not in hit.kinds  # "…," tertulis di laman itu
    if written and not (opening == 1 and any(link.role == "medium" for link in tail.links)):
        return None  # 'Nama "Rina Dewi" tertulis di dinding'
    return hit.said("after", opening, tail.end, own_phrase(frame, hit.first, last), tail.links, "cue_nameless")


def _is_tail(hit: Hit) -> bool:
    """Whether what follows a cue is no speaker: a comma, those who were told, a place, a time."""
    frame, speech, low = hit.frame, hit.frame.speech, hit.frame.lows[hit.last]
    if low == ",":
        return True
    tail = low in speech.ends_name and low not in speech.auxiliaries and low not in speech.relative
    return tail and not frame.capital(hit.last)
