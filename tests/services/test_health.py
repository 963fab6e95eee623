"""What is due, late, failing, set aside; and the watchdog."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from claims.models import Host, Schedule, Source
from claims.services import evidence, health, schedules
from tests.factories import a_check, a_figure, some_evidence

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def some_source(due: float, url: str = "https://source.example/toll") -> Source:
    """A source that is due so many seconds from now (negative: since)."""
    source = evidence.source_at(url)
    moment = timezone.now() + timedelta(seconds=due)
    Schedule.objects.filter(source=source).update(next_check_at=moment)
    return source


def still() -> str:
    return health.standing_still(schedules.database_now())


def test_the_overview_counts_each_source_where_it_belongs(editor: User) -> None:
    a_check(some_evidence(editor, a_figure(editor)))
    some_source(-3600, "https://a.example/")
    some_source(-1, "https://b.example/")
    some_source(3600, "https://c.example/")
    paused = some_source(-3600, "https://d.example/")
    Schedule.objects.filter(source=paused).update(state="paused")
    Host.objects.filter(name="b.example").update(failures=4, last_error="no answer")
    schedules.lease(1)
    seen = health.overview()
    assert (seen.due, seen.late, seen.running, seen.paused, seen.quarantined) == (2, 0, 1, 1, 0)
    assert [host.name for host in seen.failing] == ["b.example"]
    assert [row.source.url for row in seen.leased] == ["https://a.example/"]
    assert [row.source.url for row in seen.set_aside] == ["https://d.example/"]
    assert len(seen.recent) == 1
    assert seen.next_check_at is not None
    assert seen.standing_still == ""


def test_nothing_due_is_no_standstill() -> None:
    assert still() == ""
    some_source(3600)
    assert still() == ""


def test_overdue_and_nobody_there() -> None:
    some_source(-3600)
    assert "ever read" in still()


@pytest.mark.parametrize(
    ("schedule", "host"),
    [
        ({"next_check_at": timedelta()}, {}),
        ({"state": "paused"}, {}),
        ({"lease_until": timedelta(hours=1)}, {}),
        ({}, {"next_allowed_at": timedelta(hours=1)}),
        ({}, {"lease_until": timedelta(hours=1)}),
    ],
)
def test_what_explains_the_wait(schedule: dict[str, Any], host: dict[str, Any]) -> None:
    some_source(-3600)
    Schedule.objects.update(**{"misses": 0, **from_now(schedule)})
    Host.objects.update(**{"failures": 0, **from_now(host)})
    assert still() == ""


def from_now(columns: dict[str, Any]) -> dict[str, Any]:
    """The columns with each distance in time as a moment; now is when the test runs, not when it was collected."""
    now = timezone.now()
    return {name: now + value if isinstance(value, timedelta) else value for name, value in columns.items()}


def test_a_worker_that_ends_checks_keeps_the_watchdog_quiet(editor: User) -> None:
    some_source(-3600)
    row = some_evidence(editor, a_figure(editor))
    a_check(row)
    assert still() == ""
    assert health.last_checked_at() is not None


@pytest.mark.parametrize(("due", "workers"), [(0, 0), (1, 1), (50, 1), (51, 2), (500, 4)])
def test_as_many_workers_are_wanted_as_the_due_work_can_feed(due: int, workers: int) -> None:
    for number in range(min(due, 250)):
        some_source(-10, f"https://source.example/{number}")
    assert health.workers_wanted(50) == workers


def test_when_something_comes() -> None:
    now = schedules.database_now()
    assert health.next_leasable_in(now) is None
    source = some_source(90)
    Schedule.objects.filter(source=source).update(next_check_at=now + timedelta(seconds=90))
    assert health.next_leasable_in(now) == 90
    some_source(-10, "https://other.example/")
    Host.objects.filter(name="other.example").update(next_allowed_at=now + timedelta(seconds=7))
    assert health.next_leasable_in(now) == 7
