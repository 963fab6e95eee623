"""How well a page's figure fits a claim. Every question gives points for or against; some rule a figure out.

Points are whole numbers, chosen on the judged set (tests/judged): what is counted and what happened to it weigh most, then
where, then what the sentence is about; how near the value lies weighs least, since numbers move.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from claims.comparison import Expected, Read
from claims.counterparts import (
    all_places_in,
    event_of,
    generic_words,
    is_grave,
    is_part,
    is_sharp,
    narrowest,
    nearness,
    proper_names,
    same_event,
    same_place,
    same_thing,
    things_in,
    topics_in,
)
from claims.extraction.language import available, load
from claims.extraction.values import Figure

from .page import Page
from .reading import counted_before, read_of
from .words import words

OUT = -100
"""Points that rule a figure out."""

SHARES = frozenset({"percent", "permille", "basis_point", "percentage_point"})
WORD = re.compile(r"[^\W\d_]{3,}")
LONG = 5
YEAR = re.compile(r"(?<![\w.,/-])(?:19|20)\d\d(?![\w/-]|[.,]\d)")
REACH = 16
"""Characters before a year in which a word tells what it is: a day's year ("8 May 2024") or an open stretch ("since 2022")."""

DOUBT = "other names than in the claim's sentence"
"""Points for this leave a figure standing, but not beyond doubt."""

NEAR = {"same": 4, "within": 1, "said of it": 2, "around": -6, "part": -6, "other": OUT}
"""Points for the place that the figure itself has; for those of its clause, its sentence and its surroundings see `_where`."""

SIZES = ((Decimal("1.5"), 2), (Decimal(4), 1), (Decimal(10), -1), (Decimal(30), -4), (Decimal(100), -8))
"""Points for a value at most so many times the claimed one or so many times smaller; beyond the last, OUT."""


WEAK = frozenset({"size", "same value", "words", "kind of event", "names of the sentence", "topic around"})
"""Points for these help a figure to be the claim's, but never decide between two."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure of the page that could be the claim's: its reading, its points and what they were given for."""

    figure: Figure
    read: Read
    why: tuple[tuple[str, int], ...]
    earlier: bool

    @property
    def score(self) -> int:
        """All points together."""
        return sum(points for _, points in self.why)

    @property
    def meaning(self) -> int:
        """The points that set it apart from others: all points against it, and those for it that are firm."""
        return sum(points for name, points in self.why if points < 0 or name not in WEAK)


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
        self.sure = bool(known)
        self.places = narrowest(known if known or expected.place else all_places_in(expected.context))
        self.all_places = all_places_in(expected.context) | known
        self.topics = topics_in(expected.context) | topics_in(expected.counted)
        self.names = names_in(expected.context) - {(expected.unit or "").lower()}
        self.opening = names_in(expected.context.split(" ", 1)[0])
        self.words = words_in(expected.context) - self.names - words_in(expected.counted or "")
        told = years_in(expected.context.lower(), 0, len(expected.context))
        self.year = int(expected.event_date[:4]) if expected.event_date else told.pop() if len(told) == 1 else None
        self.foreseen = bool(words().foreseen.search(expected.context.lower()))
        self.printed = expected.published.year if expected.published else None

    @staticmethod
    def _people(expected: Expected) -> str | None:
        """The population where it narrows the place: Indonesians in Turkey, not Palestinians in Gaza."""
        if not expected.population or not (all_places_in(expected.population) or names_in(expected.population)):
            return None
        narrows = expected.place is None or same_place([expected.place], [expected.population]) is not True
        return expected.population if narrows and expected.place else None


def candidate(claim: Claim, page: Page, figure: Figure) -> Candidate:
    """The figure as a candidate for the claim, with its points."""
    read = read_of(page, figure)
    earlier = page.is_earlier(figure)
    why = [*_unit(claim, read), *_what(claim, page, figure, read), *_about(claim, page, figure)]
    why += [*_where(claim, page, figure, read), *_when(claim, page, figure), *_size(claim, read)]
    if earlier:
        why.append(("older figure", -12))
    if page.is_foreseen(figure) and not claim.foreseen:
        why.append(("a figure foreseen", -6))
    return Candidate(figure, read, tuple((name, points) for name, points in why if points), earlier)


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


def years_in(lower: str, start: int, end: int) -> set[int]:
    """The years that lower-case text[start:end] names by themselves: not in a day, not as the begin or end of a stretch."""
    found = set()
    for match in YEAR.finditer(lower, start, end):
        before = lower[max(start, match.start() - REACH) : match.start()]
        if not words().open_year.search(before) and not words().month.search(before):
            found.add(int(match.group()))
    return found


