"""What visits found, written in one transaction: snapshots, checks, readings, alerts, currency and the next due dates.

The transaction is fenced: a source whose lease went to somebody else meanwhile is left out, whole. So each (source, seq) is
written once, however often it was read.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext_noop

from claims.comparison import Read
from claims.models import Alert, Body, Check, Evidence, Reading, Snapshot
from claims.models.claim import keeps
from claims.services import alerts, changes, currency, pages, schedules
from claims.services.answers import Answer
from claims.services.questions import Question, tolerance_text
from claims.services.schedules import Next, Politeness
from claims.services.visits import Visit
from claims.wording import Phrase

READ = frozenset({"ok", "unchanged"})
UNCHANGED = gettext_noop("The page has not changed since %(since)s. %(before)s")
FAILED = gettext_noop("There was nothing to read (%(outcome)s). %(message)s")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Written:
    """How much was written. `fenced`: results thrown away because their lease had gone to somebody else."""

    sources: int = 0
    checks: int = 0
    alerts: int = 0
    fenced: int = 0
    failed: int = 0


@dataclass(slots=True)
class Row:
    """One check on its way into the database. `is_answer`: it compared something; `is_news`: it heard something else than
    the last one that did."""

    question: Question
    check: Check
    is_answer: bool = False
    is_news: bool = False

    @property
    def previous(self) -> str:
        return self.question.evidence.finding

    @property
    def may_move_currency(self) -> bool:
        """Another finding may, or another figure where sources may now contradict each other; a match that stays does not."""
        return self.is_news and not (self.previous == self.check.finding == "matches")


def write(visits: Sequence[Visit], polite: Iterable[Politeness]) -> Written:
    """Write visits whose lease is still ours, and let their hosts go."""
    with transaction.atomic():
        ours = schedules.held(visit.errand.lease for visit in visits)
        kept = [visit for visit in visits if visit.errand.lease.source_id in ours]
        if len(kept) < len(visits):
            log.info("%s results thrown away: their leases went to others", len(visits) - len(kept))
        now = schedules.database_now()
        snapshots = _snapshots(kept)
        rows = [row for visit, snapshot in zip(kept, snapshots, strict=True) for row in _rows(visit, snapshot, now)]
        _keep(rows)
        opened = alerts.open_all(_alerts(kept, rows, now))
        changed = currency.derive(row.question.evidence.claim for row in rows if row.may_move_currency)
        claims = {row.question.evidence.claim for row in rows if row.is_answer and row.check.finding != row.previous}
        changes.note([*(row.check for row in rows), *(claims | {change.claim for change in changed})])
        evidence = (row.question.evidence for row in rows if row.is_news)
        moved = {row.source_id for row in evidence if row.read_check_id is not None}
        nexts = [_next(visit, snapshot, moved) for visit, snapshot in zip(kept, snapshots, strict=True)]
        schedules.settle(nexts, polite)
    failed = sum(visit.outcome not in READ for visit in kept)
    return Written(len(kept), len(rows), len(opened), len(visits) - len(kept), failed)


def _snapshots(visits: Sequence[Visit]) -> list[Snapshot]:
    bodies = {visit.sha256: visit for visit in visits if visit.packed is not None}
    Body.objects.bulk_create(
        # In one order everywhere, so that two workers with the same pages do not wait for each other in a circle.
        [Body(sha256=key, size=len(bodies[key].fetched.body), content=bodies[key].packed) for key in sorted(bodies)],
        ignore_conflicts=True,
    )
    rows = []
    for visit in visits:
        row = pages.snapshot_of(visit.fetched)
        row.source_id = visit.errand.lease.source_id
        row.seq = visit.errand.lease.seq + 1
        row.fetched = visit.outcome
        row.reason, row.message = visit.reason[:40], visit.message[:500]
        row.body_id = visit.sha256 or None
        row.text, row.memento = visit.text, visit.memento
        rows.append(row)
    created: list[Snapshot] = Snapshot.objects.bulk_create(rows)
    return created


def _rows(visit: Visit, snapshot: Snapshot, now: datetime) -> list[Row]:
    """The checks of one visit: one for each question, whatever came of it."""
    rows = []
    for question in visit.errand.questions:
        answer = visit.answers.get(question.evidence.pk)
        if answer is not None:
            rows.append(_answered(question, answer, visit, snapshot, now))
        elif visit.outcome == "unchanged" and question.evidence.read_check is not None:
            rows.append(_stands(question, question.evidence.read_check, snapshot, now))
        else:
            phrase = Phrase(FAILED, {"outcome": visit.outcome, "message": visit.message})
            rows.append(Row(question, _check(question, snapshot, phrase, now)))
    return rows


def _check(question: Question, snapshot: Snapshot, says: Phrase, now: datetime, **more: Any) -> Check:
    stored = says.as_dict()
    return Check(
        evidence=question.evidence,
        snapshot=snapshot,
        checked_at=now,
        expected=question.asked,
        locator=question.locator,
        tolerance=tolerance_text(question.evidence),
        sentence=says.render(),
        template=stored["template"],
        params=stored["params"],
        **more,
    )


def _answered(question: Question, answer: Answer, visit: Visit, snapshot: Snapshot, now: datetime) -> Row:
    origin = visit.errand.schedule.source.publisher_id
    check = _check(
        question,
        snapshot,
        answer.finding.says,
        now,
        finding=answer.finding.kind,
        reading=_reading(question.evidence, answer.read, origin, now) if answer.read is not None else None,
        words=answer.words,
        start=answer.start,
        end=answer.end,
        place=answer.place[:500],
        took_ms=int(answer.took * 1000),
    )
    return Row(question, check, is_answer=True, is_news=_told(check) != _told(question.evidence.read_check))


def _told(check: Check | None) -> tuple[Any, ...] | None:
    """What a check heard, in a form that tells whether two heard the same."""
    if check is None:
        return None
    row = check.reading
    return (check.finding, row and row.value, row and row.high, row and row.bound, row and row.as_of)


def _stands(question: Question, before: Check, snapshot: Snapshot, now: datetime) -> Row:
    """The check of a page that is as it was: what it said still stands, with no new reading."""
    said = Phrase.from_dict({"template": before.template, "params": before.params})
    says = Phrase(UNCHANGED, {"since": before.checked_at.date(), "before": said})
    check = _check(
        question,
        snapshot,
        says,
        now,
        finding=before.finding,
        words=before.words,
        start=before.start,
        end=before.end,
        place=before.place,
    )
    return Row(question, check)


def _reading(evidence: Evidence, read: Read, origin: int | None, now: datetime) -> Reading | None:
    if not keeps(read.value, read.high):
        return None
    return Reading(
        claim_id=evidence.claim_id,
        source_id=evidence.source_id,
        value=read.value,
        high=read.high,
        bound=read.bound,
        unit=(read.unit or "")[:40],
        counted=(read.counted or "")[:300],
        event=(read.event or "")[:40],
        population=(read.population or "")[:300],
        place=(read.place or "")[:300],
        as_of=read.as_of,
        as_of_precision=read.as_of_precision[:10] if read.as_of else "",
        as_of_basis=read.as_of_basis,
        origin_id=origin,
        known_at=now,
    )


def _keep(rows: Sequence[Row]) -> None:
    """Insert readings and checks, and bring the evidence's cached columns up to date."""
    Reading.objects.bulk_create([row.check.reading for row in rows if row.check.reading is not None])
    Check.objects.bulk_create([row.check for row in rows])
    moment = Evidence._meta.get_field("updated_at").get_db_prep_value
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE claims_evidence SET fetched = %s, finding = %s, read_check_id = COALESCE(%s, read_check_id),"
            " updated_at = %s WHERE id = %s",
            [
                (
                    row.check.snapshot.fetched,
                    row.check.finding or row.previous,
                    row.check.pk if row.is_answer else None,
                    moment(row.check.checked_at, connection),
                    row.question.evidence.pk,
                )
                for row in rows
            ],
        )


def _alerts(visits: Sequence[Visit], rows: Sequence[Row], now: datetime) -> list[Alert]:
    found = [alerts.on_finding(row.check, row.previous, now) for row in rows]
    lost = [
        alerts.on_loss(
            visit.errand.lease.source_id,
            visit.errand.lease.seq + 1,
            visit.errand.schedule.misses + 1,
            visit.outcome,
            visit.message,
            now,
        )
        for visit in visits
        if visit.outcome not in READ
    ]
    return [alert for alert in (*found, *lost) if alert is not None]


def _next(visit: Visit, snapshot: Snapshot, moved: set[int]) -> Next:
    lease, schedule = visit.errand.lease, visit.errand.schedule
    if visit.outcome in READ:
        wait, every = schedules.after_reading(schedule, moved=lease.source_id in moved)
        # Headers of a 304 may be poorer than those of the page itself, which the next request is made with.
        newest = snapshot.pk if visit.outcome == "ok" else None
        return Next(lease, wait, every, 0, visit.outcome, newest)
    wait = schedules.after_failure(schedule, visit.outcome, visit.fetched.retry_after)
    return Next(lease, wait, schedule.every, schedule.misses + 1, visit.outcome, None)
