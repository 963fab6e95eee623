"""How well a page's figure fits a claim. Every question gives points for or against; some rule a figure out.

Points are whole numbers, chosen on the judged set (tests/judged): what is counted and what happened to it weigh most, then
where, then what the sentence is about; how near the value lies weighs least, since numbers move.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from claims.comparison import Expected, Read
from claims.counterparts import (
    event_of,
    places_in,
    same_event,
    same_place,
    same_thing,
    scope_of,
    things_differ,
    topics_in,
)
from claims.extraction.values import Figure

from .page import Page
from .words import words

OUT = -100
"""Points that rule a figure out."""

SHARES = frozenset({"percent", "permille", "basis_point", "percentage_point"})
WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure of the page that could be the claim's: its reading, its points and what they were given for."""

    figure: Figure
    read: Read
    why: tuple[tuple[str, int], ...]
    earlier: bool

    @property
    def score(self) -> int:
        return sum(points for _, points in self.why)


class Claim:
    """A claim's reading with what its sentence adds, worked out once for all figures of a page."""

    def __init__(self, expected: Expected) -> None:
        self.expected = expected
        self.event = event_of(expected.event, expected.counted)
        self.where = [text for text in (expected.population, expected.place) if text]
        self.around = expected.context
        self.places = places_in(*self.where) or places_in(expected.context)
        self.topics = topics_in(expected.context) | topics_in(expected.counted)
        self.names = names_in(expected.context)
        self.year = year_of(expected.event_date)
        self.printed = expected.published.year if expected.published else None


def candidate(claim: Claim, page: Page, figure: Figure) -> Candidate:
    """The figure as a candidate for the claim, with its points."""
    read = read_of(page, figure)
    earlier = page.is_earlier(figure)
    questions = (
        *_unit(claim, read),
        *_what(claim, page, figure, read),
        *_where(claim, page, figure),
        *_when(claim, page, figure),
    )
    why = (*questions, *_size(claim, read), *(((("older figure"), -6),) if earlier else ()))
    return Candidate(figure, read, tuple((name, points) for name, points in why if points), earlier)


def read_of(page: Page, figure: Figure) -> Read:
    """What the page says with a figure."""
    as_of = page.as_of(figure)
    start, end = page.clause(figure)
    accumulation = figure.accumulation
    if accumulation is None and words().per_period.search(
        page.lower[max(start, figure.start - 40) : min(end, figure.end + 25)]
    ):
        accumulation = "per_period"
    return Read(
        value=figure.value,
        high=figure.high,
        bound=figure.bound,
        unit=figure.unit,
        form=figure.form,
        counted=figure.counted,
        event=event_of(figure.event, figure.counted),
        population=figure.population,
        place=figure.place,
        scope=scope_of(page.text[max(start, figure.start - 40) : min(end, figure.end + 60)]),
        as_of=as_of.day,
        as_of_precision=as_of.precision,
        as_of_basis=as_of.basis,
        accumulation=accumulation,
    )


def names_in(text: str) -> frozenset[str]:
    """Words that begin with a capital inside a sentence, in lower case: names, which all languages share."""
    found = [match for match in WORD.finditer(text) if match.group()[0].isupper()]
    return frozenset(match.group().lower() for match in found if match.start() > 0)


def year_of(event_date: str | None) -> int | None:
    return int(event_date[:4]) if event_date and event_date[:4].isdigit() else None


def _unit(claim: Claim, read: Read) -> Iterator[tuple[str, int]]:
    """Another unit, no number, a change against a level: not this figure."""
    expected = claim.expected
    if read.value is None:
        yield "no number", OUT
    if read.unit != expected.unit:
        yield "unit", OUT
    forms = {expected.form, read.form}
    for form in ("delta", "multiple"):
        if form in forms and len(forms) == 2:
            yield f"a {form} or not", -8 if None not in forms else -3
    if "per_period" in (expected.accumulation, read.accumulation) and expected.accumulation != read.accumulation:
        both = expected.accumulation and read.accumulation
        yield "count of one period or of all", OUT if both else -4


