"""A claim as it is looked for: its reading with what its own sentence adds, worked out once for all figures of a page."""

import re
from functools import cache

from claims.comparison import Expected
from claims.counterparts import (
    all_places_in,
    event_of,
    generic_words,
    narrowest,
    proper_names,
    same_place,
    things_in,
    topics_in,
    words_of_places,
)
from claims.extraction.language import available, load

from .words import words

WORD = re.compile(r"[^\W\d_]{3,40}")
LONG = 5
"""Shorter words are shared by too many sentences to tie two of them together."""

YEAR = re.compile(r"(?<![\w.,/-])(?:19|20)\d\d(?![\w/-]|[.,]\d)")
REACH = 16
"""Characters before a year in which a word tells what it is: a day's year ("8 May 2024") or an open stretch ("since 2022")."""


class Claim:
    """A claim's reading with what its sentence adds, worked out once for all figures of a page."""

    def __init__(self, expected: Expected) -> None:
        self.expected = expected
        self.event = event_of(expected.event, expected.counted)
        named = [
            text
            for text in (expected.place, expected.population)
            if text and (all_places_in(text) or proper_names(text))
        ]
        self.where = named[0] if named else None
        self.people = self._people(expected)
        known = all_places_in(expected.place, expected.population)
        self.specific = proper_names(self.where or "") - words_of_places(self.where or "")
        self.sure = bool(known) and not self.specific
        self.places = narrowest(known if known or expected.place else all_places_in(expected.context))
        self.all_places = all_places_in(expected.context) | known
        self.topics = topics_in(expected.context) | topics_in(expected.counted)
        self.names = names_in(expected.context) - {(expected.unit or "").lower()}
        self.opening = names_in(expected.context.split(" ", 1)[0])
        self.words = words_in(expected.context) - self.names - words_in(expected.counted or "")
        self.year = self._year(expected)
        self.foreseen = bool(words().foreseen.search(expected.context.lower()))
        self.printed = expected.published.year if expected.published else None

    @staticmethod
    def _year(expected: Expected) -> int | None:
        """The year of the event, or the one year that the sentence names; None for a day without a year ("--11-04")."""
        told = (expected.event_date or "")[:4]
        years = years_in(expected.context.lower(), 0, len(expected.context))
        return int(told) if told.isdigit() else years.pop() if len(years) == 1 else None

    @staticmethod
    def _people(expected: Expected) -> str | None:
        """The population where it narrows the place: Indonesians in Turkey, not Palestinians in Gaza."""
        if not expected.population or not (all_places_in(expected.population) or names_in(expected.population)):
            return None
        narrows = expected.place is None or same_place([expected.place], [expected.population]) is not True
        return expected.population if narrows and expected.place else None


@cache
def _common_words() -> frozenset[str]:
    """Words that may begin a sentence with a capital without being a name."""
    found: set[str] = set()
    for code in available():
        tables = load(code).tables
        lists = [tables["language"]["common"], tables["language"]["telling"], *tables["bounds"]["before"].values()]
        lists += [*tables["events"].values(), tables["counted"]["people"], tables["counted"]["linkers"]]
        lists += [*tables["units"].values(), list(words().months), list(words().weekdays)]
        found.update(word for phrases in lists for phrase in phrases for word in phrase.split())
    return frozenset(found)


def names_in(text: str) -> frozenset[str]:
    """The names in the text, in lower case: words with a capital, but for common words and known things."""
    found = {match.group().lower() for match in WORD.finditer(text) if match.group()[0].isupper()} - generic_words()
    return frozenset(name for name in found - _common_words() if not things_in(name) and not topics_in(name))


def words_in(text: str) -> frozenset[str]:
    """The longer words of a text that two languages may share ("premium") and two articles of one language do."""
    found = {match.group().lower() for match in WORD.finditer(text) if len(match.group()) >= LONG}
    return frozenset(
        word for word in found - _common_words() - generic_words() if not things_in(word) and not topics_in(word)
    )


def years_in(lower: str, start: int, end: int, near: int | None = None) -> set[int]:
    """The years that lower-case text[start:end] names by themselves: not in a day, not as the begin or end of a stretch.

    With `near` only the one that stands nearest to that place.
    """
    found: dict[int, int] = {}
    for match in YEAR.finditer(lower, start, end):
        before = lower[max(start, match.start() - REACH) : match.start()]
        if not words().open_year.search(before) and not words().month.search(before):
            found[match.start()] = int(match.group())
    if near is None or not found:
        return set(found.values())
    return {found[min(found, key=lambda at: abs(at - near))]}
