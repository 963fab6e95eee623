"""What visits found, written in one transaction: snapshots, checks, readings, alerts, currency and the next due dates.

The transaction is fenced: a source whose lease went to somebody else meanwhile is left out, whole. So each (source, seq) is
written once, however often it was read.
"""

import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_noop

from claims.comparison import Read
from claims.models import Alert, Body, Check, Claim, Evidence, Reading, Snapshot, bulk
from claims.models.claim import keeps
from claims.models.identity import uuid7
from claims.models.snapshot import READ
from claims.services import alerts, changes, currency, pages, rulebook, schedules
from claims.services.answers import Answer
from claims.services.questions import EvidenceRow, LastCheck, Question, tolerance_text
from claims.services.schedules import Next, Politeness
from claims.services.troubles import Why
from claims.services.visits import Visit
from claims.wording import Phrase

UNCHANGED = gettext_noop("The page has not changed since %(since)s. %(before)s")
REREAD = gettext_noop("Our reading has changed, not the page. %(now)s")
FAILED = gettext_noop("There was nothing to read. %(why)s")

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Tally:
    """How much was written: sources read, checks, alerts opened; failed fetches among them; results thrown away because their lease
    had gone to somebody else."""

    sources: int = 0
    checks: int = 0
    alerts: int = 0
    failed: int = 0
    fenced: int = 0

    def add(self, more: "Tally") -> None:
        """Count what another round has written."""
        self.sources += more.sources
        self.checks += more.checks
        self.alerts += more.alerts
        self.failed += more.failed
        self.fenced += more.fenced


@dataclass(slots=True)
class Row:
    """One check on its way into the database, and its reading.

    `is_answer`: it compared something. `is_news`: it found something else than the last check that did; if it `is_reread`, because
    our reading has changed and not the page. `remembered`: what to remember of the figure from now on, None to leave it as it is.
    """

    question: Question
    fetched: str
    check: dict[str, Any]
    reading: dict[str, Any] | None = None
    is_answer: bool = False
    is_news: bool = False
    is_reread: bool = False
    remembered: str | None = None

    @property
    def previous(self) -> str:
        return self.question.evidence.finding

    @property
    def finding(self) -> str:
        """The evidence's finding after this check: one that read nothing leaves what was found before."""
        return self.check["finding"] or self.previous

    @property
    def has_moved(self) -> bool:
        """Whether a figure that stands against the claim is another than the last time, or the figures of an ambiguous check are:
        an editor who has corrected an article by the last one must know."""
        before = self.question.evidence.before
        if not (self.is_news and before and self.finding == self.previous):
            return False
        if self.finding == "ambiguous":
            return not self.is_reread and left_open(self.check) != left_open(before._asdict())
        if self.reading is None or self.finding not in alerts.AGAINST:
            return False
        numbers = ("value", "high") if self.is_reread else ("value", "high", "bound")
        return any(self.reading[name] != getattr(before, name) for name in numbers)

    @property
    def may_move_currency(self) -> bool:
        """Whether the claim's currency may change: by another finding, or by another figure, since sources may now contradict each
        other. Not by a match that stays one."""
        return self.is_news and not (self.previous == self.check["finding"] == "matches")


def left_open(check: Mapping[str, Any]) -> frozenset[str]:
    """The figures between which an ambiguous check does not decide, of its columns and whatever their order; none for any other
    finding."""
    if check["finding"] != "ambiguous":
        return frozenset()
    params = _plainly(check)["params"]
    return frozenset(json.dumps(params.get(name), sort_keys=True) for name in ("read", "other"))


def _plainly(check: Mapping[str, Any]) -> Mapping[str, Any]:
    """The template and its values by which a check says what the page says, without the note that our reading has changed."""
    if check["template"] != REREAD:
        return {"template": check["template"], "params": check["params"]}
    told: Mapping[str, Any] = check["params"]["now"]["phrase"]
    return told


def write(visits: Sequence[Visit], polite: Iterable[Politeness]) -> Tally:
    """Write visits whose lease is still ours, and let their hosts go."""
    asked = sum(len(visit.errand.questions) for visit in visits)
    answered = sum(len(visit.answers) for visit in visits)
    with transaction.atomic():
        now, (snapshots, checks, readings) = bulk.numbers({Snapshot: len(visits), Check: asked, Reading: answered})
        drafts = [(visit, number, _rows(visit, number, now)) for visit, number in zip(visits, snapshots, strict=True)]
        ours = schedules.settle([_next(*draft) for draft in drafts], polite, now)
        drafts = [draft for draft in drafts if draft[0].errand.lease.source_id in ours]
        kept = [visit for visit, _, _ in drafts]
        if len(kept) < len(visits):
            log.info("%s results thrown away: their leases went to others", len(visits) - len(kept))
        _keep_pages([(visit, number) for visit, number, _ in drafts], now)
        rows = [row for _, _, rows in drafts for row in rows]
        _keep(rows, checks, readings)
        opened = alerts.open_all([*_lost(kept, now), *_turned(rows, now)])
        told = _tell_claims(rows)
        changes.append([*(("check", row.check["uid"]) for row in rows), *(("claim", claim.uid) for claim in told)])
    failed = sum(visit.outcome not in READ for visit in kept)
    return Tally(len(kept), len(rows), len(opened), failed, fenced=len(visits) - len(kept))


