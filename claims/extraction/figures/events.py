"""What a figure is about: the event around it, its place, and whether it is a running total or a rate."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from claims.extraction.compiled import SOURCES
from claims.extraction.language import Language
from claims.extraction.scan import CLAUSE_ENDS

from .amounts import Reading
from .counted import Phrase
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
JOINT: Final = 2
"""What "and" between them adds: "three people died and 2,000 homes were evacuated"."""
TRENDS: Final = frozenset({"grew", "fell"})
BESIDE: Final = 2
"""A rise or fall so near before a number of points tells more than they: "menguat 93,9 poin"."""
WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Concept:
    """A kind of event, the kinds of figure it goes with, how much it adds to a figure's worthiness, whether a number without a
    noun then counts people, whether it never happens to things, and whether only a word before the number tells it."""

    of: frozenset[str]
    weight: Decimal
    people: bool
    living: bool
    led: bool


@cache
def concepts() -> dict[str, Concept]:
    """concepts.toml: concept -> Concept."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        name: Concept(
            frozenset(row["of"]),
            Decimal(row["weight"]),
            row.get("people", False),
            row.get("living", False),
            row.get("led", False),
        )
        for name, row in table.items()
    }


@dataclass(frozen=True, eq=False)
class EventWords:
    """The event words of one language, and those of places and rates; `telling` are the first words of all of them, `counted`
    those event words that tell an event only where a figure counts them ("40 lives", not "he lives there"), `things` the nouns
    of what is not alive, `cases` those event words that tell an illness unless `law` is told more than `illness`, and whether they
    do where neither is told, `joints` the words for "and", `roles` the event words that tell what people are or do
    ("soldiers"), `helpers` what may stand between people and what was done to them ("were also")."""

    triggers: Phrases[str]
    counted: frozenset[str]
    things: frozenset[str]
    cases: Mapping[str, bool]
    illness: frozenset[str]
    law: frozenset[str]
    joints: frozenset[str]
    roles: frozenset[str]
    helpers: frozenset[str]
    places: frozenset[str]
    times: frozenset[str]
    periods: Phrases[str]
    telling: frozenset[str]
    head_first: bool


@cache
def event_words(language: Language) -> EventWords:
    """The event words of the language, prepared for look-up."""
    counted, dates, events = (language.tables[name] for name in ("counted", "dates", "events"))
    owned = counted["clitics"] if counted["order"] == "head_first" else []
    told = {
        concept: [*words, *(f"{word}{clitic}" for word in words if word.isalpha() for clitic in owned)]
        for concept, words in events.items()
    }
    triggers, periods = grouped(told), grouped(counted["periods"])
    return EventWords(
        triggers,
        frozenset(counted["events_counted"]),
        frozenset(counted["things"]),
        dict(counted["cases"]),
        frozenset(counted["illness"]),
        frozenset(counted["law"]),
        frozenset(language.tables["ranges"]["and"]),
        frozenset(counted["people"]) - {*events["killed"], *events["injured"]},
        frozenset([*counted["copulas"], *counted["harm_fillers"]]),
        frozenset(counted["places"]),
        frozenset([*dates["months"], *dates["weekdays"]]),
        periods,
        frozenset([*triggers.by_first, *periods.by_first, *counted["places"]]),
        counted["order"] == "head_first",
    )


def told_at(tokens: Tokens, index: int, words: EventWords) -> str | None:
    """The event that the words at token `index` tell: of "death toll" that of deaths."""
    told = words.triggers.starting(tokens.words, index)
    return told[1] if told else None


def without_other(tokens: Tokens, phrase: Phrase, event: str | None, words: EventWords) -> Phrase:
    """A noun phrase without what happened to others behind its head: of "jumlah korban tewas 90 dan 12 dirawat" for 12 "korban"."""
    first, end = phrase
    while words.head_first and end - first > 1 and told_at(tokens, end - 1, words) not in {None, event}:
        end -= 1
    return first, end


@lru_cache(maxsize=4)
def told_of_illness(text: str, words: EventWords) -> int:
    """How many more words of a text are of illness than of crimes and courts."""
    told = WORD.findall(text.lower())
    return sum(word in words.illness for word in told) - sum(word in words.law for word in told)


