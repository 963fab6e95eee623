"""Reports whose teller stands behind "by" or "from": "Hill was told by prosecutors that …", "The court heard from Hill that …"."""

from typing import Final

from claims.extraction.frames import QUOTED
from claims.extraction.people.phrases import Phrase, describe

from .attribution import Link, read_tail
from .objects import forward
from .said import Hit, Said, can_speak, floor_of, skip_opening
from .subjects import backward

CHARGED: Final = 10
"""Words of those who accuse somebody."""

APPOSED: Final = 8
"""Words between commas that tell who somebody is."""


def agent_shape(hit: Hit) -> Said | None:
    """As in "was warned by X that …", "were urged by X to …": who says it stands behind its "by"."""
    frame, speech, lows, last = hit.frame, hit.frame.speech, hit.frame.lows, hit.last
    heard = "hearings" in hit.kinds
    if speech.head_first or (hit.before not in speech.passive and not heard) or last + 1 >= len(lows):
        return None
    if lows[last] not in (speech.by_whom if heard else speech.by):
        return None if heard else _told_in_court(hit)
    if not speech.to.isdisjoint(lows[hit.first - 2 : hit.first - 1]):
        return None  # "hopes to be told by the board that …"
    charge = _charge(hit) if "accuse" in hit.kinds else 0
    phrase = describe(frame, last + 1, charge) if charge else forward(frame, last + heard)
    if phrase is None or phrase.kind == "pronoun" or not can_speak(frame, phrase):
        return None
    if charge:
        return hit.said("before", hit.first, charge + 1, phrase, (), "agent")
    tail = read_tail(frame, phrase.last, spoken=False)
    end = _behind_apposition(hit, tail.end)
    opening = lows[end] if end + 1 < len(lows) else ""
    if opening in speech.clause_that:
        content = skip_opening(frame, end)
    elif (
        "ask" in hit.kinds
        and not heard
        and any(opening in words for words in (speech.to, speech.that, speech.conditions))
    ):
        content = end  # "was asked by the Cape Times if he would go"
    elif lows[end : end + 2] == [":", QUOTED]:
        content = end + 1
    else:
        return None
    court = _hearers(hit, court=heard)
    if heard and court is None:
        return None
    links = tail.links if court is None else (Link("audience", court.first, court.last), *tail.links)
    return hit.said("before", hit.first, content, phrase, links, "subject_agent")


def _behind_apposition(hit: Hit, at: int) -> int:
    """The word "that" behind the comma which ends what a witness is ("from Hill, prosecuting, that …"), else `at`."""
    lows, that = hit.frame.lows, hit.frame.speech.clause_that
    if lows[at : at + 1] != [","]:
        return at
    near = range(at, min(len(lows) - 1, at + APPOSED))
    return next((i + 1 for i in near if lows[i] == "," and lows[i + 1] in that), at)


def _hearers(hit: Hit, *, court: bool) -> Phrase | None:
    """The court that is the subject of a cue, or not only a `court` but all who are told something, else None."""
    at, chain = hit.first - (hit.before in hit.frame.speech.passive), hit.frame.speech.chain
    phrase = backward(hit.frame, at, floor_of(hit.frame, at, hit.found))
    those = chain.courts if court else chain.courts | chain.audience_nouns | chain.gatherings
    return None if phrase is None or those.isdisjoint(hit.frame.lows[phrase.first : phrase.last]) else phrase


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
    phrase = _hearers(hit, court=True)
    if phrase is None:
        return None
    return hit.said("before", phrase.first, skip_opening(frame, last), phrase, (), "subject_hearing")
