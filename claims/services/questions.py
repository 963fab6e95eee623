"""What is asked of a source: each of its evidence as a plain value, so that a page can be read away from the database."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from claims.comparison import Expected, Tolerance
from claims.counterparts import scope_of
from claims.extraction.values import amount_text
from claims.fetching import Validators
from claims.models import Anchor, Article, Claim, Evidence, Figure, Quote, Schedule, Snapshot
from claims.services import pages, reports
from claims.services.schedules import Lease

NEWS_DAYS = 7
"""A cumulative figure's date within a week before print is the day it speaks for; an older one is when the event was."""

SCOPE_BEFORE, SCOPE_AFTER = 40, 60
"""Characters around a figure in which a word that narrows it stands ("identified")."""

SCHEDULE_COLUMNS = (
    *("source__url", "source__publisher", "every", "least", "most", "misses"),
    *("host__name", "host__crawl_delay", "host__robots", "host__robots_at", "host__failures"),
    *("last_read__body", "last_read__headers", "last_read__media_type", "last_read__charset"),
)
EVIDENCE_COLUMNS = (
    *("claim__uid", "claim__kind", "claim__article__published_at", "claim__article__zone"),
    *("source", "finding", "locator", "tolerance", "is_percent"),
    *("read_check__finding", "read_check__expected", "read_check__locator", "read_check__tolerance"),
    *("read_check__checked_at", "read_check__words", "read_check__start", "read_check__end", "read_check__place"),
    *("read_check__template", "read_check__params", "read_check__reading__value", "read_check__reading__high"),
    *("read_check__reading__bound", "read_check__reading__as_of"),
)
"""What a visit needs to know; all of a row would cost more than the visit to an unchanged page."""


@dataclass(frozen=True, slots=True)
class Question:
    """One evidence as it is held against a page: a figure's `expected` reading or a quote's `stretches` of words.

    `asked` is the same as plain JSON values, kept with the check. `is_new`: the newest page was not asked this yet.
    """

    evidence: Evidence
    expected: Expected | None
    stretches: tuple[str, ...]
    locator: str
    tolerance: Tolerance | None
    asked: dict[str, Any]
    is_new: bool


@dataclass(frozen=True, slots=True)
class Errand:
    """One leased source with all that is asked of it. `body` is the page as last read, when somebody asks it anew."""

    lease: Lease
    schedule: Schedule
    questions: tuple[Question, ...]
    validators: Validators | None
    body: bytes | None

    @property
    def url(self) -> str:
        return self.schedule.source.url

    @property
    def last(self) -> Snapshot | None:
        return self.schedule.last_read


def errands(leases: Iterable[Lease]) -> list[Errand]:
    """Leased sources with their questions, in the order given, by a handful of queries for all."""
    leases = list(leases)
    ids = [lease.source_id for lease in leases]
    rows = Schedule.objects.select_related("source", "host", "last_read").only(*SCHEDULE_COLUMNS).in_bulk(ids)
    asked: dict[int, list[Question]] = {}
    for question in _questions(ids):
        asked.setdefault(question.evidence.source_id, []).append(question)
    return [_errand(lease, rows[lease.source_id], asked.get(lease.source_id, [])) for lease in leases]


def _errand(lease: Lease, schedule: Schedule, questions: list[Question]) -> Errand:
    last, body, validators = schedule.last_read, None, None
    if last is not None and last.body_id:
        body = _content(last) if any(question.is_new for question in questions) else b""
        if body is not None:  # a pruned page cannot be asked again: fetch it whole
            validators = Validators(last.headers.get("etag"), last.headers.get("last-modified"))
    return Errand(lease, schedule, tuple(questions), validators, body)


def _content(snapshot: Snapshot) -> bytes | None:
    return pages.content(snapshot.body) if snapshot.body is not None else None


def _questions(source_ids: list[int]) -> list[Question]:
    rows = list(
        Evidence.objects.filter(source__in=source_ids, is_active=True)
        .exclude(claim__workflow=Claim.Workflow.DISCARDED)
        .select_related("claim__article", "read_check__reading")
        .only(*EVIDENCE_COLUMNS)
        .order_by("pk")
    )
    claims = {row.claim_id for row in rows}
    figures = _newest(Figure.objects.filter(claim__in=claims).order_by("n"))
    quotes = _newest(Quote.objects.filter(claim__in=claims).order_by("n"))
    anchors = _newest(reports.anchors().filter(claim__in=claims).order_by("version__n"))
    asked = []
    for row in rows:
        if row.claim_id in figures:
            asked.append(figure_question(row, figures[row.claim_id], anchors[row.claim_id]))
        elif row.claim_id in quotes:
            asked.append(quote_question(row, quotes[row.claim_id], anchors[row.claim_id]))
    return asked


def _newest(rows: Iterable[Any]) -> dict[int, Any]:
    return {row.claim_id: row for row in rows}


def figure_question(evidence: Evidence, figure: Figure, anchor: Anchor) -> Question:
    """A figure's current reading as what is expected of the source."""
    expected = expected_of(figure, evidence.claim.article, anchor)
    asked = {"kind": "figure", **{name: _plain(value) for name, value in asdict(expected).items()}}
    return _question(evidence, expected, (), asked)


def quote_question(evidence: Evidence, quote: Quote, anchor: Anchor) -> Question:
    """A quote's words, stretch by stretch, as what is looked for in the source."""
    words = anchor.exact
    stretches = tuple(words[start:end] for start, end in quote.parts) or (words,)
    return _question(evidence, None, stretches, {"kind": "quote", "words": list(stretches)})


def _question(
    evidence: Evidence, expected: Expected | None, stretches: tuple[str, ...], asked: dict[str, Any]
) -> Question:
    tolerance = tolerance_of(evidence)
    before = evidence.read_check
    same = before is not None and (before.expected, before.locator, before.tolerance) == (
        asked,
        evidence.locator,
        tolerance_text(evidence),
    )
    return Question(evidence, expected, stretches, evidence.locator, tolerance, asked, is_new=not same)


def expected_of(figure: Figure, article: Article, anchor: Anchor) -> Expected:
    """A figure's reading as comparison wants it, with its sentence. `anchor` is one of `reports.anchors`."""
    published = published_on(article)
    place: Any = anchor
    start, end = place.start - place.around_start, place.end - place.around_start
    sentence = reports.sentence(anchor)
    begin = place.around.find(sentence)
    near = place.around[max(begin, start - SCOPE_BEFORE) : min(begin + len(sentence), end + SCOPE_AFTER)]
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


def published_on(article: Article) -> date | None:
    """The day on which an article was printed, where it was printed."""
    if article.published_at is None:
        return None
    return article.published_at.astimezone(ZoneInfo(article.zone or "UTC")).date()


def speaks_for(figure: Figure, published: date | None) -> date | None:
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


def tolerance_of(evidence: Evidence) -> Tolerance | None:
    """What the editor lets pass, None for the desk's rule."""
    if evidence.tolerance is None:
        return None
    width = exact(evidence.tolerance)
    return Tolerance(percent=width) if evidence.is_percent else Tolerance(absolute=width)


def tolerance_text(evidence: Evidence) -> str:
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
