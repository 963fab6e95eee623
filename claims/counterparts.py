"""Whether words of two languages name the same place, people or thing. The words are data: counterparts.toml.

Three answers are kept apart everywhere: the same, another, and not known. Only "another" speaks against a reading.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

POSSESSIVE = re.compile(r"['’]s?\Z")

LONG = 40
"""Where a longer piece stands between two blanks, the words of a text's pieces are not cached: they hardly come twice."""

SHORT = 3
"""Words of up to so many letters tell no thing, and are names only in capitals."""

UNITS = frozenset({"village", "hamlet", "district", "regency", "province", "city", "island", "neighbourhood"})
"""Things whose word beside people only tells where they live: "warga Dusun Aren"."""

PASSAGE = 1100
"""What a text names is cached up to this length; a longer one is searched each time."""

EVERYWHERE, NOWHERE = "world", "nowhere"
"""The place whose words are no name, and the rows of words that only look like a place, a thing or a topic."""

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?(?![^\W_]|\$)")


@dataclass(frozen=True, slots=True)
class Counterparts:
    """The loaded table: a name's words → its row, a place's larger place, a thing's kind ("" when it does not live)."""

    places: Mapping[str, str]
    within: Mapping[str, str]
    said_of_part: Mapping[str, str]
    generic: frozenset[str]
    compass: Mapping[str, str]
    things: Mapping[str, str]
    kinds: Mapping[str, str]
    scopes: tuple[tuple[str, tuple[str, ...]], ...]
    topics: Mapping[str, str]
    whats: frozenset[str]
    sharp: frozenset[str]
    grave: frozenset[str]
    alike: tuple[frozenset[str], ...]
    of_things: Mapping[str, str]


@cache
def counterparts() -> Counterparts:
    """The table of counterparts.toml, read once. Raises KeyError when a section is missing."""
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return Counterparts(
        places={word: row for row, words in table["places"].items() for word in words},
        within=table["within"],
        said_of_part=table["said_of_part"],
        generic=frozenset(table["generic"]["words"]),
        compass={word: row for row, words in table["compass"].items() for word in words},
        things={word: row for row, thing in table["things"].items() for word in thing["words"]},
        kinds={row: thing.get("kind", "") for row, thing in table["things"].items()},
        scopes=tuple((scope, tuple(words)) for scope, words in table["scopes"].items()),
        topics={word: row for rows in table["topics"].values() for row, words in rows.items() for word in words},
        whats=frozenset(table["topics"]["what"]),
        sharp=frozenset(table["events"]["sharp"]),
        grave=frozenset(table["events"]["grave"]),
        alike=tuple(frozenset(pair) for pair in table["events"]["alike"]),
        of_things=table["events"]["of_things"],
    )


def places_in(*texts: str | None) -> frozenset[str]:
    """The known places that the texts name, larger ones left out where a part of them is named too."""
    return narrowest(all_places_in(*texts))


def all_places_in(*texts: str | None) -> frozenset[str]:
    """The known places that the texts name, larger ones and their parts alike."""
    if len(texts) == 1:
        return _rows(texts[0], "places")
    return frozenset[str]().union(*[_rows(text, "places") for text in texts])


def narrowest(places: frozenset[str]) -> frozenset[str]:
    """The places without those that hold another of them."""
    return places - {above for place in places for above in _above(place)}


def nearness(claimed: frozenset[str], found: frozenset[str]) -> str:
    """How places of a page stand to those of a claim.

    same; within (both are named: "Palestinians … in Gaza" for "Palestinians"); said of it ("Palestinians" for "Gaza"); around
    (the found one holds it); part (of it); other.
    """
    if claimed & found:
        return "same" if claimed & narrowest(found) else "within"
    if any(place in _above(one) for one in claimed for place in narrowest(found)):
        loose = any(counterparts().said_of_part.get(one) in narrowest(found) for one in claimed)
        return "said of it" if loose else "around"
    return "part" if any(place in _above(one) for one in found for place in claimed) else "other"


