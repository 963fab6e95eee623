"""What needs a person. Opened when a finding changes, not while it stays; told once to each address."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from claims.models import Alert, Check, Schedule
from claims.services import changes, deliveries
from claims.services.troubles import Why
from claims.wording import Phrase

LOST_AFTER = 3
"""Failures in a row after which a source counts as lost; one that is gone or leads elsewhere counts at once."""

LOST_AT_ONCE = frozenset({"gone", "moved"})

AGAINST = frozenset({"superseded", "differs"})
"""Findings of a figure that does not stand by the claim."""

LOST = gettext_noop("The source cannot be read. %(why)s")
QUARANTINED = gettext_noop(
    "Reading the source was begun %(times)s times and never came to an end; it is left alone now."
)


def on_finding(check: Check, previous: str, now: datetime, *, has_moved: bool = False) -> Alert | None:
    """The unsaved alert for a check whose finding is another than the evidence's `previous` one, or the same of a figure that
    `has_moved`; None when it is neither.

    A first finding opens one unless it matches: somebody has just attached the source and believes it does.
    """
    if (
        not check.finding
        or (check.finding == previous and not has_moved)
        or (not previous and check.finding == "matches")
    ):
        return None
    evidence = check.evidence
    return Alert(
        claim_id=evidence.claim_id,
        source_id=evidence.source_id,
        evidence=evidence,
        opened_by=check,
        key=f"finding:{check.uid}",
        rule=Alert.Rule.FINDING,
        finding=check.finding,
        previous=previous,
        sentence=check.sentence,
        opened_at=now,
    )


def on_loss(source_id: int, seq: int, misses: int, why: Why, now: datetime) -> Alert | None:
    """The unsaved alert for a source that stopped giving anything to read, once for each row of failures.

    `misses` counts this failure. A source that is gone or moved is told at its first failure.
    """
    if misses != (1 if why.outcome in LOST_AT_ONCE else LOST_AFTER):
        return None
    said = Phrase(LOST, {"why": why.phrase})
    return Alert(
        source_id=source_id,
        key=f"lost:{source_id}:{seq}",
        rule=Alert.Rule.LOST,
        sentence=LOST % {"why": why.english},
        **said.as_dict(),
        opened_at=now,
    )


def on_quarantine(schedule: Schedule, now: datetime) -> Alert:
    """The unsaved alert for a source that ended every worker that read it."""
    said = Phrase(QUARANTINED, {"times": schedule.attempt})
    return Alert(
        source_id=schedule.source_id,
        key=f"quarantined:{schedule.source_id}:{schedule.seq}",
        rule=Alert.Rule.QUARANTINED,
        sentence=said.render(),
        **said.as_dict(),
        opened_at=now,
    )


def open_all(alerts: Iterable[Alert]) -> list[Alert]:
    """Write alerts and their deliveries, in the transaction of what caused them. A key opens one alert, ever. What a new
    finding overtakes is closed: nobody should correct an article by a figure that moved on."""
    wanted = {alert.key: alert for alert in alerts}
    if not wanted:
        return []
    with transaction.atomic():
        known = set(Alert.objects.filter(key__in=wanted).values_list("key", flat=True))
        made = Alert.objects.bulk_create([alert for key, alert in wanted.items() if key not in known])
        if made:
            deliveries.add_for(made)
            changes.note([*made, *_overtaken(made)])
    return made


def _overtaken(made: Iterable[Alert]) -> list[Alert]:
    """Close the older alerts about findings of the same evidence, seen or not; those that were closed by it."""
    newer = {alert.evidence_id: alert for alert in made if alert.rule == Alert.Rule.FINDING}
    older = Alert.objects.filter(evidence__in=newer, rule=Alert.Rule.FINDING).exclude(state=Alert.State.CLOSED)
    closed = list(older.exclude(pk__in=[alert.pk for alert in newer.values()]).select_for_update().order_by("pk"))
    now = max((alert.opened_at for alert in newer.values()), default=timezone.now())
    _move(closed, now, state=Alert.State.CLOSED, closed_at=now)
    return closed


def _move(rows: Iterable[Alert], now: datetime, **columns: Any) -> None:
    """Write the same columns of alerts that are locked."""
    changes = {**columns, "row_version": F("row_version") + 1, "updated_at": now}
    Alert.objects.filter(pk__in=[alert.pk for alert in rows]).update(**changes)


def acknowledge(alert: Alert, *, editor: User) -> None:
    """An editor has seen it. Raises ValidationError when it is closed, RowMoved when somebody was quicker."""
    if alert.state == Alert.State.CLOSED:
        raise ValidationError(_("This alert is closed."))
    if alert.state == Alert.State.ACKNOWLEDGED:
        return
    with transaction.atomic():
        alert.swap(state=Alert.State.ACKNOWLEDGED, acknowledged_by=editor, acknowledged_at=timezone.now())
        changes.note([alert])


def acknowledge_all(keys: Iterable[int], *, editor: User) -> list[Alert]:
    """An editor has seen the alerts of these keys: those that were open until now. The others somebody has seen or closed already, or
    a newer one has overtaken them, which this editor has not seen."""
    with transaction.atomic():
        seen = list(Alert.objects.filter(pk__in=list(keys), state=Alert.State.OPEN).select_for_update().order_by("pk"))
        now = timezone.now()
        _move(seen, now, state=Alert.State.ACKNOWLEDGED, acknowledged_by=editor, acknowledged_at=now)
        changes.note(seen)
    return seen


def close(alert: Alert, *, editor: User) -> None:
    """Nothing is left to do about it. Raises RowMoved when somebody was quicker."""
    if alert.state == Alert.State.CLOSED:
        return
    seen = {} if alert.acknowledged_by_id else {"acknowledged_by": editor, "acknowledged_at": timezone.now()}
    with transaction.atomic():
        alert.swap(state=Alert.State.CLOSED, closed_at=timezone.now(), **seen)
        changes.note([alert])
