"""Leases: who may read what, and what becomes of a worker that died or came back late."""

import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from claims.models import Host, Schedule
from claims.services import evidence, looks, schedules
from claims.services.schedules import Lease, Next, Politeness

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]
HOUR = 3600


def some_sources(count: int, hosts: int = 1, *, delay: int = 0) -> list[int]:
    """Due sources spread over hosts, in the order of their due dates; their ids."""
    ids = [evidence.source_at(f"http://host{number % hosts}.example/{uuid.uuid4()}").pk for number in range(count)]
    Host.objects.update(crawl_delay=delay)
    for place, pk in enumerate(ids):
        Schedule.objects.filter(pk=pk).update(next_check_at=timezone.now() - timedelta(minutes=len(ids) - place))
    return ids


def done(lease: Lease, wait: float = HOUR) -> Next:
    return Next(lease, wait, HOUR, 0, "ok", None)


def finish(leases: list[Lease], *, pause: float = 0) -> set[int]:
    """Settle what is still ours, as a worker does."""
    with transaction.atomic():
        hosts = {lease.host_id: lease for lease in leases}
        return schedules.settle(
            [done(lease) for lease in leases],
            [Politeness(host, lease.token, pause) for host, lease in hosts.items()],
        )


def expire() -> None:
    """Every lease ends now."""
    past = timezone.now() - timedelta(seconds=1)
    Schedule.objects.exclude(lease_until=None).update(lease_until=past)
    Host.objects.exclude(lease_until=None).update(lease_until=past)


def leased(leases: list[Lease]) -> list[int]:
    return [lease.source_id for lease in leases]


def test_the_longest_due_come_first_and_only_once() -> None:
    ids = some_sources(7, hosts=7)
    assert leased(schedules.lease(4)) == ids[:4]
    assert leased(schedules.lease(10)) == ids[4:]
    assert schedules.lease(10) == []


@pytest.mark.parametrize(
    ("changes", "host_changes"),
    [
        ({"state": "paused"}, {}),
        ({"state": "quarantined"}, {}),
        ({"next_check_at": None}, {}),
        ({"next_check_at": datetime(2100, 1, 1, tzinfo=UTC)}, {}),
        ({"lease_until": datetime(2100, 1, 1, tzinfo=UTC)}, {}),
        ({"attempt": 3}, {}),
        ({}, {"next_allowed_at": datetime(2100, 1, 1, tzinfo=UTC)}),
        ({}, {"lease_until": datetime(2100, 1, 1, tzinfo=UTC)}),
    ],
)
def test_what_is_not_leased(changes: dict[str, Any], host_changes: dict[str, Any]) -> None:
    some_sources(1)
    Schedule.objects.update(**changes)
    Host.objects.update(**{"updated_at": timezone.now(), **host_changes})
    assert schedules.lease(10) == []


def test_a_host_that_wants_pauses_is_asked_for_one_page_at_a_time() -> None:
    ids = some_sources(6, hosts=2, delay=1)
    first = schedules.lease(10)
    assert leased(first) == ids[:2]
    assert schedules.lease(10) == []
    finish(first, pause=HOUR)
    assert schedules.lease(10) == []
    Host.objects.update(next_allowed_at=timezone.now())
    assert leased(schedules.lease(10)) == ids[2:4]


def test_a_host_is_in_one_hand() -> None:
    some_sources(looks.EACH + 5)
    first = schedules.lease(100)
    assert len(first) == looks.EACH
    assert schedules.lease(100) == []
    finish(first)
    assert len(schedules.lease(100)) == 5


def test_a_narrowed_choice() -> None:
    ids = some_sources(3, hosts=3)
    assert leased(schedules.lease(10, source_ids=[ids[1]])) == [ids[1]]


def test_settling_counts_and_dates() -> None:
    some_sources(1)
    (lease,) = schedules.lease(1)
    before = timezone.now()
    assert finish([lease]) == {lease.source_id}
    row = Schedule.objects.get()
    assert (row.seq, row.attempt, row.lease_token, row.last_fetched) == (1, 0, None, "ok")
    assert row.next_check_at is not None
    assert abs(row.next_check_at - before - timedelta(hours=1)) < timedelta(seconds=10)
    assert Host.objects.get().lease_token is None


def test_a_late_worker_changes_nothing() -> None:
    some_sources(1)
    (late,) = schedules.lease(1)
    expire()
    (second,) = schedules.lease(1)
    assert finish([late]) == set()
    row = Schedule.objects.get()
    assert (row.seq, row.lease_token) == (0, second.token)
    assert Host.objects.get().lease_token == second.token
    assert finish([second]) == {second.source_id}
    assert finish([late]) == set()
    assert finish([second]) == set()
    assert Schedule.objects.get().seq == 1