def same_place(one: Iterable[str | None], other: Iterable[str | None]) -> bool | None:
    """Whether two sets of words (population, place) speak of one place; None when that cannot be told.

    A part of a country is not the country, but "Palestinians" may be said of Gaza.
    """
    one, other = tuple(one), tuple(other)
    if not any(one) or not any(other):
        return None
    first, second = all_places_in(*one), all_places_in(*other)
    if first and second:
        ways = {nearness(narrowest(first), second), nearness(narrowest(second), first)}
        return bool(ways & {"same", "within", "said of it"})
    names, others = _proper(one) - counterparts().generic, _proper(other) - counterparts().generic
    if names and others and (names <= others or others <= names):
        return True
    return False if names and others and not first and not second else None


def places_differ(one: Iterable[str | None], other: Iterable[str | None]) -> bool:
    """Whether two sets of words (population, place) certainly speak of different places."""
    return same_place(one, other) is False


def things_in(text: str | None) -> frozenset[str]:
    """The rows of the things that the words count; people in general are left out beside a part of them.

    The name of a place's people ("Palestinians") alone counts people.
    """
    return _known_things(text) if len(text or "") <= PASSAGE else _things(text)


@lru_cache(maxsize=2048)
def _known_things(text: str | None) -> frozenset[str]:
    return _things(text)


def _things(text: str | None) -> frozenset[str]:
    table = counterparts()
    found = _rows(text, "things")
    narrow = frozenset(row for row in found if table.kinds[row] != "everyone")
    if narrow < found and narrow <= UNITS:
        return found - narrow
    return narrow or found or (frozenset({"person"}) if places_in(text) else found)


def is_everyone(text: str | None) -> bool:
    """Whether the words count people in general or nothing that is known."""
    return all(counterparts().kinds[row] == "everyone" for row in things_in(text))


def are_living(text: str | None) -> bool:
    """Whether the words count people or animals, and not only things."""
    return any(counterparts().kinds[row] for row in things_in(text))


def is_part(text: str | None) -> bool:
    """Whether the words count a part of the people that is counted apart: children, soldiers."""
    return any(counterparts().kinds[row] == "part" for row in things_in(text))


@lru_cache(maxsize=2048)
def same_thing(one: str | None, other: str | None) -> bool | None:
    """Whether two wordings ("orang", "warga"; "anak-anak") count the same kind of thing; None when that cannot be told."""
    first, second = things_in(one), things_in(other)
    if not first or not second:
        shared = {word for word in _words(one or "") if len(word) > SHORT} & set(_words(other or ""))
        return True if shared else None
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
    """The event of a figure: the one that its counted thing tells ("deaths", "hostages"), else the one that was read."""
    told = {counterparts().of_things.get(row) for row in things_in(counted)} - {None}
    return told.pop() if len(told) == 1 else event


def is_sharp(event: str | None) -> bool:
    """Whether an event says what happened to what is counted (killed, injured), so that it names the figure by itself."""
    return event in counterparts().sharp


def is_grave(event: str | None) -> bool:
    """Whether a figure without the event is certainly another figure."""
    return event in counterparts().grave


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
    found = _words(text or "")
    if _scope_starts().isdisjoint(found):
        return None
    words = " " + " ".join(found) + " "
    return next((scope for scope, said in counterparts().scopes if any(f" {word} " in words for word in said)), None)


def topics_in(text: str | None) -> frozenset[str]:
    """What amounts and rates in the text are about: the rows of the topics whose words it has."""
    return _rows(text, "topics")


def what_of(topics: frozenset[str]) -> frozenset[str]:
    """Those of the topics of which a figure has only one: exports or production, revenue or profit."""
    return topics & counterparts().whats


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
    return [word.lower().rstrip(".") for word in WORD.findall(text)]


@cache
def _scope_starts() -> frozenset[str]:
    """The first words of all that narrows what is counted."""
    return frozenset(word.split()[0] for _, said in counterparts().scopes for word in said)


@cache
def _longest() -> Mapping[str, Mapping[str, int]]:
    """For places, things and topics: the first word of every name → how many words the longest name with it has."""
    table = counterparts()
    found: dict[str, dict[str, int]] = {}
    for kind, names in (("places", table.places), ("things", table.things), ("topics", table.topics)):
        firsts = found.setdefault(kind, {})
        for name in names:
            first, *rest = name.split()
            firsts[first] = max(firsts.get(first, 1), len(rest) + 1)
    return found