def _what(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[tuple[str, int]]:
    """What is counted, what happened to it, what the sentence is about, in which scope."""
    expected = claim.expected
    event = same_event(claim.event, read.event)
    yield "event", 6 if event else OUT if event is False else 0
    if event is None and claim.event and read.event is None:
        yield "no event", -3
    elif event is None and read.event and claim.event is None and expected.unit is None:
        yield "an event", -1
    thing = same_thing(expected.counted, read.counted)
    yield "counted", 4 if thing else OUT if thing is False else 0
    if thing is None and expected.counted and read.counted:
        yield "counted unknown", -1
    if expected.scope != read.scope:
        yield "scope", -3
    elif expected.scope:
        yield "scope", 3
    start, end = page.sentence(figure)
    clause = page.clause(figure)
    topics = topics_in(page.text[clause[0] : clause[1]])
    shared = claim.topics & topics
    yield "topic", min(3 * len(shared), 6)
    if not shared and (wide := claim.topics & topics_in(page.text[start:end])):
        yield "topic of the sentence", min(2 * len(wide), 3)
    elif not shared and claim.topics and expected.unit is not None:
        yield "no topic", -3
    names = claim.names & names_in(page.text[start:end]) if claim.names else frozenset()
    yield "names", min(2 * len(names), 4)


def _where(claim: Claim, page: Page, figure: Figure) -> Iterator[tuple[str, int]]:
    """Whose figure it is: the place and population of the figure, of its sentence, of what stands around it."""
    own = [text for text in (figure.population, figure.place) if text]
    if claim.where and own:
        same = same_place(claim.where, own)
        if same is not None:
            yield "place", 4 if same else OUT
            return
    start, end = page.sentence(figure)
    sentence = page.text[start:end]
    if not claim.places:
        yield from _named(claim, sentence, page)
        return
    here = places_in(*own) or places_in(sentence)
    if here:
        yield "place of the sentence", 3 if _related(claim.places, here) else -6 if claim.where else -2
        return
    near = places_in(page.lead(figure)) or page.title_places
    if near:
        yield "place around", 1 if _related(claim.places, near) else -4 if claim.where else -1


def _named(claim: Claim, sentence: str, page: Page) -> Iterator[tuple[str, int]]:
    """A place that no table knows: its name must stand in the sentence or at least on the page."""
    names = [word.lower() for text in claim.where for word in WORD.findall(text) if word[0].isupper()]
    if not names:
        return
    if any(name in sentence.lower() for name in names):
        yield "place by name", 4
    elif not any(name in page.lower for name in names):
        yield "place not on the page", -6


def _related(claimed: frozenset[str], found: frozenset[str]) -> bool:
    return any(same_place([a.replace("_", " ")], [b.replace("_", " ")]) for a in claimed for b in found)


def _when(claim: Claim, page: Page, figure: Figure) -> Iterator[tuple[str, int]]:
    """Of which event: a figure of another year, or of years before the claim's, is another figure."""
    year = year_of(figure.event_date)
    if year is None:
        return
    if claim.year is not None:
        yield "year", 2 if year == claim.year else OUT
    elif claim.printed is not None and year < claim.printed:
        yield "an earlier year", -4


def _size(claim: Claim, read: Read) -> Iterator[tuple[str, int]]:
    """Whether the value is plausible beside the claimed one: of the same size, or a hundred times as much."""
    ours, theirs = claim.expected.value, read.value
    if ours is None or theirs is None or ours == 0 or theirs == 0:
        return
    times = max(abs(ours / theirs), abs(theirs / ours))
    if ours == theirs:
        yield "same value", 1
    steps = ((Decimal("1.5"), 2), (Decimal(4), 1), (Decimal(10), 0), (Decimal(100), -3))
    yield "size", next((points for limit, points in steps if times <= limit), -9)


def speaks_of_it(claim: Claim, found: Candidate) -> bool:
    """Whether anything but unit, size and date ties the figure to the claim."""
    told = dict(found.why)
    if any(told.get(name, 0) > 0 for name in ("event", "counted", "topic", "topic of the sentence")):
        return not things_differ(claim.expected.counted, found.read.counted)
    return told.get("names", 0) > 0 and claim.expected.unit not in {None, *SHARES}
