"""What is asked of a source: each of its evidence as a plain value, so that a page can be read away from the database."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from claims.comparison import Expected, Tolerance
from claims.counterparts import scope_of
from claims.extraction.values import amount_text
from claims.fetching import Validators
from claims.models import Anchor, Body, Claim, Evidence, Figure, Quote, Schedule, bulk
from claims.models.article import day_of_print
from claims.models.source import FIRST_EVERY, LEAST_EVERY, MOST_EVERY
from claims.services import passages, rulebook
from claims.services.schedules import Lease

NEWS_DAYS = 7
"""A cumulative figure's date within a week before print is the day it speaks for; an older one is when the event was."""

LARGEST_KEPT = 2 * 2**20
"""Bytes of a page that is asked anew as it was kept; hands hold hundreds of pages, so a larger one is fetched once more."""

SCOPE_BEFORE, SCOPE_AFTER = 40, 60
"""Characters around a figure in which a word that narrows it stands ("identified")."""


class HostRow(NamedTuple):
    """A host as a visit needs it."""

    name: str
    crawl_delay: int = 0
    robots: str = ""
    robots_at: datetime | None = None
    failures: int = 0


class LastPage(NamedTuple):
    """The newest page that had something to read. `body` is the hash of its bytes."""

    body: str | None
    headers: dict[str, str]
    media_type: str
    charset: str
    fetched_at: datetime


class SourceRow(NamedTuple):
    """A source and its schedule as a visit needs them."""

    source_id: int
    url: str
    publisher_id: int | None = None
    every: int = FIRST_EVERY
    least: int = LEAST_EVERY
    most: int = MOST_EVERY
    misses: int = 0
    last_read_id: int | None = None


class LastCheck(NamedTuple):
    """The newest check of an evidence that compared something, with its reading's columns (None without one)."""

    pk: int
    finding: str
    expected: dict[str, Any]
    locator: str
    tolerance: str
    checked_at: datetime
    words: str
    start: int | None
    end: int | None
    place: str
    sentence: str
    template: str
    params: dict[str, Any]
    rulebook: str
    reading_id: int | None = None
    value: Decimal | None = None
    high: Decimal | None = None
    bound: str | None = None
    as_of: date | None = None

    @property
    def told(self) -> tuple[object, ...]:
        """The finding and the figure, as `Answer.told`."""
        return self.finding, self.value, self.high, self.bound, self.as_of


class EvidenceRow(NamedTuple):
    """An evidence with what a question needs of its claim."""

    pk: int
    source_id: int
    claim_id: int
    kind: str
    published_at: datetime | None
    zone: str
    finding: str = ""
    fetched: str = ""
    locator: str = ""
    tolerance: Decimal | None = None
    is_percent: bool = False
    remembered: str = ""
    before: LastCheck | None = None


class FigureRow(NamedTuple):
    """A figure claim's reading."""

    claim_id: int
    value: Decimal | None
    high: Decimal | None
    bound: str
    unit: str
    form: str
    counted: str
    event: str
    event_date: str
    population: str
    place: str
    accumulation: str


class QuoteRow(NamedTuple):
    """A quote claim's reading."""

    claim_id: int
    parts: list[list[int]]


class AnchorRow(NamedTuple):
    """A claim's place in its article, of `passages.anchors`."""

    claim_id: int
    start: int
    end: int
    exact: str
    around_start: int
    around: str


SOURCE_COLUMNS = ("pk", "source__url", "source__publisher", "every", "least", "most", "misses", "last_read")
HOST_COLUMNS = tuple(f"host__{name}" for name in HostRow._fields)
LAST_COLUMNS = tuple(f"last_read__{name}" for name in LastPage._fields)
BODY = len(SOURCE_COLUMNS) + len(HOST_COLUMNS)
"""Where in a row the hash of the last page's bytes stands."""
EVIDENCE_COLUMNS = (
    *("pk", "source", "claim", "claim__kind", "claim__article__published_at", "claim__article__zone"),
    *("finding", "fetched", "locator", "tolerance", "is_percent", "remembered"),
)
CHECK_COLUMNS = (
    *(f"read_check__{name}" for name in LastCheck._fields[:15]),
    *(f"read_check__reading__{name}" for name in LastCheck._fields[15:]),
)
"""What a visit needs to know, as plain columns; whole rows would cost more than the visit to an unchanged page."""

EXPECTED = tuple(field.name for field in fields(Expected))
ALL_EXPECTED = attrgetter(*EXPECTED)

