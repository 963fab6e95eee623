"""The concepts of what happens, and the words by which a language tells them, their places and their rates."""

import itertools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Final

from claims.extraction.compiled import SOURCES
from claims.extraction.language import Language, plain_words

from .amounts import Reading
from .counted import Phrase
from .countedwords import CountedWords, counted_words
from .places import PlaceWords, place_words
from .tokens import Phrases, Tokens, grouped

FILE: Final = SOURCES / "concepts.toml"
NONE: Final = ""
"""What words tell that only look like an event: "made up", "end up"."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A kind of event, the kinds of figure it goes with, how much it adds to a figure's worthiness, whether a number without a
    noun then counts people, whether it never happens to things or to people, and whether only a word before the number tells it."""

    of: frozenset[str]
    weight: Decimal
    people: bool
    living: bool
    lifeless: bool
    led: bool


CONCEPTS: Final = {
    name: Concept(
        frozenset(row["of"]),
        Decimal(row["weight"]),
        row.get("people", False),
        row.get("living", False),
        row.get("lifeless", False),
        row.get("led", False),
    )
    for name, row in tomllib.loads(FILE.read_text(encoding="utf-8")).items()
}
"""concepts.toml: concept -> Concept."""


@cache
def concepts_of(kind: str, is_thing: bool, is_people: bool, /) -> frozenset[str]:
    """The concepts that go with a kind of figure, and with what is not alive if it `is_thing`, or with people if it `is_people`."""
    return frozenset(
        name
        for name, one in CONCEPTS.items()
        if kind in one.of and not (is_thing and one.living) and not (is_people and one.lifeless)
    )


@dataclass(frozen=True, eq=False)
class EventWords:
    """The event words of one language, and those of places and rates; `telling` are the first words of all of them, `counted`
    those event words that tell an event only where a figure counts them ("40 lives", not "he lives there"), `of_nouns` what a word
    tells of some nouns alone ("**cut** 900 jobs"), `things` the nouns of what is not alive, `cases` those event words that tell an
    illness unless `law` is told more than `illness`, and whether they do where neither is told, `joints` the words for "and",
    `roles` the event words that tell what people are or do ("soldiers"), `helpers` what may stand between people and what was done
    to them ("were also"), `nouns` what tells nouns from verbs, `links` what else stands between the figures of a row, `becoming`
    what leads to the new state of a change, `either` the words for "or"."""

    nouns: CountedWords
    of_nouns: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    triggers: Phrases[str]
    counted: frozenset[str]
    things: frozenset[str]
    cases: Mapping[str, bool]
    illness: frozenset[str]
    law: frozenset[str]
    joints: frozenset[str]
    roles: frozenset[str]
    helpers: frozenset[str]
    links: frozenset[str]
    subordinators: frozenset[str]
    becoming: frozenset[str]
    either: frozenset[str]
    places: PlaceWords
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
    of_nouns = words_of_nouns(counted)
    known = {word for words in told.values() for word in words}
    quiet = [*counted["not_events"], *(word for word in of_nouns if word not in known)]
    triggers, periods = grouped({**told, NONE: quiet}), grouped(counted["periods"])
    places = place_words(language)
    return EventWords(
        counted_words(language),
        of_nouns,
        triggers,
        frozenset(counted["events_counted"]),
        frozenset(counted["things"]),
        dict(counted["cases"]),
        frozenset(counted["illness"]),
        frozenset(counted["law"]),
        frozenset(language.tables["ranges"]["and"]),
        frozenset(counted["people"]) - {*events["killed"], *events["injured"]},
        frozenset([*counted["copulas"], *counted["harm_fillers"]]),
        frozenset([",", *language.tables["ranges"]["and"], *counted["places"], *counted["parts_after"]]),
        frozenset(language.tables["quotes"]["subordinators"]),
        frozenset(language.tables["ranges"]["change_joiners"]),
        frozenset(language.tables["ranges"]["or"]),
        places,
        frozenset([*dates["months"], *dates["weekdays"], *language.tables["identifiers"]["milestones"]]),
        periods,
        frozenset([*triggers.by_first, *periods.by_first, *places.prepositions]),
        counted["order"] == "head_first",
    )


def words_of_nouns(counted: Mapping[str, Any], /) -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """The `events_of` of a [counted] table by their words: each with its events and the nouns of which it tells them; "*things" and
    "*people" among the nouns stand for all of those tables."""
    found: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
    for row in counted["events_of"]:
        nouns = frozenset(noun for one in row["of"] for noun in (counted[one[1:]] if one.startswith("*") else [one]))
        for word in row["words"]:
            found[word] = (*found.get(word, ()), (row["event"], nouns))
    return found


def told_at(tokens: Tokens, index: int, words: EventWords) -> str | None:
    """The event that the words at token `index` tell: of "death toll" that of deaths."""
    told = words.triggers.starting(tokens.words, index)
    return told[1] or None if told else None


def tells_other(tokens: Tokens, phrase: Phrase, event: str | None, words: EventWords) -> bool:
    """Whether a noun phrase tells an event and not this one: "deaths" of people who are missing."""
    told = {told_at(tokens, at, words) for at in range(*phrase)} - {None}
    return bool(told) and event not in told


def without_other(tokens: Tokens, phrase: Phrase, event: str | None, words: EventWords) -> Phrase:
    """A noun phrase without what happened to others behind its head: of "jumlah korban tewas 90 dan 12 dirawat" for 12 "korban"."""
    first, end = phrase
    while words.head_first and end - first > 1 and told_at(tokens, end - 1, words) not in {None, event}:
        end -= 1
    return first, end


def parts_ahead(tokens: Tokens, kept: list[Reading], words: EventWords) -> dict[int, int]:
    """The first token of each figure that opens its clause as a whole -> the token at which its part is told behind a comma ("of the
    120 passengers, | 45 were injured"), of which alone is what follows."""
    found: dict[int, int] = {}
    for whole, part in itertools.pairwise(kept):
        at = whole.bound_first - 1
        at -= tokens.at[at] in words.nouns.determiners
        if tokens.at[at] in words.nouns.share_of and "," in tokens.words[whole.end : part.bound_first]:
            found[whole.first] = part.bound_first
    return found


@lru_cache(maxsize=4)
def told_of_illness(text: str, words: EventWords) -> int:
    """How many more words of a text are of illness than of crimes and courts."""
    told = plain_words(text.lower())
    return sum(word in words.illness for word in told) - sum(word in words.law for word in told)
