"""What speaks against a figure that looks like the claim's: it is foreseen, denied, a part, of another cause, deed or name.

A figure that the page itself sets apart is never found: it is ruled out, or at best stands in doubt.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from claims.comparison import Read
from claims.counterparts import all_places_in, is_part, nearness, same_event, same_thing, scope_of, things_in
from claims.extraction.values import Figure

from .claim import Claim, all_words, runs_in
from .contrasts import NOTHING, marks_in, narrowing, told_apart, untold
from .page import Page

OUT = -100
"""Points that rule a figure out."""

OLDER = "older figure"
"""Points for this leave a figure to be read only where the page gives no newer one, and then not beyond doubt."""

DOUBT = "other names than in the claim's sentence"
"""Points for this leave a figure standing, but not beyond doubt."""

DOUBTS = frozenset(
    {
        DOUBT,
        "a figure foreseen",
        "not foreseen as in the claim",
        "a part of it",
        "narrower",
        "wider",
        "another cause around",
        "another name",
        "perhaps another",
        "an earlier year",
        "on a page of a later year",
        OLDER,
        "of one period only",
        "another people of it",
        "told in a row of its own",
        "told with the claim's scope elsewhere",
    }
)
"""Points for one of these leave a figure standing, but not beyond doubt."""

EVERYONE = frozenset({"person"})
"""The thing of figures that count people in general, or a place's people."""

PART_OF = re.compile(r"\d?\w\sof\s(?:the|those|these)\s|\bdari\s(?:total|jumlah|seluruh)\b")
"""A figure that says itself of what it is a part: "Eight of the deaths"."""

STRICT = frozenset({"identified", "unidentified", "suspected"})
"""Scopes that make another number of the same dead; "confirmed" is often left out."""

AROUND = ("cause",)
"""What a sentence or its paragraph tells of all its figures."""


def against(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[tuple[str, int]]:
    """The points against a figure, by what its own words, its sentence and its paragraph say."""
    if page.is_earlier(figure):
        yield OLDER, -12
    if page.is_refuted(figure) or page.is_taken_back(figure):
        yield "denied", OUT
    reckoned = figure.unit == "percent" and page.is_reckoned(figure)
    foreseen = page.is_foreseen(figure) or (reckoned and not claim.reckoned)
    if foreseen != claim.foreseen and not (claim.foreseen and page.is_reckoned(figure)):
        yield ("a figure foreseen", -6) if foreseen else ("not foreseen as in the claim", -4)
    of_one_day = read.accumulation == "per_period" or (page.is_of_one_day(figure) and not claim.of_one_day)
    if of_one_day and claim.expected.accumulation != "per_period" and claim.expected.unit is None:
        yield "of one period only", -1
    population = all_places_in(read.population, read.counted) if things_in(read.counted) == EVERYONE else NOTHING
    if population and figure.unit is None and nearness(claim.all_places, population) in {"other", "part", "around"}:
        yield "another people of it", -3
    yield from _elsewhere(claim, page, figure, read)
    yield from _month(claim, page, figure)
    yield from _part(claim, page, figure, read)
    yield from _contrasts(claim, page, figure)
    yield from _names(claim, page, figure)


def _elsewhere(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[tuple[str, int]]:
    """The claim's place has a row of a table, or its scope a figure of the page, and this is not it."""
    if claim.places and not any(first <= figure.start < last for (first, last), _ in page.rows_of(claim.places)):
        own = all_places_in(page.text[slice(*page.clause(figure))])
        if page.rows_of(claim.places) and not own & claim.places:
            yield "told in a row of its own", -6
    scope = claim.expected.scope
    if scope in STRICT and read.scope != scope and scope_of(page.text) is not None:
        yield "told with the claim's scope elsewhere", -3


def _part(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[tuple[str, int]]:
    """A part of what the claim counts as a whole."""
    if PART_OF.search(figure.text.lower()) and not claim.is_part:
        yield "a part of it", -3
        return
    whole = page.whole_of(figure)
    if whole is None or claim.is_part or is_part(claim.expected.counted) or whole.unit != figure.unit:
        return
    scoped = claim.expected.scope is not None and claim.expected.scope == read.scope
    if (
        not scoped
        and same_event(whole.event, read.event) is not False
        and same_thing(whole.counted, read.counted) is not False
    ):
        yield "a part of it", -3


def _contrasts(claim: Claim, page: Page, figure: Figure) -> Iterator[tuple[str, int]]:
    """Another cause, deed, good; a narrower or a wider group."""
    first, last = page.clause(figure)
    start, end = page.sentence(figure)
    clause, sentence = marks_in(page.lower[first:last]), marks_in(page.lower[start:end])
    lead, title = marks_in(page.lead(figure).lower()), marks_in(page.title.lower())
    told = marks_in(page.lower[first : _comma(page, figure, last)])
    clause = {group: rows for group, rows in clause.items() if group not in narrowing() or group in told}
    here = {**{group: sentence[group] for group in AROUND if group in sentence}, **clause}
    points = {"other": ("another", OUT), "alike": ("perhaps another", -3), "narrower": ("narrower", -5)}
    for group, how in told_apart(claim.marks, here):
        if how == "alike" and claim.marks[group] & sentence.get(group, NOTHING):
            continue
        yield points[how]
    for group in AROUND:
        around = lead.get(group) or (NOTHING if _told(claim, page, group) else title.get(group))
        if group not in here and around and dict(told_apart(claim.marks, {group: around})).get(group) == "other":
            yield "another cause around", -6
    around_it = {
        group: frozenset().union(*(marks.get(group, ()) for marks in (here, sentence, lead, title)))
        for group in claim.marks
    }
    if untold(claim.marks, around_it):
        yield "wider", -3


_marks_of_page = lru_cache(maxsize=16)(marks_in)
"""A page is asked for each of its figures."""


def _told(claim: Claim, page: Page, group: str) -> bool:
    """Whether the page speaks of the claim's own cause anywhere."""
    return bool(claim.marks.get(group, NOTHING) & _marks_of_page(page.lower).get(group, NOTHING))


def _comma(page: Page, figure: Figure, last: int) -> int:
    """Where what is said right of a figure ends: "583 people were hurt, most of them slightly"."""
    after = page.lower.find(",", figure.end, last)
    return last if after < 0 else after


def _names(claim: Claim, page: Page, figure: Figure) -> Iterator[tuple[str, int]]:
    """Somebody else's figure: a name of the claim is gone and another stands where it should be."""
    if not claim.runs:
        return
    start, end = page.sentence(figure)
    known = all_words(page.text[start:end] + " " + page.lead(figure) + " " + page.title)
    first, last = page.clause(figure)
    others = [run for run in runs_in(page.text, first, last, start) if run - claim.all_words]
    if others:
        said = page.said_by(figure)
        others = [run for run in runs_in(page.text, first, last, start, said) if run - claim.all_words]
    places = all_places_in(page.text[max(first, page.dateline(figure)) : last])
    elsewhere = bool(places) and nearness(claim.all_places, places) == "other"
    if elsewhere and not any(run & known for run in claim.runs):
        yield "another name", -3
        return
    for run in claim.runs:
        gone = not run & known
        if any(not other & claim.all_words if gone else len(other & run) == 1 and not run <= known for other in others):
            yield "another name", -3
            return


def _month(claim: Claim, page: Page, figure: Figure) -> Iterator[tuple[str, int]]:
    """The figure of another month than the claim's."""
    told = [day.day for day in page.days_in_clause(figure) if day.precision == "month"]
    if claim.month and told and claim.month not in {(day.year, day.month) for day in told}:
        yield "another month", OUT
