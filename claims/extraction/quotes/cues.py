"""Attributions: each cue of a sentence with its speaker, in one of a few named shapes."""

from collections.abc import Callable
from functools import cache
from typing import Final

from claims.extraction.frames import Frame
from claims.extraction.speech import Speech

from .agents import agent_shape
from .documents import shown_shape
from .insertions import inserted_shape
from .inverted import inverted_shape
from .leading import leading_shape
from .nameless import nameless_shape
from .noun_reports import noun_shape
from .occasions import TOLD, occasion_shape
from .postposed import behind_shape
from .preposed import SPOKEN, in_front_shape, passive_shape
from .quoted import quoted_shape
from .relatives import relative_shape
from .said import Hit, Said, hears
from .sources import own_shape, relayed_shape, source_shape

NEAR_CUE: Final = 60
"""Characters in which the attribution of a quote that is never closed must show its cue."""

Shape = Callable[[Hit], Said | None]

SHAPES: Final[tuple[tuple[Shape, frozenset[str]], ...]] = (
    (quoted_shape, frozenset({"quoted_as", "quotes_whom"})),
    (noun_shape, frozenset({"told_noun"})),
    (agent_shape, frozenset({"say", "tell", "ask", "accuse"})),
    (occasion_shape, TOLD),
    (source_shape, frozenset({"source", "source_head", "source_own"})),
    (shown_shape, frozenset({"shown"})),
    (own_shape, frozenset({"own"})),
    (relayed_shape, frozenset({"clause_relay"})),
    (inverted_shape, frozenset({"say", "after", "postposed", "opening", "opening_closed"})),
    (inserted_shape, frozenset({"inserted"})),
    (behind_shape, frozenset({"say", "tell", "postposed"})),
    (leading_shape, frozenset({"participle"})),
    (relative_shape, frozenset({"say"})),
    (in_front_shape, SPOKEN),
    (passive_shape, frozenset({"called"})),
    (nameless_shape, frozenset({"after", "opening"})),
)
"""In the order in which they are tried, each with the classes of cue that it is for."""


NOUN: Final = frozenset({"told_noun"})
"""All that a cue behind a preposition can be."""


@cache
def shapes_of(kinds: frozenset[str]) -> tuple[Shape, ...]:
    """The shapes that a cue of these classes can have."""
    return tuple(shape for shape, classes in SHAPES if classes & kinds)


def attributions(frame: Frame) -> list[Said]:
    """The attributions of a frame, in the order of their cues."""
    found: list[Said] = []
    floor = 0
    for first, last, word in frame.cues:
        if first < floor or any(
            " ".join((word, *frame.lows[last : last + size])) in frame.speech.nouns for size in (1, 2)
        ):
            continue  # "sebut saja Mawar", "tells the story of a flood"
        kinds = frame.speech.cues.kinds[word]
        if "plurals" in kinds and _is_joined(frame, first, last):
            continue
        if "told_noun" in kinds and first and frame.lows[first - 1] in frame.speech.prepositions:
            kinds = NOUN  # "In comments published on Tuesday, Ann Hill said"
        hit = Hit(frame, first, last, word, kinds, found)
        for shape in shapes_of(kinds):
            said = shape(hit)
            if said is not None and ("hearings" not in kinds or hears(frame, said)):
                found.append(said)
                floor = said.cue_end
                break
    return found


def _is_joined(frame: Frame, first: int, last: int) -> bool:
    """Whether a cue that is also the plural of a noun stands between "and" and a verb: "said that fines and rules had failed"."""
    lows, speech = frame.lows, frame.speech
    goes_on = last < len(lows) and lows[last] in speech.auxiliaries
    return goes_on and first > 1 and lows[first - 1] in speech.coordinators and not frame.capital(first - 2)


def reports_clause(text: str, speech: Speech, first: int, last: int) -> bool:
    """Whether a stretch of text is itself a report ("Budi menyampaikan bahwa …"), so that a mark at its end which none has
    opened ends no quotation."""
    if not speech.head_first:
        return False
    behind = (
        text[match.end() : match.end() + NEAR_CUE].split(maxsplit=1)[:1]
        for match in speech.cues.pattern.finditer(text, first, last)
    )
    return any(word in speech.clause_that for words in behind for word in words)


def opens_attribution(text: str, speech: Speech, at: int, stop: int) -> bool:
    """Whether the words from `at` on read as an attribution ("kata Budi", "she said")."""
    window = text[at : min(stop, at + NEAR_CUE)]
    begin = at + len(window) - len(window.lstrip())
    match = speech.cues.pattern.search(text, begin, min(stop, at + NEAR_CUE))
    if match is None:
        return False
    kinds = speech.cues.kinds[" ".join(match.group().lower().split())]
    between = text[begin : match.start()].split()
    if not between:
        if "own" in kinds:
            return True
        following = text[match.end() + 1 : match.end() + 30].split()[:1]
        known = bool(following) and (
            following[0].lower() in speech.roles.heads
            or following[0].rstrip(",.") in speech.pronouns
            or following[0] in speech.definite
        )
        speaks = bool(kinds & {"after"}) or (not speech.head_first and "say" in kinds)
        return speaks and (known or text[match.end() + 1 : match.end() + 2].isupper())
    if (
        speech.head_first
        or "say" not in kinds
        or any(word[-1] in ",.;:!?" and not speech.is_title(word[:-1].lower()) for word in between)
        or len(between) > 4
    ):
        return False  # but "Sen. Ann Hill said"
    low = between[0].lower()
    led = low in speech.pronouns or low in speech.plural_pronouns or low in speech.definite
    led = led and low not in speech.selves  # "“We led. In the end, we conceded two" has lost its mark
    return led or all(word[0].isupper() for word in between)
