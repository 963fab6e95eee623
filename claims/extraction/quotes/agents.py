"""Reports that an English passive tells: "Hill was told by prosecutors that …", "It was announced by the ministry that …"."""

from typing import Final

from claims.extraction.people.phrases import describe

from .attribution import read_tail
from .objects import forward
from .said import Hit, Said, can_speak, floor_of, skip_opening
from .subjects import backward

CHARGED: Final = 10
"""Words of those who accuse somebody."""


def agent_shape(hit: Hit) -> Said | None:
    """As in "was warned by X that …", "were urged by X to …": who says it stands behind its "by"."""
    frame, speech, lows, last = hit.frame, hit.frame.speech, hit.frame.lows, hit.last
    if speech.head_first or hit.before not in speech.passive or last + 1 >= len(lows):
        return None
    if lows[last] not in speech.by:
        return _told_in_court(hit)
    if not speech.to.isdisjoint(lows[hit.first - 2 : hit.first - 1]):
        return None  # "hopes to be told by the board that …"
    charge = _charge(hit) if "accuse" in hit.kinds else 0
    phrase = describe(frame, last + 1, charge) if charge else forward(frame, last)
    if phrase is None or phrase.kind == "pronoun" or not can_speak(frame, phrase):
        return None
    if charge:
        return hit.said("before", hit.first, charge + 1, phrase, (), "agent")
    tail = read_tail(frame, phrase.last, spoken=False)
    opening = lows[tail.end] if tail.end + 1 < len(lows) else ""
    if opening in speech.clause_that:
        content = skip_opening(frame, tail.end)
    elif opening in speech.to and "ask" in hit.kinds:
        content = tail.end
    else:
        return None
    return hit.said("before", hit.first, content, phrase, tail.links, "subject_agent")


def _charge(hit: Hit) -> int:
    """The word before the deed of which somebody is accused ("accused by the union | of lying"), else 0."""
    lows, speech = hit.frame.lows, hit.frame.speech
    near = range(hit.last + 2, min(len(lows) - 1, hit.last + CHARGED))
    return next((i for i in near if lows[i] in speech.charges and lows[i + 1].endswith(speech.gerund)), 0)


def _told_in_court(hit: Hit) -> Said | None:
    """As in "The jury was told that …": a court passes on what it is told, whoever tells it."""
    frame, speech, last = hit.frame, hit.frame.speech, hit.last
    if "tell" not in hit.kinds or "ask" not in hit.kinds or frame.lows[last] in speech.prepositions | speech.to:
        return None
    phrase = backward(frame, hit.first - 1, floor_of(frame, hit.first - 1, hit.found))
    if phrase is None or speech.chain["courts"].isdisjoint(frame.lows[phrase.first : phrase.last]):
        return None
    return hit.said("before", phrase.first, skip_opening(frame, last), phrase, (), "subject_hearing")