SOURCES = bulk.Among(Schedule.objects.values_list(*SOURCE_COLUMNS, *HOST_COLUMNS, *LAST_COLUMNS), "pk", tuple)
EVIDENCE = bulk.Among(
    Evidence.objects.filter(is_active=True)
    .exclude(claim__workflow=Claim.Workflow.DISCARDED)
    .order_by("pk")
    .values_list(*EVIDENCE_COLUMNS, *CHECK_COLUMNS),
    "source",
    tuple,
)
FIGURES = bulk.Among(Figure.objects.order_by("n").values_list(*FigureRow._fields), "claim", FigureRow._make)
QUOTES = bulk.Among(Quote.objects.order_by("n").values_list(*QuoteRow._fields), "claim", QuoteRow._make)
ANCHORS = bulk.Among(
    passages.anchors().order_by("version__n").values_list(*AnchorRow._fields), "claim", AnchorRow._make
)


@dataclass(frozen=True, slots=True)
class Question:
    """One evidence as it is held against a page: a figure's `expected` reading or a quote's `stretches` of words.

    `asked` is the same as plain JSON values, kept with the check. `is_new`: the newest page was not asked this yet; `is_open`: it is
    to be asked although it has not changed.
    """

    evidence: EvidenceRow
    expected: Expected | None
    stretches: tuple[str, ...]
    locator: str
    tolerance: Tolerance | None
    asked: dict[str, Any]
    is_new: bool
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Errand:
    """One leased source with all that is asked of it. `packed` is the page as last read, a zlib stream, when it is asked anew."""

    lease: Lease
    source: SourceRow
    host: HostRow
    last: LastPage | None
    questions: tuple[Question, ...]
    validators: Validators | None
    packed: bytes | None

    @property
    def url(self) -> str:
        return self.source.url

    @property
    def body(self) -> bytes:
        """The page as last read, empty when nobody asks it anew, or it is not at hand."""
        return zlib.decompress(self.packed) if self.packed else b""


def errands(leases: Iterable[Lease]) -> list[Errand]:
    """Leased sources with their questions, in the order given, by a handful of queries for all."""
    leases = list(leases)
    ids = [lease.source_id for lease in leases]
    rows = {row[0]: row for row in SOURCES(ids)}
    asked: dict[int, list[Question]] = {}
    for question in _questions(ids):
        asked.setdefault(question.evidence.source_id, []).append(question)
    doubted = {source for source, questions in asked.items() if any(question.is_open for question in questions)}
    kept = _kept({rows[source][BODY] for source in doubted} - {None})
    return [
        _errand(
            lease, rows[lease.source_id], asked.get(lease.source_id, []), kept if lease.source_id in doubted else None
        )
        for lease in leases
    ]


def _errand(lease: Lease, row: tuple[Any, ...], questions: list[Question], kept: dict[str, bytes] | None) -> Errand:
    sources, hosts = len(SOURCE_COLUMNS), len(SOURCE_COLUMNS) + len(HOST_COLUMNS)
    source, host = SourceRow(*row[:sources]), HostRow(*row[sources:hosts])
    last = LastPage(*row[hosts:]) if source.last_read_id is not None else None
    packed, validators = None, None
    if last is not None and last.body:
        packed = b"" if kept is None else kept.get(last.body)
        if packed is not None:  # a page that is not at hand cannot be asked again: fetch it whole
            validators = Validators(last.headers.get("etag"), last.headers.get("last-modified"))
    return Errand(lease, source, host, last, tuple(questions), validators, packed)


def _kept(hashes: set[str]) -> dict[str, bytes]:
    """The pages of these hashes that are asked as they are kept: not those that were pruned, nor large ones."""
    rows = Body.objects.filter(pk__in=hashes, size__lte=LARGEST_KEPT, content__isnull=False)
    return {sha256: bytes(content) for sha256, content in rows.values_list("pk", "content") if content is not None}


def _questions(source_ids: list[int]) -> list[Question]:
    width = len(EVIDENCE_COLUMNS)
    halves = ((row[:width], row[width:]) for row in EVIDENCE(source_ids))
    rows = [EvidenceRow._make((*own, LastCheck(*last) if last[0] is not None else None)) for own, last in halves]
    figures, quotes = ({row.claim_id for row in rows if row.kind == kind} for kind in Claim.Kind.values)
    readings = _newest(FIGURES(list(figures))) | _newest(QUOTES(list(quotes)))
    anchors = _newest(ANCHORS(list(figures | quotes)))
    return [question_of(row, readings[row.claim_id], anchors[row.claim_id]) for row in rows if row.claim_id in readings]


def question_of(
    row: EvidenceRow, reading: Figure | Quote | FigureRow | QuoteRow, anchor: Anchor | AnchorRow
) -> Question:
    """What an evidence's claim asks of its source. `reading` is the claim's current one (Figure, Quote or the columns of one),
    `anchor` one of `passages.anchors`."""
    place = _columns(AnchorRow, anchor)
    if row.kind == Claim.Kind.FIGURE:
        return figure_question(row, _columns(FigureRow, reading), place)
    return quote_question(row, _columns(QuoteRow, reading), place)


def _columns(shape: Any, row: Any) -> Any:
    """A row as plain columns; given such columns, these."""
    return row if isinstance(row, shape) else shape._make(getattr(row, name) for name in shape._fields)


