"""An editor changes a desk row in a form: compare-and-swap, history, change log."""

from typing import Any

from django.db import transaction

from claims.models import Schedule
from claims.models.rows import Desk, Versioned
from claims.services import changes


def add(row: Desk) -> None:
    """Write a new desk row."""
    with transaction.atomic():
        row.save()
        changes.note([row])


def save(row: Versioned, *, seen: int) -> None:
    """Write a row whose columns an editor changed, if it still is at the `row_version` the editor saw; else raise RowMoved."""
    with transaction.atomic():
        row.row_version = seen
        row.swap()
        row.save()
        changes.note([row])


def reschedule(schedule: Schedule, changed: dict[str, Any]) -> None:
    """Write an editor's columns of a schedule and no others: a worker may be writing its lease at this moment.

    A source that becomes active again starts with a clean count of failures.
    """
    if changed.get("state") == Schedule.State.ACTIVE:
        changed = {**changed, "attempt": 0, "misses": 0}
    with transaction.atomic():
        Schedule.objects.filter(pk=schedule.pk).update(**changed)
        changes.note([schedule.source])
