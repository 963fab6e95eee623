"""What a figure is about: the event around it, its place, and whether it is a running total or a rate."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from claims.extraction.compiled import SOURCES
from claims.extraction.language import Language
from claims.extraction.scan import CLAUSE_ENDS

from .tokens import Phrases, Tokens, grouped

FILE: Final = SOURCES / "concepts.toml"
REACH_AFTER: Final = 8
REACH_BEFORE: Final = 10
"""An event word further away than so many tokens is about something else."""
PLACE_REACH: Final = 14
"""So many tokens from a figure its place may be named."""
LONGEST_NAME: Final = 4
"""So many words the name of a place has at most."""
PERIOD_REACH: Final = 5
STOCK_REACH: Final = 3
"""So many tokens behind a figure may stand the words that make it a state of things."""
INSIDE: Final = 2
"""A word inside the figure's own phrase ("220 sandera") weighs like one at this distance: "arrested 17 demonstrators"."""
TREND: Final = 6
"""What a rise or fall of a plain count is set back by: "the death toll rose to 43" is about deaths."""
BARRIER: Final = 4
"""What a comma, a semicolon or another figure between an event word and a number adds to their distance."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A kind of event, the kinds of figure it goes with, how much it adds to a figure's worthiness, whether it happens to
    people only, and whether only a word before the number tells it."""

    of: frozenset[str]
    weight: Decimal
    people: bool
    led: bool


@cache
def concepts() -> dict[str, Concept]:
    """concepts.toml: concept -> Concept."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        name: Concept(frozenset(row["of"]), Decimal(row["weight"]), row.get("people", False), row.get("led", False))
        for name, row in table.items()
    }


@dataclass(frozen=True, eq=False)
class EventWords:
    """The event words of one language, and those of places and rates; `telling` are the first words of all of them, `counted`
    those event words that tell an event only where a figure counts them ("40 lives", not "he lives there")."""

    triggers: Phrases[str]
    counted: frozenset[str]
    places: frozenset[str]
    times: frozenset[str]
    periods: Phrases[str]
    telling: frozenset[str]
    head_first: bool


@cache
def event_words(language: Language) -> EventWords:
    """The event words of the language, prepared for look-up."""
    counted, dates = language.tables["counted"], language.tables["dates"]
    triggers, periods = grouped(language.tables["events"]), grouped(counted["periods"])
    return EventWords(
        triggers,
        frozenset(counted["events_counted"]),
        frozenset(counted["places"]),
        frozenset([*dates["months"], *dates["weekdays"]]),
        periods,
        frozenset([*triggers.by_first, *periods.by_first, *counted["places"]]),
        counted["order"] == "head_first",
    )


class Scene:
    """What the words of one sentence tell around its figures, each with its token: `triggers` are its event words with their
    concepts, `places` the words that a place's name follows, `periods` the words of rates and totals with their kinds."""

    __slots__ = ("counted", "head_first", "periods", "places", "tokens", "triggers")

    def __init__(self, tokens: Tokens, words: EventWords) -> None:
        self.tokens = tokens
        self.head_first = words.head_first
        self.triggers: list[tuple[int, str]] = []
        self.counted: set[int] = set()
        self.places: list[int] = []
        self.periods: list[tuple[int, str]] = []
        for index in [at for at, word in enumerate(tokens.words) if word in words.telling]:
            word = tokens.words[index]
            if word in words.triggers.by_first and (hit := words.triggers.starting(tokens.words, index)):
                self.triggers.append((index, hit[1]))
                if word in words.counted and hit[0] == 1:
                    self.counted.add(index)
            if word in words.periods.by_first and (hit := words.periods.starting(tokens.words, index)):
                self.periods.append((index, hit[1]))
            if word in words.places and tokens.capital(index + 1) and tokens.words[index + 1] not in words.times:
                self.places.append(index)

    def event(self, first: int, end: int, kind: str) -> str | None:
        """The event that the figure of tokens first..end is about: the nearest event word that goes with its kind, inside its phrase
        the one that tells more of its head ("kasus pencurian", "murder cases")."""
        known, best, nearest, chosen, words = concepts(), None, 99, -1, self.tokens.words
        for index, concept in self.triggers:
            if kind not in known[concept].of or (index in self.counted and not first <= index < end):
                continue
            if index >= end:
                if known[concept].led:
                    continue
                between, distance, limit = (end, index), index - end, REACH_AFTER
            elif index >= first:
                between, distance, limit = (0, 0), INSIDE, REACH_AFTER
            else:
                between, distance, limit = (index, first), first - index, REACH_BEFORE
            later = self.head_first and first <= index < end and first <= chosen < end
            if distance > limit or distance > nearest or (distance == nearest and not later):
                continue
            for word in words[between[0] : between[1]]:
                distance += BARRIER if word in CLAUSE_ENDS or word[0].isdigit() else 0
            distance += TREND if kind == "count" and concept in {"grew", "fell"} else 0
            if distance < nearest or (later and distance == nearest):
                best, nearest, chosen = concept, distance, index
        return best

    def place(self, first: int, end: int) -> str | None:
        """The place named after the figure of tokens first..end ("di Jalur Gaza"), else before it, as written."""
        named = None
        for at in self.places:
            if first - PLACE_REACH < at < first:
                named = at
            elif end <= at < end + PLACE_REACH:
                named = at
                break
        return None if named is None else self.name_at(named + 1)

    def name_at(self, index: int) -> str:
        """The name that begins at token `index`, as written."""
        tokens, last = self.tokens, index
        while last - index < LONGEST_NAME - 1 and tokens.capital(last + 1):
            last += 1
        return tokens.text[tokens.starts[index] : tokens.ends[last]]

    def accumulation(self, first: int, end: int) -> str | None:
        """`per_period`, `cumulative` or `stock` where the words near the figure of tokens first..end say so."""
        before = None
        for at, kind in self.periods:
            if end <= at < end + PERIOD_REACH and (kind != "stock" or at < end + STOCK_REACH):
                return kind
            if first - PERIOD_REACH <= at < first and kind != "per_period":
                before = before or kind
        return before
