"""The only shape an export writer knows: a frozen Report whose lines come one by one. No row and no Django in here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Outlook:
    """One source that speaks to a claim, and what its newest check found. `finding` is empty when nothing was read."""

    url: str
    title: str
    publisher: str
    stance: str
    finding: str
    fetched: str
    sentence: str
    checked_at: datetime | None


@dataclass(frozen=True, slots=True)
class Found:
    """One check: what the source said at that time."""

    uid: str
    source_url: str
    checked_at: datetime
    fetched: str
    finding: str
    words: str
    value: Decimal | None
    high: Decimal | None
    bound: str
    unit: str
    as_of: date | None
    as_of_basis: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Ruled:
    """One ruling."""

    uid: str
    verdict: str
    previous: str
    reason: str
    editor: str
    ruled_at: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """One claim with all that hangs on it. `start`, `end` are code points into the article's newest text, None when that
    text no longer holds the words; `sentence` is the sentence around them. `speaker` is who says a quote, or told a figure;
    `speaker_kind` what an editor says that this is (person, body, agency), "" where nobody did."""

    uid: str
    kind: str
    words: str
    sentence: str
    start: int | None
    end: int | None
    prefix: str
    suffix: str
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
    speaker: str
    role: str
    cue: str
    attribution: tuple[Mapping[str, object], ...]
    rule: str
    verdict: str
    currency: str
    is_released: bool
    article_uid: str
    article_title: str
    article_url: str
    article_author: str
    outlet: str
    outlet_url: str
    language: str
    published_at: datetime | None
    updated_at: datetime
    sources: tuple[Outlook, ...] = ()
    checks: tuple[Found, ...] = ()
    rulings: tuple[Ruled, ...] = ()
    zone: str = "UTC"
    speaker_kind: str = ""


@dataclass(frozen=True, slots=True)
class Rating:
    """A verdict as a report shows it: label, and schema.org rating (None: not published as a ClaimReview)."""

    label: str
    rating: int | None


@dataclass(frozen=True, slots=True)
class Report:
    """A claim report: who made it and when, what was asked for, the verdicts it uses, and the lines."""

    made_at: datetime
    desk: str
    desk_url: str
    asked: Mapping[str, str]
    verdicts: Mapping[str, Rating]
    lines: Iterable[Line] = field(repr=False)
