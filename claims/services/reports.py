"""Rows become a Report, claim by claim, in batches, so that a million claims take no more memory than a thousand."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import F, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone, translation

from claims import verdicts
from claims.exports.report import Found, Line, Outlook, Rating, Report, Ruled
from claims.models import Attribution, Check, Claim, CurrencyChange, Evidence, Figure, Party, Quote, Release, Ruling
from claims.models.selection import select
from claims.services import passages, people

BATCH = 500
"""Claims read at a time, so that a report of any length needs the same memory."""


def report(claims: QuerySet[Claim], *, asked: Mapping[str, Any] | None = None, language: str | None = None) -> Report:
    """The claims that meet the criteria as a Report, as they were known at the moment that is asked for, if any. `language`
    (en, id) is that of the verdicts' labels."""
    asked = asked or {}
    language = language or translation.get_language() or "en"
    return Report(
        made_at=timezone.now(),
        desk=settings.CLAIMS_DESK_NAME,
        desk_url=settings.CLAIMS_DESK_URL,
        asked={name: str(value) for name, value in asked.items()},
        verdicts={
            verdict.key: Rating(verdicts.label(verdict.key, language), verdict.rating)
            for verdict in verdicts.VERDICTS.values()
        },
        lines=lines(select(claims, asked), asked.get("known_at")),
    )


def lines(claims: QuerySet[Claim], known_at: datetime | None = None) -> Iterator[Line]:
    """Each claim as a Line, in the order of their making."""
    for claim in with_all(claims.order_by("id"), known_at).iterator(chunk_size=BATCH):
        yield line(claim, known_at)


def with_all(claims: QuerySet[Claim], known_at: datetime | None = None) -> QuerySet[Claim]:
    """The claims with everything that a Line or the API shows, in a fixed number of queries; with `known_at` only what was
    written by then."""

    def by_then(name: str) -> dict[str, datetime]:
        return {f"{name}__lte": known_at} if known_at else {}

    standing = [
        Prefetch("currency_changes", CurrencyChange.objects.filter(**by_then("changed_at")).order_by("-id")),
        Prefetch("releases", Release.objects.filter(**by_then("acted_at")).order_by("-id")),
    ]
    readings = [Prefetch("attribution", Attribution.objects.select_related("party").order_by("hop", "id"))]
    quotes = Quote.objects.filter(**by_then("created_at")).select_related("speaker").order_by("-n")
    return claims.select_related("article__outlet").prefetch_related(
        Prefetch("anchors", passages.anchors().filter(**by_then("created_at")), to_attr="places"),
        Prefetch("figures", Figure.objects.filter(**by_then("created_at")).order_by("-n").prefetch_related(*readings)),
        Prefetch("quotes", quotes.prefetch_related(*readings)),
        Prefetch("rulings", Ruling.objects.filter(**by_then("ruled_at")).select_related("editor").order_by("-id")),
        Prefetch("evidence", hanging(known_at).select_related("source__publisher").order_by("id")),
        Prefetch(
            "evidence__checks",
            Check.objects.filter(**by_then("checked_at")).select_related("snapshot", "reading").order_by("-id"),
        ),
        *(standing if known_at else []),
    )


def hanging(known_at: datetime | None) -> QuerySet[Evidence]:
    """What claims were held against at a moment (None: now), with the stance of then as `stance_then`. A source that was taken
    off later stands among it, one that had been taken off by then does not."""
    if known_at is None:
        return Evidence.objects.filter(is_active=True).annotate(stance_then=F("stance"))
    states = Evidence.history.filter(id=OuterRef("pk"), history_date__lte=known_at).order_by(
        "-history_date", "-history_id"
    )
    then = Evidence.objects.filter(added_at__lte=known_at).annotate(
        active_then=Coalesce(Subquery(states.values("is_active")[:1]), True),
        stance_then=Coalesce(Subquery(states.values("stance")[:1]), F("stance")),
    )
    return then.filter(active_then=True)