def _unit(claim: Claim, read: Read) -> Iterator[tuple[str, int]]:
    """Another unit, no number, a change against a level: not this figure."""
    expected = claim.expected
    if read.value is None:
        yield "no number", OUT
    if read.unit != expected.unit:
        yield "unit", OUT
    if expected.form and read.form:
        for form in ("delta", "multiple"):
            if (expected.form == form) != (read.form == form):
                yield f"a {form} or not", -4
    if "per_period" in (expected.accumulation, read.accumulation) and expected.accumulation != read.accumulation:
        both = expected.accumulation and read.accumulation
        yield "count of one period or of all", OUT if both else -4


def _what(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[tuple[str, int]]:
    """What is counted, what happened to it, in which scope, whether it is a part of another figure."""
    expected = claim.expected
    event = same_event(claim.event, read.event)
    if event:
        yield ("event", 6) if is_sharp(read.event) else ("kind of event", 1)
    yield "event", OUT if event is False else 0
    if event is None and is_grave(claim.event) and not is_grave(read.event):
        yield "no event", -8
    elif event is None and is_sharp(claim.event) and not is_sharp(read.event):
        yield "no event", -3
    elif claim.event is None and is_grave(read.event) and not expected.unit:
        yield "an event", -12
    thing = same_thing(expected.counted, read.counted)
    told_before = things_in(expected.counted) & things_in(counted_before(page, figure))
    if thing is not True and told_before and expected.counted:
        yield "counted before", 3
    else:
        yield "counted", 4 if thing else OUT if thing is False else 0
        if thing is None:
            known = things_in(expected.counted) and things_in(read.counted)
            yield "counted unknown", -1 if expected.counted and read.counted and not known else 0
    if expected.scope != read.scope:
        yield "scope", -5 if expected.scope else -3
    elif expected.scope:
        yield "scope", 3
    if page.whole_of(figure) is not None and not is_part(expected.counted):
        yield "a part", -3


def _about(claim: Claim, page: Page, figure: Figure) -> Iterator[tuple[str, int]]:
    """What the words around the figure are about, and whose names stand there."""
    start, end = page.sentence(figure)
    first, last = page.clause(figure)
    sentence, clause = page.text[start:end], page.text[first:last]
    if shared := claim.topics & topics_in(clause):
        yield "topic", min(3 * len(shared), 6)
    elif shared := claim.topics & topics_in(sentence):
        yield "topic of the sentence", min(2 * len(shared), 3)
    elif claim.topics & topics_in(page.lead(figure) + " " + page.title):
        yield "topic around", 1
    elif claim.topics and claim.expected.unit is not None:
        yield "no topic", -3
    names = claim.names - _place_names(claim)
    here = names & names_in(clause)
    if here:
        yield "names", min(2 * len(here), 4)
    elif (told := names - claim.opening) and not any(name in page.lower for name in told):
        yield "names not on the page", -2
        yield DOUBT, -1 if claim.expected.unit is None and not claim.where else 0
    elif names and names & names_in(sentence):
        yield "names of the sentence", 1
    yield "words", min(2 * len(claim.words & words_in(clause)), 4)


def _place_names(claim: Claim) -> frozenset[str]:
    where = f"{claim.expected.place or ''} {claim.expected.population or ''}"
    known = {name for name in claim.names if all_places_in(name.capitalize())}
    return frozenset(known) | names_in(where)


def _where(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[tuple[str, int]]:
    """Whose figure it is: the place and the people of the figure, of its clause, of its sentence, of what stands around."""
    expected = claim.expected
    if same_place([expected.population], [read.population]) is False:
        yield "population", OUT
    start, end = page.sentence(figure)
    first, last = page.clause(figure)
    if claim.people and not _said(claim.people, f"{read.population or ''} {page.text[first:last]}"):
        yield "another people", -6 if not _said(claim.people, page.text[start:end]) else -2
    if claim.where and not claim.sure:
        yield from _named(claim, page, figure, read)
    if not claim.places:
        return
    own, clause, whole = (
        all_places_in(*texts)
        for texts in ((read.place, read.population), (page.text[first:last],), (page.text[start:end],))
    )
    if own:
        own |= {place for place in clause if nearness(own, frozenset({place})) == "part"}
    near = nearness(claim.places, own or clause or whole)
    if _strange(claim, whole, whole | all_places_in(page.lead(figure), page.title)):
        yield DOUBT, -1
    if not claim.sure and (own or clause or whole):
        yield (DOUBT, -3) if near in {"other", "around", "part"} else ("place of the context", 2)
    elif own:
        yield "place", NEAR[near]
    elif names_in(read.place or ""):
        yield "place unknown", OUT if claim.sure else -3
    elif clause or whole:
        mixed = any(nearness(claim.places, frozenset({place})) == "other" for place in clause or whole)
        most = NEAR["same"] if clause and not mixed else 1
        yield "place of the clause" if clause else "place of the sentence", max(min(NEAR[near], most), -9)
    else:
        yield "place around", _around(claim, page, figure)


def _said(people: str, text: str) -> bool:
    """Whether the text names the people of a place, or those that its own name tells ("Rohingya")."""
    known = all_places_in(people)
    return bool(known & all_places_in(text)) if known else bool(names_in(people) & names_in(text))


def _strange(claim: Claim, sentence: frozenset[str], around: frozenset[str]) -> bool:
    """Whether a place of the claim's sentence is gone and another stands in the figure's: "Malaysia sent" for "Indonesia sent"."""
    gone = any(nearness(frozenset({place}), around) == "other" for place in claim.all_places)
    return gone and any(nearness(claim.all_places, frozenset({place})) == "other" for place in sentence)


def _around(claim: Claim, page: Page, figure: Figure) -> int:
    """Points for the places of the title and of the sentences before, for a figure whose sentence names none."""
    title, lead = all_places_in(page.title), all_places_in(page.lead(figure))
    sure = 2 if claim.sure else 1
    if claim.sure and page.places and nearness(claim.places, page.places) in {"other", "around"}:
        return -6
    if title and nearness(claim.places, title) == "other":
        return -4 * sure
    if title or lead:
        near = nearness(claim.places, title or lead)
        return {"other": -3 * sure, "part": -2, "around": 0}.get(near, 1)
    return -sure if page.is_of_many_places else 0


def _named(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[tuple[str, int]]:
    """A place that no table knows: its whole name must stand in the sentence, or on the page and no other in its stead."""
    names = proper_names(claim.where or "")
    if not names:
        return
    start, end = page.sentence(figure)
    first, last = page.clause(figure)
    others = proper_names(read.place or "")
    if names <= proper_names(page.text[first:last]) or names <= others:
        yield "place by name", 4
    elif others:
        yield "another place by name", OUT
    elif names <= proper_names(page.text[start:end]):
        yield "place by name in the sentence", 1
    elif not names <= proper_names(page.title) | proper_names(page.lead(figure)):
        yield "place elsewhere or not on the page", -8


def _when(claim: Claim, page: Page, figure: Figure) -> Iterator[tuple[str, int]]:
    """Of which event: a figure of another year, or of years before the claim's, is another figure."""
    first, last = page.clause(figure)
    years = years_in(page.lower, first, last)
    if claim.year is not None and years:
        yield "year", 3 if claim.year in years else OUT
    elif claim.year is None and claim.printed is not None and years and max(years) < claim.printed:
        sharp = is_sharp(claim.event)
        last_year = max(years) == claim.printed - 1
        yield "an earlier year", (-4 if last_year else OUT) if sharp else 0 if last_year else -8


def _size(claim: Claim, read: Read) -> Iterator[tuple[str, int]]:
    """Whether the value is plausible beside the claimed one: of the same size, or a hundred times as much."""
    ours, theirs = claim.expected.value, read.value
    if not ours or not theirs:
        return
    times = max(abs(ours / theirs), abs(theirs / ours))
    yield "same value", 1 if ours == theirs else 0
    yield "size", next((points for limit, points in SIZES if times <= limit), OUT)


def speaks_of_it(claim: Claim, found: Candidate) -> bool:
    """Whether anything but unit, size and date ties the figure to the claim."""
    told = dict(found.why)
    if any(told.get(name, 0) > 0 for name in ("event", "counted", "counted before", "topic", "topic of the sentence")):
        return True
    placed = max(told.get("place", 0), told.get("place of the clause", 0), told.get("place by name", 0)) >= NEAR["same"]
    if claim.expected.unit in {None, *SHARES}:
        return placed and told.get("words", 0) > 0
    return told.get("names", 0) > 0 or told.get("words", 0) > 0 or (placed and told.get("topic around", 0) > 0)
