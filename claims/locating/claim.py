"""A claim as it is looked for: its reading with what its own sentence adds, worked out once for all figures of a page."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from claims.comparison import Expected
from claims.counterparts import (
    all_places_in,
    event_of,
    generic_words,
    is_everyone,
    narrowest,
    proper_names,
    same_place,
    things_in,
    topics_in,
    what_of,
    words_of_places,
)
from claims.extraction.values import Figure, Span

from .asserted import is_demanded, is_foreseen, is_of_one_day
from .contrasts import SPENDING, marks_in
from .page import Page
from .sentence import Blanked, blanked, common_words, rare_words, sentence_of
from .words import words

WORD = re.compile(r"[^\W\d_]{3,40}")
RUN = re.compile(r"[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+)*")
"""Words with a capital that stand together: one name."""

MONTH = re.compile(r"(\d{4})-(\d\d)")

STEM = 4
"""Letters from which one name may begin another and be of one root."""

FEW = 3
"""Words that tell something of which a sentence has at least so many that is known again."""

NEXT = 12
"""Characters after a number by which a sentence is known at a glance not to repeat the claim's."""

LONG = 5
"""Shorter words are shared by too many sentences to tie two of them together."""

YEAR = re.compile(r"(?:19|20)(?:(?<![\w.,/-]\d\d)|(?<=[ivq]-\d\d)|(?<=\bq\d-\d\d))\d\d(?![\w/-]|[.,]\d)")
"""A year by itself; what stands before it is looked at behind its first digits, so that a search leaps from one such to the next."""
REACH = 16
"""Characters before a year in which a word tells what it is: a day's year ("8 May 2024") or an open stretch ("since 2022")."""


