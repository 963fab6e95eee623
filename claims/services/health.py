"""How re-checking fares: what is due, late, running, failing, set aside; and whether it stands still."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Check, Delivery, Host, Job, Schedule, Snapshot
from claims.models.leases import unleased
from claims.services import schedules
from claims.services.counts import Count, count

LATE_POLLS = 3
"""A source that is due for longer than so many polls is late, and a loop that ended nothing for so long stands still."""

MOST_WORKERS = 4
"""Workers that one heartbeat wakes at most. A worker then reads for one poll, and the next heartbeat comes."""

SOON = timedelta(seconds=10)
"""A host that may be asked again within this time is not listed."""

SHOWN = 20
"""Rows of each list of the page."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page "Re-checking" and the terminal show."""

    now: datetime
    due: Count
    late: Count
    running: Count
    waiting_for_host: Count
    quarantined: Count
    paused: Count
    jobs: Count
    deliveries: Count
    undeliverable: Count
    last_checked_at: datetime | None
    next_check_at: datetime | None
    standing_still: str
    leased: list[Schedule]
    coming: list[Schedule]
    failing: list[Host]
    resting: list[Host]
    set_aside: list[Schedule]
    recent: list[Check]


def overview() -> Overview:
    """Everything at once, for a person to look at."""
    now = schedules.database_now()
    active = Schedule.objects.filter(state=Schedule.State.ACTIVE)
    due = Schedule.objects.due(now)
    leased = active.filter(lease_until__gt=now).select_related("source", "host")
    inactive = Schedule.objects.exclude(state=Schedule.State.ACTIVE)
    ahead = active.filter(next_check_at__gt=now).order_by("next_check_at")
    checks = Check.objects.select_related("evidence__source", "evidence__claim", "snapshot").order_by("-pk")
    pending = Delivery.objects.filter(state=Delivery.State.PENDING)
    return Overview(
        now=now,
        due=count(due),
        late=count(due.filter(next_check_at__lte=now - late_after())),
        running=count(leased),
        waiting_for_host=count(due.filter(Q(host__next_allowed_at__gt=now) | Q(host__lease_until__gt=now))),
        quarantined=count(inactive.filter(state=Schedule.State.QUARANTINED)),
        paused=count(inactive.filter(state=Schedule.State.PAUSED)),
        jobs=count(Job.objects.unfinished()),
        deliveries=count(pending),
        undeliverable=count(Delivery.objects.filter(state=Delivery.State.DEAD)),
        last_checked_at=last_checked_at(),
        next_check_at=ahead.values_list("next_check_at", flat=True).first(),
        standing_still=standing_still(now),
        leased=list(leased.order_by("lease_until")[:SHOWN]),
        coming=list(
            active.filter(next_check_at__isnull=False).order_by("next_check_at").select_related("source")[:SHOWN]
        ),
        failing=list(Host.objects.filter(failures__gt=0).order_by("-failures", "name")[:SHOWN]),
        resting=resting(due, now),
        set_aside=list(inactive.select_related("source", "host").order_by("source")[:SHOWN]),
        recent=list(checks[:SHOWN]),
    )


def resting(due: QuerySet[Schedule], now: datetime) -> list[Host]:
    """Hosts of due sources that asked to be left alone for longer than any crawl takes between two pages, the next one first."""
    hosts = Host.objects.filter(pk__in=due.values("host"), next_allowed_at__gt=now + SOON)
    return list(hosts.order_by("next_allowed_at")[:SHOWN])


def late_after() -> timedelta:
    """How long a source may be due before it is late."""
    return timedelta(seconds=LATE_POLLS * settings.CLAIMS_POLL_SECONDS)


def standing_still(now: datetime) -> str:
    """Why somebody should look: work is overdue that could be done, nobody holds any, and none was ended lately; "" when not.

    Whatever the cause (no worker, a worker that is connected and does nothing, no heartbeat), this sees it.
    """
    allowed = Q(host__next_allowed_at=None) | Q(host__next_allowed_at__lte=now - late_after())
    overdue = Schedule.objects.due(now - late_after()).filter(unleased(now, "host__"), allowed)
    if not overdue.exists() or Schedule.objects.filter(state=Schedule.State.ACTIVE, lease_until__gt=now).exists():
        return ""
    last = last_checked_at()
    if last is not None and last > now - late_after():
        return ""
    if last is None:
        return _("No source was ever read.")
    when = f"{timezone.localtime(last):%Y-%m-%d %H:%M %Z}"
    return _("Sources are overdue and none was read since %(when)s.") % {"when": when}


def last_checked_at() -> datetime | None:
    """When the newest visit to a source was made."""
    rows = Snapshot.objects.filter(source__isnull=False).order_by("-fetched_at")
    found: datetime | None = rows.values_list("fetched_at", flat=True).first()
    return found


def workers_wanted(batch: int) -> int:
    """How many workers the due work could feed with a batch each, at most MOST_WORKERS."""
    now = schedules.database_now()
    blocked = Q(host__next_allowed_at__gt=now) | Q(host__lease_until__gt=now)
    ready = Schedule.objects.due(now).exclude(blocked)[: batch * MOST_WORKERS].count()
    return -(-ready // batch)


def next_leasable_in(now: datetime) -> float | None:
    """Seconds until a source that is due, or will be soon, may be read; None when nothing is coming.

    A due source whose host wants a pause counts from the end of the pause.
    """
    active = Schedule.objects.filter(state=Schedule.State.ACTIVE, next_check_at__isnull=False)
    ahead = (
        active.filter(next_check_at__gt=now).order_by("next_check_at").values_list("next_check_at", flat=True).first()
    )
    paused = Schedule.objects.due(now).filter(unleased(now, "host__"), host__next_allowed_at__isnull=False)
    allowed = paused.order_by(F("host__next_allowed_at")).values_list("host__next_allowed_at", flat=True).first()
    moments = [moment for moment in (ahead, allowed) if moment is not None]
    return max(0.0, (min(moments) - now).total_seconds()) if moments else None


def deliveries_due() -> bool:
    """Whether an alert waits to be sent now."""
    now = schedules.database_now()
    return Delivery.objects.filter(state=Delivery.State.PENDING, next_attempt_at__lte=now).exists()