def _keep_pages(visits: Sequence[tuple[Visit, int]], now: datetime) -> None:
    """Insert the snapshots, numbered beforehand, and the bodies that are new."""
    bodies = {visit.sha256: visit for visit, _ in visits if visit.packed is not None}
    # In one order everywhere, so that two workers with the same pages do not wait for each other in a circle.
    new = [
        {"sha256": key, "size": len(bodies[key].fetched.body), "content": bodies[key].packed} for key in sorted(bodies)
    ]
    types = {"sha256": "text", "size": "bigint", "content": "bytea", "created_at": "timestamptz"}
    bulk.insert_new(Body, types, [{**row, "created_at": now} for row in new])
    rows = [
        {
            **pages.columns_of(visit.fetched),
            "id": number,
            "source_id": visit.errand.lease.source_id,
            "seq": visit.errand.lease.seq + 1,
            "fetched": visit.outcome,
            "reason": visit.reason[:40],
            "message": visit.message[:500],
            "body_id": visit.sha256 or None,
            "text": visit.text,
            "memento": visit.memento,
        }
        for visit, number in visits
    ]
    bulk.insert(Snapshot, rows)


def _rows(visit: Visit, snapshot: int, now: datetime) -> list[Row]:
    """The checks of one visit: one for each question, whatever came of it."""
    rows = []
    for question in visit.errand.questions:
        answer = visit.answers.get(question.evidence.pk)
        if answer is not None:
            rows.append(_answered(question, answer, visit, snapshot, now))
        elif visit.outcome == "unchanged" and question.evidence.before is not None:
            rows.append(_stands(question, question.evidence.before, visit, snapshot, now))
        else:
            why = _why(visit)
            says = {**Phrase(FAILED, {"why": why.phrase}).as_dict(), "sentence": FAILED % {"why": why.english}}
            rows.append(Row(question, visit.outcome, _check(question, snapshot, now) | says))
    return rows


def _why(visit: Visit) -> Why:
    """Why a visit read nothing."""
    return Why(visit.outcome, visit.reason, visit.message, visit.fetched.final_url)


def _check(question: Question, snapshot: int, now: datetime) -> dict[str, Any]:
    """The columns of a check that found nothing; `_answered`, `_stands` and `_rows` say what it says."""
    return {
        "uid": uuid7(),
        "evidence_id": question.evidence.pk,
        "snapshot_id": snapshot,
        "checked_at": now,
        "expected": question.asked,
        "locator": question.locator,
        "tolerance": tolerance_text(question.evidence),
        "finding": "",
        "reading_id": None,
        "words": "",
        "start": None,
        "end": None,
        "place": "",
        "sentence": "",
        "template": "",
        "params": {},
        "took_ms": 0,
        "rulebook": "",
    }


def _answered(question: Question, answer: Answer, visit: Visit, snapshot: int, now: datetime) -> Row:
    evidence, origin = question.evidence, visit.errand.source.publisher_id
    found = {
        "sentence": answer.finding.says.render(),
        **answer.finding.says.as_dict(),
        "finding": answer.finding.kind,
        "words": answer.words,
        "start": answer.start,
        "end": answer.end,
        "place": answer.place[:500],
        "took_ms": int(answer.took * 1000),
        "rulebook": rulebook.name(),
    }
    check = _check(question, snapshot, now) | found
    reading = _reading(evidence, answer.read, origin, now) if answer.read is not None else None
    columns = reading or dict.fromkeys(("value", "high", "bound", "as_of"))
    heard = (check["finding"], *(columns[name] for name in ("value", "high", "bound", "as_of")), left_open(check))
    told = evidence.before and (*evidence.before.told, left_open(evidence.before._asdict()))
    row = Row(question, visit.outcome, check, reading, is_answer=True, is_news=heard != told)
    row.is_reread = evidence.pk in visit.reread
    if answer.seen:
        row.remembered = answer.seen.packed()
    elif question.is_new:
        row.remembered = ""  # what was seen for another reading or at another place tells nothing of this one
    if row.is_news and row.is_reread:
        check |= Phrase(REREAD, {"now": answer.finding.says}).as_dict()
        check["sentence"] = REREAD % {"now": answer.finding.says.render()}
    return row


def _stands(question: Question, before: LastCheck, visit: Visit, snapshot: int, now: datetime) -> Row:
    """The check of a page that is as it was: what it said still stands, with no new reading."""
    last = visit.errand.last
    moment = last.fetched_at if last else before.checked_at
    day = localdate(moment, ZoneInfo(settings.CLAIMS_ZONE))  # as the desk shows when it was read
    since = Phrase(UNCHANGED, {"since": day, "before": before.sentence.removeprefix(REREAD % {"now": ""})})
    says = since.as_dict()
    says["params"]["before"] = {"phrase": _plainly(before._asdict())}
    found = {
        "sentence": since.render(),
        **says,
        "finding": before.finding,
        "words": before.words,
        "start": before.start,
        "end": before.end,
        "place": before.place,
    }
    return Row(question, "unchanged", _check(question, snapshot, now) | found)


