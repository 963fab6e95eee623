"""An editor asks for many sources to be read again, and watches how far that has come."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Host, Job, Schedule
from claims.models.snapshot import READ
from claims.services import health, schedules

MOST_SOURCES = 5_000
"""More at once would fill the row that remembers them; whoever wants more asks twice."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the sources asked for were read since, and how many of those readings failed."""

    total: int
    done: int
    failed: int


def ask(source_ids: Iterable[int], *, editor: User | None = None) -> Job:
    """Make sources due now, paused and quarantined ones apart. The Job remembers which; the caller wakes a worker.

    Raises ValidationError when none of them can be read.
    """
    wanted = Schedule.objects.filter(pk__in=list(source_ids)[:MOST_SOURCES], state=Schedule.State.ACTIVE)
    with transaction.atomic():
        ids = list(wanted.order_by("pk").values_list("pk", flat=True))
        if not ids:
            raise ValidationError(_("None of these sources can be read: they are paused or quarantined."))
        asked_at = schedules.database_now()
        schedules.due_now(ids)
        # The sources are leased row by row like any others, so the job itself has nothing left to do.
        return Job.objects.create(
            kind=Job.Kind.RECHECK,
            state=Job.State.DONE,
            total=len(ids),
            payload={"sources": ids, "asked_at": asked_at.isoformat()},
            requested_by=editor,
            started_at=asked_at,
            finished_at=timezone.now(),
        )


def resting(job: Job) -> list[Host]:
    """The hosts that a bulk re-check waits for, and that want to be left alone for a while."""
    now = schedules.database_now()
    return health.resting(Schedule.objects.filter(pk__in=job.payload["sources"], next_check_at__lte=now), now)


def progress(job: Job) -> Progress:
    """How far a bulk re-check has come, read from the sources themselves."""
    read = Schedule.objects.filter(pk__in=job.payload["sources"], last_checked_at__gte=job.started_at)
    done = read.count()
    return Progress(total=job.total, done=done, failed=done - read.filter(last_fetched__in=READ).count())
