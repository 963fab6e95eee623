"""Was anything lost, done twice, made up or left lying? Four counts over the rows of re-checking; each ought to be 0."""

import hashlib
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet
from django.db.models.functions import Length, Substr

from claims.models import Alert, Body, Check, Claim, Delivery, Evidence, Job, Schedule, Snapshot
from claims.models.snapshot import READ
from claims.services import pages, schedules

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Fault:
    """One count that is not 0: its kind (lost, double, phantom, stuck), what it means, some of the rows."""

    kind: str
    meaning: str
    count: int
    rows: list[Any]


def audit(sent: Collection[str] | None = None) -> list[Fault]:
    """Every fault found, none when all is well. `sent`: hashes of all bodies that the other side ever sent, where they are
    known (in a test)."""
    return [fault for fault in (*_lost(), *_double(), *_phantom(sent), *_stuck()) if fault.count]


def _fault(kind: str, meaning: str, rows: "QuerySet[Any, Any]", key: str = "pk") -> Fault:
    keys = rows.order_by().values_list(key, flat=True)
    return Fault(kind, meaning, keys.count(), list(keys[:SHOWN]))


def _lost() -> Iterator[Fault]:
    """Checks that were counted and not kept, and sources that would never be read again."""
    counted = Snapshot.objects.filter(source=OuterRef("pk"), seq__gt=0).order_by().values("source")
    kept = Schedule.objects.annotate(
        n=counted.annotate(n=Count("pk")).values("n"), low=counted.annotate(n=Min("seq")).values("n")
    )
    gaps = kept.filter(Q(seq__gt=0) & (Q(n=None) | ~Q(n=F("seq")) | ~Q(low=1)))
    yield _fault("lost", "sources with a check that was counted and not kept", gaps)
    asked = Evidence.objects.filter(source=OuterRef("pk"), is_active=True).exclude(
        claim__workflow=Claim.Workflow.DISCARDED
    )
    undated = Schedule.objects.filter(Exists(asked), state=Schedule.State.ACTIVE, next_check_at=None)
    yield _fault("lost", "sources that claims hang on and that are never due", undated)
    bare = Evidence.objects.filter(is_active=True, source__schedule=None)
    yield _fault("lost", "evidence whose source has no schedule", bare)
    silent = Snapshot.objects.filter(source__isnull=False, checks=None)
    yield _fault("lost", "snapshots of sources without a check", silent)


def _double() -> Iterator[Fault]:
    """Effects that happened twice under one key. The database's constraints refuse most of them; this does not rely on it."""
    twice = Snapshot.objects.filter(seq__isnull=False).values("source", "seq").annotate(n=Count("pk")).filter(n__gt=1)
    yield _fault("double", "checks of one source under one number", twice, "source")
    ahead = Schedule.objects.annotate(newest=Max("source__snapshots__seq")).filter(newest__gt=F("seq"))
    yield _fault("double", "sources with a check beyond their count", ahead)
    checks = Check.objects.values("evidence", "snapshot").annotate(n=Count("pk")).filter(n__gt=1)
    yield _fault("double", "checks of one evidence against one snapshot", checks, "evidence")
    alerts = Alert.objects.exclude(opened_by=None).values("opened_by", "rule").annotate(n=Count("pk")).filter(n__gt=1)
    yield _fault("double", "alerts of one check", alerts, "opened_by")
    sends = Delivery.objects.values("alert", "channel", "target").annotate(n=Count("pk")).filter(n__gt=1)
    yield _fault("double", "deliveries of one alert to one address", sends, "alert")


def _phantom(sent: Collection[str] | None) -> Iterator[Fault]:
    """Findings without a page that says so."""
    unread = Check.objects.exclude(finding="").exclude(snapshot__fetched__in=READ)
    yield _fault("phantom", "findings although there was nothing to read", unread)
    there = Substr("snapshot__text", F("start") + 1, F("end") - F("start"))
    quoted = Check.objects.filter(start__isnull=False, snapshot__fetched__in=READ).exclude(snapshot__text="")
    moved = quoted.annotate(there=there, length=Length("words")).exclude(there=F("words"))
    yield _fault("phantom", "checks whose words do not stand at their place", moved)
    changed = [body.pk for body in Body.objects.exclude(content=None).iterator() if _is_changed(body)]
    yield Fault("phantom", "bodies that are not what their hash says", len(changed), changed[:SHOWN])
    if sent is not None:
        strange = Snapshot.objects.filter(source__isnull=False, body__isnull=False).exclude(body__in=list(sent))
        yield _fault("phantom", "snapshots of pages that nobody sent", strange)


def _is_changed(body: Body) -> bool:
    try:
        return hashlib.sha256(pages.content(body) or b"").hexdigest() != body.sha256
    except zlib.error:
        return True


def _stuck() -> Iterator[Fault]:
    """Leases that ended long ago and that nobody took over."""
    old = schedules.database_now() - timedelta(seconds=settings.CLAIMS_LEASE_SECONDS)
    running = (
        Schedule.objects.filter(state=Schedule.State.ACTIVE),
        Job.objects.filter(state=Job.State.RUNNING),
        Delivery.objects.filter(state=Delivery.State.PENDING),
    )
    for rows in running:
        left = rows.filter(lease_until__lt=old, lease_token__isnull=False)
        yield _fault("stuck", f"{rows.model._meta.verbose_name_plural} with a lease that ended long ago", left)