def test_an_old_count_with_the_right_token_is_refused() -> None:
    some_sources(1)
    (lease,) = schedules.lease(1)
    assert finish([replace(lease, seq=5)]) == set()
    assert Schedule.objects.get().seq == 0


def test_a_due_date_set_meanwhile_stands() -> None:
    some_sources(1)
    (lease,) = schedules.lease(1)
    assert schedules.due_now([lease.source_id]) == 1
    finish([lease])
    assert leased(schedules.lease(1)) == [lease.source_id]


def test_a_lease_given_back_was_never_taken() -> None:
    some_sources(2, hosts=2)
    first = schedules.lease(2)
    assert schedules.give_back(first) == 2
    assert schedules.give_back(first) == 0
    again = schedules.lease(2)
    assert [lease.attempt for lease in again] == [1, 1]
    assert [lease.seq for lease in again] == [0, 0]


def test_rest_until_somebody_asks() -> None:
    some_sources(1)
    leases = schedules.lease(1)
    schedules.rest(leases)
    assert Schedule.objects.get().next_check_at is None
    assert schedules.lease(1) == []
    schedules.due_now(leased(leases))
    assert len(schedules.lease(1)) == 1


def test_rest_is_broken_by_a_new_evidence() -> None:
    some_sources(1)
    leases = schedules.lease(1)
    schedules.due_now(leased(leases))
    schedules.rest(leases)
    assert len(schedules.lease(1)) == 1


def test_one_suspect_at_a_time_and_first() -> None:
    ids = some_sources(5, hosts=5)
    schedules.lease(3)
    expire()
    leases = schedules.lease(10)
    assert [(lease.source_id, lease.attempt > 1) for lease in leases] == [
        (ids[0], True),
        (ids[3], False),
        (ids[4], False),
    ]


def test_no_suspect_beside_one_that_is_out() -> None:
    ids = some_sources(5, hosts=5)
    schedules.lease(3)
    expire()
    assert leased(schedules.lease(10, suspects=0)) == ids[3:]
    assert leased(schedules.lease(10)) == ids[:1]


def test_poison_is_set_aside_after_three_leases() -> None:
    some_sources(1)
    for attempt in (1, 2, 3):
        (lease,) = schedules.lease(1)
        assert lease.attempt == attempt
        with transaction.atomic():
            assert schedules.quarantine(timezone.now()) == []
        expire()
    assert schedules.lease(1) == []
    with transaction.atomic():
        assert [row.pk for row in schedules.quarantine(timezone.now())] == [lease.source_id]
    assert Schedule.objects.get().state == Schedule.State.QUARANTINED
    assert schedules.due_now([lease.source_id]) == 0


@pytest.mark.parametrize(
    ("every", "moved", "read_before", "expected"),
    [
        (6 * HOUR, False, False, 6 * HOUR),
        (6 * HOUR, False, True, 9 * HOUR),
        (6 * HOUR, True, True, 2 * HOUR),
        (HOUR, True, True, HOUR),
        (80 * 24 * HOUR, False, True, 90 * 24 * HOUR),
    ],
)
def test_the_interval_adapts(every: int, moved: bool, read_before: bool, expected: int) -> None:
    schedule = Schedule(every=every, last_read_id=1 if read_before else None)
    wait, new = schedules.after_reading(schedule, moved=moved)
    assert new == expected
    assert 0.89 * expected <= wait <= 1.11 * expected


@pytest.mark.parametrize(
    ("outcome", "misses", "retry_after", "expected"),
    [
        ("unreachable", 0, None, 30),
        ("unreachable", 3, None, 240),
        ("unreachable", 40, None, 24 * HOUR),
        ("unreachable", 0, 120, 120),
        ("blocked", 0, 7 * 24 * HOUR, 7 * 24 * HOUR),
        ("blocked", 0, None, HOUR),
        ("incomplete", 1, None, 60),
        ("unreadable", 0, None, HOUR),
        ("too_large", 0, None, 24 * HOUR),
        ("gone", 0, None, 6 * HOUR),
        ("gone", 9, None, 30 * 24 * HOUR),
        ("moved", 0, None, 24 * HOUR),
        ("gone", 0, 60, 6 * HOUR),
    ],
)
def test_a_failure_waits_by_its_kind(outcome: str, misses: int, retry_after: int | None, expected: int) -> None:
    wait = schedules.after_failure(Schedule(misses=misses), outcome, retry_after)
    assert 0.89 * expected <= wait <= 1.11 * expected