def _rows(text: str | None, kind: str) -> frozenset[str]:
    """The rows of places, things or topics whose words stand in the text."""
    if not text:
        return frozenset()
    return _remembered(text, kind) if len(text) <= PASSAGE else _named(text, kind)


@lru_cache(maxsize=4096)
def _remembered(text: str, kind: str) -> frozenset[str]:
    return _named(text, kind)


def _named(text: str, kind: str) -> frozenset[str]:
    """The rows whose words stand in the text, the longest name first at each place; of places only those written as names."""
    table: Mapping[str, str] = getattr(counterparts(), kind)
    firsts = _longest()[kind]
    words, lower = _pieces(text) if len(text) <= PASSAGE else _taken_apart(text)
    rows, until = set(), 0
    for at in [at for at, word in enumerate(lower) if word in firsts]:
        if at < until:
            continue
        for length in range(min(firsts[lower[at]], len(words) - at), 0, -1):
            row = table.get(" ".join(lower[at : at + length]))
            if row and (kind != "places" or _is_written_as_name(words[at : at + length], row)):
                rows.add(row)
                until = at + length
                break
    return frozenset(rows - {NOWHERE})


@lru_cache(maxsize=1024)
def _pieces(text: str) -> tuple[list[str], list[str]]:
    return _taken_apart(text)


def _taken_apart(text: str) -> tuple[list[str], list[str]]:
    """The words of a text without the possessive, as they are written and in lower case without a full stop at their end."""
    # No word reaches over a blank, and most pieces between two blanks were met before.
    parts = text.split()
    known = _known_words if max(map(len, parts), default=0) <= LONG else _words_of
    said: list[str] = []
    lower: list[str] = []
    for one, other in map(known, parts):
        said += one
        lower += other
    return said, lower


@lru_cache(maxsize=16384)
def _known_words(part: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return _words_of(part)


def _words_of(part: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    said = [POSSESSIVE.sub("", word) if "'" in word or "’" in word else word for word in WORD.findall(part)]
    return tuple(said), tuple(word.lower().removesuffix(".") for word in said)


def _is_written_as_name(said: list[str], row: str) -> bool:
    """Whether words are written as a place's name is: with a capital, short ones all in capitals ("AS", "US")."""
    if row in {EVERYWHERE, NOWHERE}:
        return True
    return said[0].isupper() if len(said) == 1 and len(said[0]) <= SHORT else said[0][0].isupper()


def generic_words() -> frozenset[str]:
    """Words beside the name of a place that do not tell it from others: kabupaten, city, gunung."""
    return counterparts().generic


def words_of_places(text: str) -> frozenset[str]:
    """The words of the known places that the text names, in lower case: "Gaza Strip" → gaza, strip."""
    rows = all_places_in(text)
    if not rows:
        return rows
    named = frozenset(_words(text)) & frozenset[str]().union(*[_words_of_rows()[row] for row in rows])
    return named | {counterparts().compass.get(word, word) for word in named}


@cache
def _words_of_rows() -> Mapping[str, frozenset[str]]:
    """The words of all names of each place."""
    found: dict[str, set[str]] = {}
    for name, row in counterparts().places.items():
        found.setdefault(row, set()).update(name.split())
    return {row: frozenset(names) for row, names in found.items()}


def proper_names(text: str) -> frozenset[str]:
    """The words of a place's name that tell it from others, in lower case: "Kabupaten Pesisir Selatan" → pesisir, selatan."""
    return _proper([text]) - counterparts().generic


def _proper(texts: Iterable[str | None]) -> frozenset[str]:
    """The words with a capital, which names have in every language of the desk."""
    compass = counterparts().compass
    return frozenset(
        compass.get(part.lower(), part.lower())
        for text in texts
        if text
        for word in WORD.finditer(text)
        for part in POSSESSIVE.sub("", word.group().rstrip(".")).split("-")
        if part[:1].isupper()
    )