def _newest(rows: Iterable[Any]) -> dict[int, Any]:
    """Claim → the last of its rows."""
    return {row.claim_id: row for row in rows}


def figure_question(evidence: EvidenceRow, figure: FigureRow, anchor: AnchorRow) -> Question:
    """A figure's current reading as what is expected of the source."""
    expected, asked = _asked_of(figure, day_of_print(evidence.published_at, evidence.zone), anchor)
    return _question(evidence, expected, (), asked)


@lru_cache(maxsize=4096)
def _asked_of(figure: FigureRow, published: date | None, anchor: AnchorRow) -> tuple[Expected, dict[str, Any]]:
    """What is expected, and the same as plain JSON values; kept for the next visit, as it hangs on records alone."""
    expected = expected_of(figure, published, anchor)
    values = zip(EXPECTED, ALL_EXPECTED(expected), strict=True)
    return expected, {"kind": "figure", **{name: value if value is None else _plain(value) for name, value in values}}


def quote_question(evidence: EvidenceRow, quote: QuoteRow, anchor: AnchorRow) -> Question:
    """A quote's words, stretch by stretch, as what is looked for in the source."""
    words = anchor.exact
    stretches = tuple(words[start:end] for start, end in quote.parts) or (words,)
    return _question(evidence, None, stretches, {"kind": "quote", "words": list(stretches)})


def _question(
    evidence: EvidenceRow, expected: Expected | None, stretches: tuple[str, ...], asked: dict[str, Any]
) -> Question:
    tolerance = tolerance_of(evidence)
    before = evidence.before
    now = (asked, evidence.locator, tolerance_text(evidence))
    same = before is not None and (before.expected, before.locator, before.tolerance) == now
    stands = same and before is not None and before.rulebook == rulebook.name()
    return Question(
        evidence, expected, stretches, evidence.locator, tolerance, asked, is_new=not same, is_open=not stands
    )


def expected_of(figure: FigureRow, published: date | None, anchor: AnchorRow) -> Expected:
    """A figure's reading as comparison wants it, with its sentence."""
    start, end = anchor.start - anchor.around_start, anchor.end - anchor.around_start
    sentence = passages.sentence(anchor)
    begin = anchor.around.find(sentence)
    near = anchor.around[max(begin, start - SCOPE_BEFORE) : min(begin + len(sentence), end + SCOPE_AFTER)]
    return Expected(
        value=exact(figure.value),
        high=exact(figure.high),
        bound=figure.bound,
        unit=figure.unit or None,
        form=figure.form or None,
        counted=figure.counted or None,
        event=figure.event or None,
        population=figure.population or None,
        place=figure.place or None,
        scope=scope_of(near),
        as_of=speaks_for(figure, published),
        published=published,
        accumulation=figure.accumulation or None,
        event_date=figure.event_date or None,
        context=sentence,
    )


def speaks_for(figure: FigureRow, published: date | None) -> date | None:
    """The day for which a figure's own words claim it, None when that is the day of print.

    Of an event ("7 Oct attack: 1,400 killed") the article tells what was known at print. Of a count so far ("7,028 until
    Thursday") a date within the week before is the day of the count; of a period or a stock it is that of the figure.
    """
    day = last_day(figure.event_date)
    if figure.accumulation in {"per_period", "stock"}:
        return day
    if figure.accumulation != "cumulative" or day is None or published is None:
        return None
    return day if timedelta(0) <= published - day <= timedelta(days=NEWS_DAYS) else None


def last_day(text: str) -> date | None:
    """The last day of an ISO date, month ("2023-10") or year; None for anything else."""
    try:
        parts = [int(part) for part in text.split("-")] if text else []
        if len(parts) == 1:
            return date(parts[0], 12, 31)
        if len(parts) == 2:
            return (date(parts[0], parts[1], 1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return date(*parts) if len(parts) == 3 else None
    except ValueError:
        return None


def tolerance_of(evidence: EvidenceRow) -> Tolerance | None:
    """What the editor lets pass, None for the desk's rule."""
    if evidence.tolerance is None:
        return None
    width = exact(evidence.tolerance)
    return Tolerance(percent=width) if evidence.is_percent else Tolerance(absolute=width)


def tolerance_text(evidence: EvidenceRow) -> str:
    """The tolerance as a check keeps it: "50", "2 %", "" for the desk's rule."""
    if evidence.tolerance is None:
        return ""
    return f"{amount_text(evidence.tolerance)}{' %' if evidence.is_percent else ''}"


def exact(amount: Decimal | None) -> Decimal | None:
    """A column's amount without the zeros that only fill its decimals."""
    text = amount_text(amount)
    return None if text is None else Decimal(text)


def _plain(value: object) -> Any:
    if isinstance(value, Decimal):
        return amount_text(value)
    return value.isoformat() if isinstance(value, date) else value