class Claim:
    """A claim's reading with what its sentence adds, worked out once for all figures of a page."""

    def __init__(self, expected: Expected) -> None:
        self.expected = expected
        self.event = event_of(expected.event, expected.counted)
        self._take_places(expected)
        self._take_times(expected)
        self._take_words(expected)
        self._take_sentence(*_own(expected))

    def _take_places(self, expected: Expected) -> None:
        """Where it is: by the words that the engine took for its place or people, and by the places that the table knows."""
        named = [
            text
            for text in (expected.place, expected.population)
            if text and not is_time(text) and (all_places_in(text) or proper_names(text))
        ]
        self.where = named[0] if named else None
        self.people = self._people(expected)
        known = all_places_in(expected.place) or all_places_in(expected.population)
        # The country of its people is not where they are: "Indonesians in Turkey".
        self.homes = all_places_in(self.people) - known if self.people else frozenset[str]()
        # The words of its place that no table knows; of a name of common words ("Camp Fire") only capitals tell it.
        specific = proper_names(self.where or "") - words_of_places(self.where or "")
        self.is_plain = bool(specific) and all(things_in(name) or topics_in(name) for name in specific)
        rare = frozenset(name for name in specific if not things_in(name)) or specific
        self.specific = capitals_in(self.where or "") if self.is_plain else rare
        self.sure = bool(known) and not self.specific
        self.places = narrowest(known if known or self.where else all_places_in(expected.context))
        self.all_places = all_places_in(expected.context) | known

    def _take_times(self, expected: Expected) -> None:
        """When it is: the year and month of what happened, and the year in which it was printed."""
        self.year = self._year(expected)
        self.is_of_year = (expected.event_date or "").isdigit()
        month = MONTH.fullmatch(expected.event_date or "")
        self.month = (int(month[1]), int(month[2])) if month else None
        self.printed = expected.published.year if expected.published else None

    def _take_words(self, expected: Expected) -> None:
        """What its sentence is about: topics, names, and longer words that two languages may share."""
        context, where = expected.context, f"{expected.place or ''} {expected.population or ''}"
        self.topics = topics_in(context) | topics_in(expected.counted)
        if expected.event == "priced" and not what_of(self.topics):
            self.topics |= {"price"}
        unit = {(expected.unit or "").lower()}
        names = names_in(context) - unit
        known = frozenset(name for name in names if all_places_in(name.capitalize()))
        places = known | names_in(where) | words_of_places(context)
        self.other_names = names - places
        self.chosen = names_in(expected.population or "") or names_in(context) - places
        self.opening = names_in(context.split(" ", 1)[0])
        self.words = words_in(context) - names - words_in(expected.counted or "")
        self.all_words = all_words(context)
        self.all_names = proper_names(context) | proper_names(where)

    def _take_sentence(self, own: Page, figure: Figure | None) -> None:
        """What the sentence, read as a page, says of its figure; None where the engine reads no such figure in it."""
        self.language = own.language
        self.rare = rare_words(sentence_of(own, figure) if figure else ())
        self.told = self._told(own, figure)
        self.next_words = own.lower[figure.number[1] :][:NEXT] if figure else ""
        self.beside = self._beside(own, figure)
        self.foreseen = is_foreseen(own, figure) if figure else bool(words().foreseen.search(own.lower))
        self.demanded = is_demanded(own, figure) if figure else bool(words().demanded.search(own.lower))
        self.provisional = bool(words().provisional.search(own.lower))
        self.reckoned = bool(words().reckoned.search(own.lower))
        self.of_one_day = figure is not None and is_of_one_day(own, figure)
        self.is_part = figure is not None and own.whole_of(figure) is not None
        self.said_to_be = self._predicate(own, figure)
        clause = own.clause(figure) if figure else (0, len(own.text))
        self.marks = {**marks_in(own.lower), **marks_in(own.lower[clause[0] : clause[1]])}
        if "budget" in self.topics and "spending" not in self.marks and self.topics & SPENDING:
            self.marks["spending"] = self.topics & SPENDING
        self.runs = self._runs(own, figure)
        self.months = {words().months[name] for name in WORD.findall(own.lower) if name in words().months}

    def is_named_in(self, text: str) -> bool:
        """Whether a text has the whole name of the claim's place or subject; of a name of common words ("Camp Fire") each as a
        name, and of any other its words or longer forms of them ("Sandi", "Sandiaga")."""
        said = capitals_in(text) if self.is_plain else proper_names(text)
        return self.specific <= said or (
            not self.is_plain
            and all(any(one.startswith(name) and len(name) > STEM for one in said) for name in self.specific)
        )

    @staticmethod
    def _year(expected: Expected) -> int | None:
        """The year of the event, or the one year that the sentence names; None for a day without a year ("--11-04")."""
        told = (expected.event_date or "")[:4]
        years = years_in(expected.context.lower(), 0, len(expected.context))
        if expected.published and words().this_year.search(expected.context.lower()):
            years.add(expected.published.year)
        if expected.published and words().last_year.search(expected.context.lower()):
            years.add(expected.published.year - 1)
        if told.isdigit():
            return int(told)
        return years.pop() if len(years) == 1 else None

    def _told(self, own: Page, figure: Figure | None) -> Blanked | None:
        """The words of its sentence, by which it is known where a page repeats it; None of too few that tell anything."""
        return blanked(own, figure) if figure and own.cell(figure) is None and len(self.rare) >= FEW else None

    @staticmethod
    def _beside(own: Page, figure: Figure | None) -> frozenset[Decimal]:
        """The other values of its sentence in the unit of its own."""
        if figure is None:
            return frozenset()
        like = (one.value for one in own.figures if one.unit == figure.unit and one.value != figure.value)
        return frozenset(value for value in like if value is not None)

    def _predicate(self, own: Page, figure: Figure | None) -> frozenset[str]:
        """The things that people whom the claim counts are said to be: "five people have been named as suspects"."""
        if self.event == "employed":
            return frozenset({"worker"})
        if figure is None or not is_everyone(self.expected.counted):
            return frozenset()
        said = words().predicate.match(own.text, figure.end, own.clause(figure)[1])
        return things_in(said[1]) if said else frozenset()

    def _runs(self, own: Page, figure: Figure | None) -> tuple[frozenset[str], ...]:
        """The names of the sentence, word by word: of those that it is about, not of places nor of those who say it."""
        whole = 0, len(own.text)
        if not any(runs_in(own.text, *whole, opening=0)):
            return ()
        said = own.said_by(figure) if figure else ()
        places = names_in(f"{self.expected.place or ''} {self.expected.population or ''}")
        passed = places | {(self.expected.unit or "").lower()}
        return tuple(run for run in runs_in(own.text, *whole, opening=0, left_out=said) if not run & passed)

    @staticmethod
    def _people(expected: Expected) -> str | None:
        """The population where it narrows the place: Indonesians in Turkey, not Palestinians in Gaza."""
        if not expected.population or not (all_places_in(expected.population) or names_in(expected.population)):
            return None
        narrows = expected.place is None or same_place([expected.place], [expected.population]) is not True
        return expected.population if narrows and expected.place else None


