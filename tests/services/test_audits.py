"""The auditor finds what it is there to find."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from claims.models import Body, Check, Evidence, Schedule, Snapshot
from claims.services import audits, pages
from tests.factories import a_check, a_figure, some_evidence

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def a_sound_desk(editor: User) -> Evidence:
    """One source, checked once."""
    row = some_evidence(editor, a_figure(editor))
    a_check(row)
    Schedule.objects.update(seq=1)
    return row


def kinds() -> set[str]:
    return {fault.kind for fault in audits.audit()}


def test_all_is_well(editor: User) -> None:
    assert audits.audit() == []
    a_sound_desk(editor)
    assert audits.audit() == []


def lose_a_check(row: Evidence) -> None:
    Schedule.objects.update(seq=2)


def lose_a_date(row: Evidence) -> None:
    Schedule.objects.update(next_check_at=None)


def lose_a_schedule(row: Evidence) -> None:
    Schedule.objects.all().delete()


def keep_a_page_without_check(row: Evidence) -> None:
    Snapshot.objects.create(source=row.source, seq=2, url="x", fetched="ok", fetched_at=timezone.now())
    Schedule.objects.update(seq=2)


def run_ahead(row: Evidence) -> None:
    a_check(row)


def find_without_reading(row: Evidence) -> None:
    snapshot = Snapshot.objects.create(source=row.source, seq=2, url="x", fetched="gone", fetched_at=timezone.now())
    Check.objects.create(evidence=row, snapshot=snapshot, checked_at=timezone.now(), finding="matches")
    Schedule.objects.update(seq=2)


def quote_what_is_not_there(row: Evidence) -> None:
    snapshot = Snapshot.objects.create(
        source=row.source, seq=2, url="x", fetched="ok", text="1,200 people", fetched_at=timezone.now()
    )
    Check.objects.create(
        evidence=row, snapshot=snapshot, checked_at=timezone.now(), finding="matches", words="1,400", start=0, end=5
    )
    Schedule.objects.update(seq=2)


def change_a_body(row: Evidence) -> None:
    Body.objects.create(sha256="0" * 64, size=1, content=b"x\x9c+\x01\x00\x00y\x00y")


def leave_a_lease(row: Evidence) -> None:
    old = timezone.now() - timedelta(days=1)
    Schedule.objects.update(lease_token=row.uid, lease_until=old)


@pytest.mark.parametrize(
    ("harm", "kind"),
    [
        (lose_a_check, "lost"),
        (lose_a_date, "lost"),
        (lose_a_schedule, "lost"),
        (keep_a_page_without_check, "lost"),
        (run_ahead, "double"),
        (find_without_reading, "phantom"),
        (quote_what_is_not_there, "phantom"),
        (change_a_body, "phantom"),
        (leave_a_lease, "stuck"),
    ],
)
def test_each_harm_is_found(editor: User, harm: Callable[[Evidence], None], kind: str) -> None:
    harm(a_sound_desk(editor))
    assert kind in kinds()


def test_pages_that_nobody_sent(editor: User) -> None:
    row = a_sound_desk(editor)
    body = pages.keep_body(b"made up")
    snapshot = Snapshot.objects.create(
        source=row.source, seq=2, url="x", fetched="ok", fetched_at=timezone.now(), body_id=body.pk
    )
    Check.objects.create(evidence=row, snapshot=snapshot, checked_at=timezone.now())
    Schedule.objects.update(seq=2)
    assert audits.audit(sent=[body.pk]) == []
    assert [fault.kind for fault in audits.audit(sent=[])] == ["phantom"]