def _reading(evidence: EvidenceRow, read: Read, origin: int | None, now: datetime) -> dict[str, Any] | None:
    if not keeps(read.value, read.high):
        return None
    return {
        "claim_id": evidence.claim_id,
        "source_id": evidence.source_id,
        "value": read.value,
        "high": read.high,
        "bound": read.bound,
        "unit": (read.unit or "")[:40],
        "counted": (read.counted or "")[:300],
        "event": (read.event or "")[:40],
        "population": (read.population or "")[:300],
        "place": (read.place or "")[:300],
        "as_of": read.as_of,
        "as_of_precision": read.as_of_precision[:10] if read.as_of else "",
        "as_of_basis": read.as_of_basis,
        "origin_id": origin,
        "known_at": now,
    }


def _keep(rows: Sequence[Row], checks: Sequence[int], readings: Sequence[int]) -> None:
    """Insert readings and checks under these numbers, and bring the evidence's cached columns up to date where they change."""
    read = [(row, row.reading) for row in rows if row.reading is not None]
    for (row, reading), number in zip(read, readings, strict=False):
        reading["id"] = row.check["reading_id"] = number
    bulk.insert(Reading, [reading for _, reading in read])
    for row, number in zip(rows, checks, strict=False):
        row.check["id"] = number
    bulk.insert(Check, [row.check for row in rows])
    changed = (
        row
        for row in rows
        if row.is_answer or (row.fetched, row.finding) != (row.question.evidence.fetched, row.previous)
    )
    bulk.update(
        bulk.Update(
            Evidence,
            "fetched = new.fetched, finding = new.finding, read_check_id = COALESCE(new.check_id, old.read_check_id),"
            " remembered = COALESCE(new.remembered, old.remembered), updated_at = new.at",
            "old.id = new.evidence_id",
            {
                "evidence_id": "bigint",
                "fetched": "text",
                "finding": "text",
                "check_id": "bigint",
                "remembered": "text",
                "at": "timestamptz",
            },
            [
                {
                    "evidence_id": row.question.evidence.pk,
                    "fetched": row.fetched,
                    "finding": row.finding,
                    "check_id": row.check["id"] if row.is_answer else None,
                    "remembered": row.remembered,
                    "at": row.check["checked_at"],
                }
                for row in changed
            ],
        )
    )


def _turned(rows: Sequence[Row], now: datetime) -> list[Alert]:
    """The alerts of checks whose finding is another than before, or whose figure moved on while it stands against the claim."""
    turned = {row.check["id"]: row for row in rows if row.finding != row.previous or row.has_moved}
    if not turned:
        return []
    checks = Check.objects.filter(pk__in=turned).select_related("evidence").order_by("pk")
    of = ((check, turned[check.pk]) for check in checks)
    found = [alerts.on_finding(check, row.previous, now, has_moved=row.has_moved) for check, row in of]
    return [alert for alert in found if alert is not None]


def _lost(visits: Sequence[Visit], now: datetime) -> list[Alert]:
    """The alerts of sources that stopped giving anything to read."""
    found = [
        alerts.on_loss(
            visit.errand.lease.source_id,
            visit.errand.lease.seq + 1,
            visit.errand.source.misses + 1,
            _why(visit),
            now,
        )
        for visit in visits
        if visit.outcome not in READ
    ]
    return [alert for alert in found if alert is not None]


def _tell_claims(rows: Sequence[Row]) -> list[Claim]:
    """Bring the currency of claims up to date that may have moved; those whose currency or finding is another now."""
    turned = {row.question.evidence.claim_id for row in rows if row.is_answer and row.finding != row.previous}
    doubtful = {row.question.evidence.claim_id for row in rows if row.may_move_currency}
    if not turned | doubtful:
        return []
    claims = Claim.objects.in_bulk(turned | doubtful)
    moved = {change.claim_id for change in currency.derive(claims[pk] for pk in sorted(doubtful))}
    return [claims[pk] for pk in sorted(turned | moved)]


def _next(visit: Visit, snapshot: int, rows: Sequence[Row]) -> Next:
    lease, source = visit.errand.lease, visit.errand.source
    if visit.outcome in READ:
        moved = any(row.is_news and not row.is_reread and row.question.evidence.before is not None for row in rows)
        wait, every = schedules.after_reading(source, moved=moved)
        # Headers of a 304 may be poorer than those of the page itself, which the next request is made with.
        newest = snapshot if visit.outcome == "ok" else None
        return Next(lease, wait, every, 0, visit.outcome, newest)
    wait = schedules.after_failure(source, visit.outcome, visit.fetched.retry_after)
    return Next(lease, wait, source.every, source.misses + 1, visit.outcome, None)