def line(claim: Any, known_at: datetime | None = None) -> Line:
    """One claim, loaded by `with_all` with the same `known_at`, as a Line."""
    place: Any = next(iter(claim.places), None)
    readings: list[Any] = list(claim.figures.all() if claim.kind == Claim.Kind.FIGURE else claim.quotes.all())
    reading: Any = readings[0] if readings else None
    article = claim.article
    return Line(
        uid=str(claim.uid),
        kind=claim.kind,
        words=place.exact if place else "",
        sentence=passages.sentence(place) if place else "",
        start=place.start if place else None,
        end=place.end if place else None,
        prefix=place.prefix if place else "",
        suffix=place.suffix if place else "",
        **_reading(reading),
        **_standing(claim, known_at),
        article_uid=str(article.uid),
        article_title=article.title,
        article_url=article.url,
        article_author=article.author,
        outlet=article.outlet.name if article.outlet else "",
        outlet_url=article.outlet.url if article.outlet else "",
        language=article.language,
        published_at=article.published_at,
        zone=article.zone or settings.CLAIMS_ZONE,
        updated_at=claim.updated_at,
        sources=tuple(_outlook(row, known_at) for row in claim.evidence.all()),
        checks=tuple(_found(row, check) for row in claim.evidence.all() for check in row.checks.all()),
        rulings=tuple(_ruled(row) for row in claim.rulings.all()),
    )


def _standing(claim: Any, known_at: datetime | None) -> dict[str, Any]:
    """Verdict, currency and release: as cached now, or by the last record of each that was written by then."""
    if known_at is None:
        return {"verdict": claim.verdict, "currency": claim.currency, "is_released": claim.is_released}
    ruling, change, release = (
        next(iter(rows.all()), None) for rows in (claim.rulings, claim.currency_changes, claim.releases)
    )
    return {
        "verdict": ruling.verdict if ruling else verdicts.UNVERIFIED,
        "currency": change.currency if change else Claim.Currency.UNCHECKED.value,
        "is_released": bool(release and release.act == Release.Act.RELEASE),
    }


def _reading(row: Any) -> dict[str, Any]:
    blank = {"value": None, "high": None}
    names = ("bound", "unit", "form", "counted", "event", "event_date", "population", "place", "accumulation")
    found = {name: getattr(row, name, "") for name in (*names, "role", "cue", "rule")}
    found |= {name: getattr(row, name, None) for name in blank}
    chain = tuple(
        {
            "role": part.role,
            "name": part.name,
            "words": part.words,
            "start": part.start,
            "end": part.end,
            "hop": part.hop,
        }
        for part in (row.attribution.all() if row else ())
    )
    said = next((part for part in (row.attribution.all() if row else ()) if part.role == "speaker"), None)
    name, party = (said.name, said.party) if said else ("", None)
    if getattr(row, "speaker_name", ""):
        name, party = row.speaker_name, row.speaker
    kind = party.kind if party and party.kind != Party.Kind.UNKNOWN else ""
    return {**found, "speaker": name, "speaker_kind": kind, "attribution": chain}


def _outlook(row: Any, known_at: datetime | None) -> Outlook:
    last = next(iter(row.checks.all()), None)
    finding, fetched = row.finding, row.fetched
    if known_at is not None:
        finding = next((check.finding for check in row.checks.all() if check.finding), "")
        fetched = last.snapshot.fetched if last else ""
    return Outlook(
        url=row.source.url,
        title=row.source.title,
        publisher=row.source.publisher.name if row.source.publisher else "",
        stance=row.stance_then,
        finding=finding,
        fetched=fetched,
        sentence=last.sentence if last else "",
        checked_at=last.checked_at if last else None,
    )


def _found(row: Evidence, check: Check) -> Found:
    read = check.reading
    return Found(
        uid=str(check.uid),
        source_url=row.source.url,
        checked_at=check.checked_at,
        fetched=check.snapshot.fetched,
        finding=check.finding,
        words=check.words,
        value=read.value if read else None,
        high=read.high if read else None,
        bound=read.bound if read else "",
        unit=read.unit if read else "",
        as_of=read.as_of if read else None,
        as_of_basis=read.as_of_basis if read else "",
        sentence=check.sentence,
    )


def _ruled(row: Ruling) -> Ruled:
    return Ruled(
        uid=str(row.uid),
        verdict=row.verdict,
        previous=row.previous,
        reason=row.reason,
        editor=people.name(row.editor),
        ruled_at=row.ruled_at,
    )
