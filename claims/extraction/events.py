"""What a figure is about: the event around it, its place, and whether it is a running total or a rate."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from .language import Language
from .tokens import Phrases, Tokens, grouped

FILE = Path(__file__).parent / "concepts.toml"
REACH_AFTER = 8
REACH_BEFORE = 10
"""An event word further away than so many tokens is about something else."""
INSIDE = 2
"""A word inside the figure's own phrase ("220 sandera") weighs like one at this distance: "arrested 17 demonstrators"."""
TREND = 6
"""What a rise or fall of a plain count is set back by: "the death toll rose to 43" is about deaths."""
BARRIER = 4
"""What a comma, a semicolon or another figure between an event word and a number adds to their distance."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A kind of event, the kinds of figure it goes with, how much it adds to a figure's worthiness, and
    whether it happens to people only."""

    of: frozenset[str]
    weight: Decimal
    people: bool


@lru_cache(maxsize=1)
def concepts() -> dict[str, Concept]:
    """concepts.toml: concept -> Concept."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        name: Concept(frozenset(row["of"]), Decimal(row["weight"]), row.get("people", False))
        for name, row in table.items()
    }


@dataclass(frozen=True, eq=False)
class EventWords:
    """The event words of one language, and those of places and rates."""

    triggers: Phrases[str]
    places: frozenset[str]
    times: frozenset[str]
    periods: Phrases[str]


@cache
def event_words(language: Language) -> EventWords:
    """The event words of the language, prepared for look-up."""
    counted, dates = language.tables["counted"], language.tables["dates"]
    return EventWords(
        grouped(language.tables["events"]),
        frozenset(counted["places"]),
        frozenset([*dates["months"], *dates["weekdays"]]),
        grouped(counted["periods"]),
    )


def triggers_in(tokens: Tokens, words: EventWords) -> list[tuple[int, str]]:
    """The event words of a sentence: (token, concept)."""
    table, starting = words.triggers.by_first, words.triggers.starting
    return [
        (index, hit[1])
        for index, word in enumerate(tokens.words)
        if word in table and (hit := starting(tokens.words, index))
    ]


def event_of(tokens: Tokens, first: int, end: int, kind: str, triggers: list[tuple[int, str]]) -> str | None:
    """The event that the figure of tokens first..end is about: the nearest event word that goes with its kind."""
    known, best, nearest = concepts(), None, 99
    for index, concept in triggers:
        if kind not in known[concept].of:
            continue
        if index >= end:
            between = range(end, index)
            distance = index - end
            limit = REACH_AFTER
        elif index >= first:
            between, distance, limit = range(0), INSIDE, REACH_AFTER
        else:
            between = range(index, first)
            distance = first - index
            limit = REACH_BEFORE
        if distance > limit or distance >= nearest:
            continue
        distance += sum(
            BARRIER for at in between if tokens.words[at] in {",", ";", ":"} or tokens.words[at][0].isdigit()
        )
        distance += TREND if kind == "count" and concept in {"grew", "fell"} else 0
        if distance < nearest:
            best, nearest = concept, distance
    return best


def place_of(tokens: Tokens, first: int, end: int, words: EventWords) -> str | None:
    """The place named after the figure ("di Jalur Gaza"), else before it, as written."""
    if words.places.isdisjoint(tokens.words[max(0, first - 14) : end + 14]):
        return None
    for span in (range(end, min(end + 14, len(tokens))), range(first - 1, max(-1, first - 14), -1)):
        for index in span:
            named = tokens.words[index] in words.places and tokens.capital(index + 1)
            if named and tokens.words[index + 1] not in words.times:
                last = index + 1
                while last - index < 4 and tokens.capital(last + 1) and tokens.words[last + 1][0].isalpha():
                    last += 1
                return tokens.text[tokens.starts[index + 1] : tokens.ends[last]]
    return None


def accumulation_of(tokens: Tokens, first: int, end: int, words: EventWords) -> str | None:
    """`per_period`, `cumulative` or `stock` where the words near the figure say so."""
    table, all_words = words.periods.by_first, tokens.words
    if table.keys().isdisjoint(all_words[max(0, first - 5) : end + 5]):
        return None
    for index in range(end, min(end + 5, len(all_words))):
        if all_words[index] not in table:
            continue
        hit = words.periods.starting(all_words, index)
        if hit and (hit[1] != "stock" or index < end + 3):
            return hit[1]
    for index in range(max(0, first - 5), first):
        if all_words[index] not in table:
            continue
        hit = words.periods.starting(all_words, index)
        if hit and hit[1] != "per_period":
            return hit[1]
    return None