@lru_cache(maxsize=2048)
def claim_of(expected: Expected) -> Claim:
    """The claim of a reading, kept for the next page that it is looked for in."""
    return Claim(expected)


def _own(expected: Expected) -> tuple[Page, Figure | None]:
    """The claim's own sentence, read as a page, and its figure there; None when the engine reads no such value in it."""
    page = Page(expected.context, None, None)
    like = [figure for figure in page.figures if figure.value == expected.value]
    like = [figure for figure in like if figure.unit == expected.unit] or like
    return page, next((figure for figure in like if figure.counted == expected.counted), like[0] if like else None)


def is_time(text: str) -> bool:
    """Whether words that were read as a place name nothing but a month or a day of the week."""
    said = proper_names(text)
    return bool(said) and all(name in words().months or name in words().weekdays for name in said)


def runs_in(
    text: str, start: int, end: int, *, opening: int | None = None, left_out: Sequence[Span] = ()
) -> Iterator[frozenset[str]]:
    """The names in text[start:end], each as its words in lower case, but for known places and names in `left_out`.

    A single word at `opening`, where the sentence begins, has its capital from there and is passed over; None: each counts.
    """
    for match in RUN.finditer(text, start, end):
        if any(first < match.end() and match.start() < last for first, last in left_out):
            continue
        single = not any(char.isspace() for char in match.group())
        opens = opening is not None and match.start() - opening <= 1  # perhaps behind a quotation mark
        if (single and opens) or is_time(match.group()):
            continue
        names = names_in(match.group()) - words_of_places(match.group())
        if found := frozenset(name for name in names if not marks_in(name) and not all_places_in(name.title())):
            yield found


def is_strange(run: frozenset[str], claim: Claim) -> bool:
    """Whether a name has nothing to do with the claim's words, nor with its people's or country's name ("Karvati", "Karvat")."""
    return not any(
        one == other or (min(len(one), len(other)) >= STEM and (one.startswith(other) or other.startswith(one)))
        for one in run
        for other in claim.all_words
    )


def all_words(text: str) -> frozenset[str]:
    """Every word of a text in lower case."""
    return frozenset(map(str.lower, WORD.findall(text)))


@lru_cache(maxsize=1024)
def capitals_in(text: str) -> frozenset[str]:
    """The words of the text with a capital, in lower case."""
    return frozenset(word.lower() for word in WORD.findall(text) if word[0].isupper())


@lru_cache(maxsize=1024)
def long_words_in(text: str) -> frozenset[str]:
    """The longer words of the text, in lower case."""
    return frozenset(word.lower() for word in WORD.findall(text) if len(word) >= LONG)


def names_in(text: str) -> frozenset[str]:
    """The names in the text, in lower case: words with a capital, but for common words and known things."""
    found = capitals_in(text) - generic_words() - common_words()
    return frozenset(name for name in found if not things_in(name) and not topics_in(name))


def words_in(text: str) -> frozenset[str]:
    """The longer words of a text that two languages may share ("premium") and two articles of one language do."""
    found = long_words_in(text) - common_words() - generic_words()
    return frozenset(word for word in found if not things_in(word) and not topics_in(word))


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
