"""Whether words of two languages name the same place, people or thing. The words are data: counterparts.toml.

Three answers are kept apart everywhere: the same, another, and not known. Only "another" speaks against a reading.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LONGEST = 4
"""The most words that one name of counterparts.toml has."""

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")


@dataclass(frozen=True, slots=True)
class Counterparts:
    """The loaded table: a name's words → its row, a place's larger place, a thing's kind ("" when it is no person)."""

    places: Mapping[str, str]
    within: Mapping[str, str]
    things: Mapping[str, str]
    kinds: Mapping[str, str]
    scopes: tuple[tuple[str, tuple[str, ...]], ...]
    topics: Mapping[str, str]
    sharp: frozenset[str]
    alike: tuple[frozenset[str], ...]
    of_things: Mapping[str, str]


@cache
def counterparts() -> Counterparts:
    """The table of counterparts.toml, read once. Raises KeyError when a section is missing."""
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return Counterparts(
        places={word: row for row, words in table["places"].items() for word in words},
        within=table["within"],
        things={word: row for row, thing in table["things"].items() for word in thing["words"]},
        kinds={row: thing.get("kind", "") for row, thing in table["things"].items()},
        scopes=tuple((scope, tuple(words)) for scope, words in table["scopes"].items()),
        topics={word: row for row, words in table["topics"].items() for word in words},
        sharp=frozenset(table["events"]["sharp"]),
        alike=tuple(frozenset(pair) for pair in table["events"]["alike"]),
        of_things=table["events"]["of_things"],
    )


def places_in(*texts: str | None) -> frozenset[str]:
    """The known places that the texts name, larger ones left out where a part of them is named too."""
    table = counterparts()
    found = {row for text in texts if text for row in _named(text, table.places, cased=True)}
    larger = {above for place in found for above in _above(place)}
    return frozenset(found - larger)


def same_place(one: Iterable[str | None], other: Iterable[str | None]) -> bool | None:
    """Whether two sets of words (population, place) speak of one place; None when that cannot be told.

    A place and its part are the same here: "Palestinians" may be said of Gaza.
    """
    one, other = tuple(one), tuple(other)
    first, second = places_in(*one), places_in(*other)
    if first and second:
        return any(a == b or a in _above(b) or b in _above(a) for a in first for b in second)
    names, others = _proper(one), _proper(other)
    if names & others:
        return True
    return False if names and others and not first and not second else None


def places_differ(one: Iterable[str | None], other: Iterable[str | None]) -> bool:
    """Whether two sets of words (population, place) certainly speak of different places."""
    return same_place(one, other) is False


def things_in(text: str | None) -> frozenset[str]:
    """The rows of the things that the words count; people in general are left out beside a part of them."""
    table = counterparts()
    found = frozenset(_named(text or "", table.things, cased=False))
    narrow = frozenset(row for row in found if table.kinds[row] != "everyone")
    return narrow or found


def same_thing(one: str | None, other: str | None) -> bool | None:
    """Whether two wordings ("orang", "warga"; "anak-anak") count the same kind of thing; None when that cannot be told."""
    first, second = things_in(one), things_in(other)
    if not first or not second:
        return True if one and other and one.casefold() == other.casefold() else None
    if first == second:
        return True
    answers = {_alike(a, b) for a in first for b in second}
    parts = [row for row in first ^ second if counterparts().kinds[row] == "part"]
    if parts or answers == {False}:
        return False
    return True if True in answers else None


def things_differ(one: str | None, other: str | None) -> bool:
    """Whether two wordings certainly count different things."""
    return same_thing(one, other) is False


def event_of(event: str | None, counted: str | None) -> str | None:
    """The event of a figure: the one that the engine read or the one that its counted thing tells ("hostages")."""
    if event is not None:
        return event
    told = {counterparts().of_things.get(row) for row in things_in(counted)} - {None}
    return told.pop() if len(told) == 1 else None


def same_event(one: str | None, other: str | None) -> bool | None:
    """Whether two events are the same; None when one is not known or when they may be two views of one thing."""
    if one is None or other is None:
        return None
    table = counterparts()
    if one == other:
        return True
    if any({one, other} <= pair for pair in table.alike) or not {one, other} & table.sharp:
        return None
    return False if {one, other} <= table.sharp else None


def scope_of(text: str | None) -> str | None:
    """The word that narrows what is counted ("identified", "confirmed", …), or None when the words have none."""
    words = " " + " ".join(_words(text or "")) + " "
    return next((scope for scope, said in counterparts().scopes if any(f" {word} " in words for word in said)), None)


def topics_in(text: str | None) -> frozenset[str]:
    """What amounts and rates in the text are about: the rows of the topics whose words it has."""
    return frozenset(_named(text or "", counterparts().topics, cased=False))


def _alike(one: str, other: str) -> bool | None:
    """How two things stand: the same, another, or unknown as with passengers and people."""
    kinds = {counterparts().kinds[one], counterparts().kinds[other]}
    if one == other or kinds == {"everyone", "state"}:
        return True
    if kinds in ({"everyone", "group"}, {"state", "group"}):
        return None
    return kinds == {"state"} and "victim" in (one, other)


def _above(place: str) -> frozenset[str]:
    table, found = counterparts().within, []
    while place in table:
        place = table[place]
        found.append(place)
    return frozenset(found)


def _words(text: str) -> list[str]:
    return [word.group().lower() for word in WORD.finditer(text)]


def _named(text: str, table: Mapping[str, str], *, cased: bool) -> list[str]:
    """The rows whose words stand in the text, the longest first at each place. `cased`: short names need a capital."""
    words = [word.group() for word in WORD.finditer(text)]
    rows, at = [], 0
    while at < len(words):
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            said = words[at : at + length]
            row = table.get(" ".join(said).lower()) or table.get(" ".join(said).lower().rstrip("."))
            if row and not (cased and length == 1 and len(said[0]) <= 3 and not said[0].isupper()):
                rows.append(row)
                at += length - 1
                break
        at += 1
    return rows


def _proper(texts: Iterable[str | None]) -> frozenset[str]:
    """The words with a capital, which names have in every language of the desk."""
    return frozenset(
        word.group().lower() for text in texts if text for word in WORD.finditer(text) if word.group()[0].isupper()
    )
