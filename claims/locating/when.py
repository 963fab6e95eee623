"""When: of which year and month the figure is, and whether it counts one period or all of it."""

import re
from collections.abc import Iterator

from claims.comparison import Read
from claims.counterparts import all_places_in, is_sharp
from claims.extraction.values import Figure, Span

from .asserted import is_of_one_day
from .claim import Claim, years_in
from .page import Page
from .reading import read_of
from .values import APART, INHERITED, OTHER, SAME, UNSAID, Told
from .words import words

WORD = re.compile(r"[^\W\d_]+")

STRETCHES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
"""Units of figures that only tell for how long."""

RECENT = 2
"""Months after which the figures of a month are still told as news."""

NOWHERE = "year told nowhere"
"""Of a claim of another year than that of its article, on a page that does not name that year."""

PERIODS = frozenset({"per_period", "cumulative"})


def period(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """The count of one period against the whole."""
    expected = claim.expected
    per_period = "per_period" in (expected.accumulation, read.accumulation) and expected.unit is None
    if per_period and expected.accumulation != read.accumulation:
        both = expected.accumulation and read.accumulation
        yield Told("period", OTHER if both else UNSAID, "count of one period or of all", 0 if both else -4)
    elif expected.accumulation in PERIODS and expected.accumulation == read.accumulation:
        yield Told("period", SAME, "of the same period", 2)


def year(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """A figure of another year, or of years before the claim's, is another figure."""
    own = _own_stretch(page, figure)
    years = years_in(page.lower, *own, near=figure.start)
    if not years and page.published and _is_of_last_year(page, own):
        years = {page.published.year - 1}
    if not years:
        years = _years_at_head(page, figure)
    if claim.year is not None and not years:
        years = years_in(page.lower, *page.sentence(figure)) - _years_of_others(page, figure)
    if not years and page.published and _is_of_last_year(page, _without_others(page, figure)):
        years = {page.published.year - 1}
    if claim.year is not None and years:
        yield Told("when", SAME, "year", 3) if claim.year in years else Told("when", OTHER, "year")
    elif claim.year is not None and claim.year in _years_around(page, figure):
        yield Told("when", INHERITED, "year around")
    elif claim.year is not None and years_in(page.title.lower(), 0, len(page.title)) - {claim.year}:
        yield Told("when", APART, "on a page of another year", -3)
    elif claim.year is not None and claim.year != claim.printed:
        yield Told("when", UNSAID, NOWHERE, -3)
    elif claim.year is None and claim.printed is not None and years and max(years) < claim.printed:
        yield _earlier_year(claim, max(years) == claim.printed - 1)
    elif claim.year is None and not years and is_sharp(claim.event) and _is_of_a_last_year(page, figure):
        yield _earlier_year(claim, last_year=True)


def _own_stretch(page: Page, figure: Figure) -> Span:
    """A figure's clause up to the next figure of any unit behind it, where something parts the two: what follows has its own year."""
    start, end = page.clause(figure)
    if page.cell(figure) is not None:
        return start, end
    following = next((one for one in page.between(figure.end, end) if one.unit not in STRETCHES), None)
    parted = list(words().parting.finditer(page.lower, figure.end, following.start)) if following else []
    return start, parted[-1].start() if parted else end


def _without_others(page: Page, figure: Figure) -> Span:
    """A figure's sentence up to the next figure, which has what follows for its own."""
    start, end = page.sentence(figure)
    following = next((one for one in page.between(figure.end, end) if one.unit not in STRETCHES), None)
    return start, following.start if following else end


def _years_at_head(page: Page, figure: Figure) -> set[int]:
    """The one year that a sentence names before its first figure: it holds for all of them that name none of their own."""
    start = page.sentence(figure)[0]
    if not years_in(page.lower, start, figure.start):
        return set()
    before = [one for one in page.between(start, figure.start) if one.unit == figure.unit]
    years = years_in(page.lower, start, before[0].start) if before else set[int]()
    return years if len(years) == 1 else set()


def _years_around(page: Page, figure: Figure) -> set[int]:
    """The years of the title, and the latest of those in the sentences before a figure: what they tell holds on."""
    before = years_in(page.lead(figure).lower(), 0, len(page.lead(figure)))
    return years_in(page.title.lower(), 0, len(page.title)) | ({max(before)} if before else set())


def _years_of_others(page: Page, figure: Figure) -> set[int]:
    """The years that the clauses of other figures of the unit beside it name for themselves."""
    others = (one for one in page.beside(figure) if one.unit == figure.unit and one is not figure)
    return {year for one in others for year in years_in(page.lower, *page.clause(one))}


def _is_of_last_year(page: Page, span: Span) -> bool:
    """Whether the words around a figure speak of the year before the page's own, and not only "more than the year before"."""
    return any(
        not words().beside.search(page.lower, span[0], match.start())
        for match in words().last_year.finditer(page.lower, *span)
    )


def _is_of_a_last_year(page: Page, figure: Figure) -> bool:
    """Whether a page without a day of its own calls a figure that of the year before."""
    return page.published is None and _is_of_last_year(page, _without_others(page, figure))


def _earlier_year(claim: Claim, last_year: bool) -> Told:
    if is_sharp(claim.event):
        return Told("when", APART if last_year else OTHER, "an earlier year", -4)
    if last_year:
        count = claim.expected.unit is None
        return Told("when", APART if count else UNSAID, "an earlier year", -1 if count else 0)
    return Told("when", APART, "an earlier year", -8)


def one_day(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """What was counted on one day, against a claim that does not say so."""
    counted = read.accumulation == "per_period" or (is_of_one_day(page, figure) and not claim.of_one_day)
    if counted and claim.expected.accumulation != "per_period" and claim.expected.unit is None:
        yield Told("when", APART, "of one period only", -1)


def month(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """The figure of another month than the claim's."""
    for match in words().last_month.finditer(page.lower, *page.clause(figure)):
        month = words().months.get(match[1] or match[2])
        asked = month in claim.months or (claim.month is not None and claim.month[1] == month)
        if month and not asked and _is_told_anew(claim, page, figure, read):
            yield Told("when", APART, "of a month before", -3)
    if not claim.month:
        return
    if _month_before(page, figure) == claim.month:
        yield Told("when", SAME, "the month before", 3)
        return
    told = {(day.day.year, day.day.month) for day in page.days_in_clause(figure) if day.precision == "month"}
    bare = set(_months_in(page, figure))
    if (told and claim.month not in told) or (bare and claim.month[1] not in bare):
        yield Told("when", OTHER, "another month")
    elif claim.month in told or claim.month[1] in bare:
        yield Told("when", SAME, "month", 3)
    elif _is_long_past(claim.month, page) and not _is_dated_around(claim.month, page, figure):
        yield Told("when", APART, "month told nowhere", -3)


def _is_long_past(month: tuple[int, int], page: Page) -> bool:
    """Whether a page was published so long after a month that what it tells without a day is of a later one."""
    day = page.published
    return day is not None and (day.year - month[0]) * 12 + day.month - month[1] > RECENT


def _is_dated_around(month: tuple[int, int], page: Page, figure: Figure) -> bool:
    """Whether a figure's sentence names the month's year, or that and what stands before it the month."""
    sentence = page.sentence(figure)
    around = " ".join((page.title, page.lead(figure), page.text[slice(*sentence)]))
    return month[0] in years_in(page.lower, *sentence) or month[1] in _months_named(around)


def is_of_its_time(claim: Claim, page: Page, figure: Figure) -> bool:
    """Whether a figure is of the very past year or month that the claim is about."""
    if claim.month is not None:
        return _month_before(page, figure) == claim.month
    if not claim.is_of_year or claim.year is None or page.published is None or claim.year >= page.published.year:
        return False
    return years_in(page.lower, *page.clause(figure), near=figure.start) == {claim.year}


def _month_before(page: Page, figure: Figure) -> tuple[int, int] | None:
    """The month before the one that the figure's sentence names, for a figure that is said to be of it."""
    if not words().month_before.search(page.lower, *page.clause(figure)):
        return None
    told = {(day.day.year, day.day.month) for day in page.days_in_sentence(figure) if day.precision == "month"}
    if len(told) != 1:
        return None
    year, month = told.pop()
    return (year, month - 1) if month > 1 else (year - 1, 12)


def _is_told_anew(claim: Claim, page: Page, figure: Figure, read: Read) -> bool:
    """Whether the page has another figure of the same event, at no other place, that is not of a month before."""
    for one in page.others(figure):
        if read_of(page, one).event != read.event:
            continue
        elsewhere = all_places_in(page.text[slice(*page.sentence(one))], page.lead(one)) - claim.all_places
        if not elsewhere and not words().last_month.search(page.lower, *page.clause(one)):
            return True
    return False


def stretch(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """The figure of another stretch of the year than the one from month to month that the claim names."""
    if len(claim.months) < 2:  # of one month `month` tells
        return
    told = _months_named(page.text[slice(*page.sentence(figure))])
    if told and not claim.months <= told:
        yield Told("when", APART, "of another stretch", -3)
    elif not told and not claim.months <= _months_named(page.lead(figure) + " " + page.title):
        yield Told("when", APART, "stretch told nowhere", -1)


def _months_named(text: str) -> set[int]:
    """The months that a text names."""
    return {words().months[name] for name in WORD.findall(text.lower()) if name in words().months}


def _months_in(page: Page, figure: Figure) -> Iterator[int]:
    """The months that a figure's clause names without a day or a year ("in July"), but for one that it is held against."""
    start, end = page.clause(figure)
    for match in words().in_month.finditer(page.lower, start, end):
        if words().beside.search(page.lower, start, match.start()):
            continue
        if match[2] in words().months and not any(char.isdigit() for char in match[1] + match[3]):
            yield words().months[match[2]]
