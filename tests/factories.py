"""Rows for tests, made through the same verbs as an editor's."""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from claims.fetching import Fetched
from claims.models import Article, Check, Claim, Evidence, Reading
from claims.services import articles, evidence, pages, readings

TEXT = (
    "Serangan itu menewaskan sekitar 1.400 orang di Israel selatan. Kelompok itu menyandera 220 orang.\n"
    "“Jumlah ini masih dapat berubah,” kata juru bicara Rina Wibowo di Jakarta.\n"
)
PUBLISHED = datetime(2023, 10, 27, 2, tzinfo=UTC)
numbers = count(1)


def an_article(text: str = TEXT, **known: Any) -> Article:
    """An article with its own address, published on 27 October 2023 at 09:00 in Jakarta."""
    known.setdefault("url", f"https://news.example/{next(numbers)}")
    known.setdefault("published_at", PUBLISHED)
    known.setdefault("language", "id")
    return articles.ingest(text, articles.Origin(**known)).article


def a_figure(editor: User, article: Article | None = None, words: str = "sekitar 1.400 orang", **changed: Any) -> Claim:
    """A claim of kind figure, marked at its words."""
    article = article or an_article()
    start = article.current.text.index(words)
    reading = {"value": Decimal(1400), "bound": "about", "counted": "orang", "event": "killed"} | changed
    return readings.mark(article, start, start + len(words), kind=Claim.Kind.FIGURE, editor=editor, changed=reading)


def a_quote(editor: User, article: Article | None = None, **changed: Any) -> Claim:
    """A claim of kind quote."""
    article = article or an_article()
    words = "“Jumlah ini masih dapat berubah,”"
    start = article.current.text.index(words)
    reading = {"speaker_name": "Rina Wibowo", "cue": "kata"} | changed
    return readings.mark(article, start, start + len(words), kind=Claim.Kind.QUOTE, editor=editor, changed=reading)


def some_evidence(editor: User, claim: Claim, url: str = "https://source.example/toll", **known: Any) -> Evidence:
    """A source hung on a claim; of what is `known` of it, some are its terms."""
    terms = {name: known.pop(name) for name in ("locator", "tolerance", "is_percent") if name in known}
    return evidence.attach(claim, url=url, editor=editor, terms=evidence.Terms(**terms), **known)


def a_check(
    row: Evidence, finding: str = "matches", value: Decimal | None = Decimal(1400), as_of: date | None = None
) -> Check:
    """A check of an evidence, as a worker would have written it."""
    source = row.source
    fetched = Fetched(url=source.url, outcome="ok", fetched_at=timezone.now(), final_url=source.url, status=200)
    snapshot = pages.keep(fetched, source=source, seq=source.snapshots.count() + 1)
    reading = None
    if value is not None:
        reading = Reading.objects.create(
            claim=row.claim, source=source, value=value, counted="people", known_at=timezone.now(), as_of=as_of
        )
    return Check.objects.create(
        evidence=row,
        snapshot=snapshot,
        checked_at=timezone.now(),
        finding=finding,
        reading=reading,
        words=f"{value} people",
        sentence="The source says so.",
    )
