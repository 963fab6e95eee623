"""Dates further ahead than any rule of ours sets, as a clock leaves them behind that ran ahead and was set back."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from claims.fetching.answers import RETRY_MOST
from claims.models import Delivery, Host, Job, Schedule
from claims.models.source import MOST_EVERY
from claims.services import schedules

LATEST_LETTER = timedelta(days=2)
"""Beyond this no letter waits: a retry after hours, a digest, a night."""


def recall(now: datetime) -> int:
    """Set such dates to now, so that what waits for them is due or free again; how many were set.

    Without it a source leased on a clock that was a year ahead would be nobody's for a year.
    """
    interval = timedelta(seconds=MOST_EVERY * (1 + 2 * schedules.JITTER))
    pause = timedelta(seconds=RETRY_MOST * (1 + 2 * schedules.JITTER))
    lease = timedelta(seconds=2 * settings.CLAIMS_LEASE_SECONDS)
    active: QuerySet[Any] = Schedule.objects.filter(state=Schedule.State.ACTIVE)
    pending: QuerySet[Any] = Delivery.objects.filter(state=Delivery.State.PENDING)
    # A lease is looked for among due rows alone, where the index leads: a row that is not due is nobody's loss.
    return sum(
        rows.filter(**{f"{date}__gt": now + longest}).update(**{date: now})
        for rows, date, longest in (
            (active, "next_check_at", interval),
            (active.filter(next_check_at__lte=now), "lease_until", lease),
            (Host.objects.all(), "next_allowed_at", pause),
            (Host.objects.all(), "lease_until", lease),
            (pending, "next_attempt_at", LATEST_LETTER),
            (pending, "lease_until", lease),
            (Job.objects.unfinished(), "lease_until", lease),
        )
    )