class Scene:
    """What the words of one sentence tell around its figures, each with its token: `triggers` are its event words, each with its last
    token and its concept, `places` the words that a place's name follows, `periods` the words of rates and totals with their kinds."""

    __slots__ = ("counted", "numerals", "periods", "places", "roles", "tokens", "triggers", "words")

    def __init__(self, tokens: Tokens, words: EventWords, kept: list[Reading]) -> None:
        self.tokens = tokens
        self.words = words
        self.numerals = {reading.first for reading in kept}
        self.triggers: list[tuple[int, int, str]] = []
        self.counted: set[int] = set()
        self.roles: set[int] = set()
        self.places: list[int] = []
        self.periods: list[tuple[int, str]] = []
        passed = 0
        for index in [at for at, word in enumerate(tokens.words) if word in words.telling]:
            word = tokens.words[index]
            told = index >= passed and word in words.triggers.by_first
            if told and (hit := words.triggers.starting(tokens.words, index)) and not self.is_lawsuit(word):
                passed = index + hit[0]
                self.triggers.append((index, passed - 1, hit[1]))
                if word in words.counted and hit[0] == 1:
                    self.counted.add(index)
                if word in words.roles and hit[0] == 1:
                    self.roles.add(index)
            if word in words.periods.by_first and (hit := words.periods.starting(tokens.words, index)):
                self.periods.append((index, hit[1]))
            named = word in words.places and tokens.capital(index + 1) and tokens.words[index + 1] not in words.times
            if named and index + 1 not in self.numerals:  # not "starts at Rs 34,999"
                self.places.append(index)

    def is_lawsuit(self, word: str) -> bool:
        """Whether an event word is one for cases, and those of this sentence, or else of the article, are of no illness."""
        if word not in self.words.cases:
            return False
        ill, sued = (not table.isdisjoint(self.tokens.words) for table in (self.words.illness, self.words.law))
        if ill != sued:
            return sued
        more = told_of_illness(self.tokens.text, self.words)
        return more < 0 or (more == 0 and not self.words.cases[word])

    def event(self, reading: Reading, end: int, kind: str) -> str | None:
        """The event that a figure up to token `end` is about: the nearest event word that goes with its kind and with what it counts,
        inside its phrase the one that tells more of its head ("kasus pencurian", "murder cases"); a count that none but a rise or fall is
        near is about what its phrase tells ("the death toll of a long week rose to 45")."""
        known, best, nearest, chosen, head_first = concepts(), None, 99, -1, self.words.head_first
        first, phrase = reading.bound_first, reading.phrase or (0, 0)
        done = self.past_helpers(end)
        is_thing = reading.phrase is not None and not reading.borrowed and self.is_thing(reading.phrase)
        for index, last, concept in self.triggers:
            if kind not in known[concept].of or (is_thing and known[concept].living):
                continue
            within = first <= index < end
            if index in self.counted and not (within or phrase[0] <= index < phrase[1]):
                continue
            if within and index < reading.first:
                continue  # "up to 800"
            if index >= end:
                if known[concept].led:
                    continue
                between, distance, limit = (end, index), index - end, REACH_AFTER
            elif within:
                between, distance, limit = (0, 0), INSIDE, REACH_AFTER
            else:
                between, distance, limit = (last, first), first - last, REACH_BEFORE
            if distance > limit:
                continue
            if index >= end:
                distance = max(0, index - done)
                later = first <= chosen < end and chosen in self.roles
            else:
                later = head_first and within and first <= chosen < end
            if distance > nearest or (distance == nearest and not later):
                continue
            distance += self.barriers(*between)
            distance += TREND if kind == "count" and concept in TRENDS else 0
            if distance < nearest or (later and distance == nearest):
                best, nearest, chosen = concept, distance, index
        if kind == "count" and (best is None or best in TRENDS):
            theirs = [concept for index, _, concept in self.triggers if phrase[0] <= index < phrase[1]]
            fitting = [one for one in theirs if kind in known[one].of and not (is_thing and known[one].living)]
            best = (fitting[-1] if head_first else fitting[0]) if fitting else best
        if best == "scored":
            beside = (
                concept for index, _, concept in self.triggers if 0 < first - index <= BESIDE and concept in TRENDS
            )
            return next(beside, best)
        return best

    def past_helpers(self, index: int) -> int:
        """The token behind what stands at token `index` between people and what was done to them: "have also been"."""
        while self.tokens.at[index] in self.words.helpers:
            index += 1
        return index

    def is_thing(self, phrase: Phrase) -> bool:
        """Whether the head of a noun phrase is nothing that lives."""
        return self.tokens.words[phrase[0] if self.words.head_first else phrase[1] - 1] in self.words.things

    def barriers(self, start: int, end: int) -> int:
        """What the tokens start..end between an event word and a figure add to their distance."""
        added = 0
        for index in range(start, end):
            word = self.tokens.words[index]
            if word in CLAUSE_ENDS or word[0].isdigit() or index in self.numerals:
                added += BARRIER
            elif word in self.words.joints:
                added += JOINT
        return added

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
        """The name that begins at token `index`, as written; in a headline the word of an event, with its capital, ends it ("Gempa
        di Cianjur Tewaskan 56 Orang")."""
        tokens, last = self.tokens, index
        told = {at for at, _, _ in self.triggers}
        while last - index < LONGEST_NAME - 1 and tokens.capital(last + 1) and last + 1 not in told:
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
