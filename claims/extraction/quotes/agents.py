"""Reports that an English passive tells: "Hill was told by prosecutors that …", "It was announced by the ministry that …"."""

from .attribution import read_tail
from .objects import forward
from .said import Hit, Said, can_speak, skip_opening


def agent_shape(hit: Hit) -> Said | None:
    """As in "was warned by X that …", "were urged by X to …": who says it stands behind its "by"."""
    frame, speech, lows, last = hit.frame, hit.frame.speech, hit.frame.lows, hit.last
    if speech.head_first or hit.before not in speech.passive or lows[last : last + 1] not in ([by] for by in speech.by):
        return None
    if not speech.to.isdisjoint(lows[hit.first - 2 : hit.first - 1]):
        return None  # "hopes to be told by the board that …"
    phrase = forward(frame, last)
    if phrase is None or phrase.kind == "pronoun" or not can_speak(frame, phrase):
        return None
    tail = read_tail(frame, phrase.last, spoken=False)
    opening = lows[tail.end] if tail.end + 1 < len(lows) else ""
    if opening in speech.clause_that:
        content = skip_opening(frame, tail.end)
    elif opening in speech.to and "ask" in hit.kinds:
        content = tail.end
    else:
        return None
    return hit.said("before", hit.first, content, phrase, tail.links, "subject_agent")
