"""An editor changes a desk row in a form: compare-and-swap, history, change log."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from claims.models import Schedule
from claims.models.rows import Anchored, Desk, RowMoved
from claims.services import changes


def add(row: Desk) -> None:
    """Write a new desk row."""
    with transaction.atomic():
        row.save()
        changes.note([row])


def save(row: Desk | Anchored, *, seen: int) -> None:
    """Write a row whose columns an editor changed, if it still is at the `row_version` the editor saw; else RowMoved."""
    with transaction.atomic():
        standing = type(row)._base_manager.filter(pk=row.pk, row_version=seen)
        if not standing.update(row_version=seen + 1):
            raise RowMoved(
                _("Somebody else changed this row meanwhile. Read it again, then repeat what you wanted to do.")
            )
        row.row_version = seen + 1
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
