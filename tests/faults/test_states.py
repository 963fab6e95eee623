"""Leases, ends, edits and pauses in any order, against a plain model of what must be so, on both databases."""

import uuid
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from claims.models import Host, Schedule, Source
from claims.services import evidence, schedules
from claims.services.schedules import Lease, Next, Politeness
from tests.faults.desk import LONG, short

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite, pytest.mark.faults]
PAST = timedelta(seconds=-60)
DELAYS = {"a.example": 1, "b.example": 0, "c.example": 0}


class Leases(RuleBasedStateMachine):
    """`held` are leases that workers believe to have; `owner` says whose token stands in the row, `live` whether it still
    counts; `holder` the same of hosts. `edited`: an editor made the source due while it was leased."""

    @initialize()
    def begin(self) -> None:
        Schedule.objects.all().delete()
        Source.objects.all().delete()
        Host.objects.all().delete()
        self.held: list[Lease] = []
        self.owner: dict[int, Lease | None] = {}
        self.live: set[int] = set()
        self.edited: set[int] = set()
        self.seq: Counter[int] = Counter()
        self.attempts: Counter[int] = Counter()
        self.is_due: dict[int, bool] = {}
        self.is_active: dict[int, bool] = {}
        self.host: dict[int, str] = {}
        self.waiting: set[str] = set()
        self.holder: dict[str, uuid.UUID] = {}
        self.busy: set[str] = set()

    @rule(name=st.sampled_from(sorted(DELAYS)))
    def add(self, name: str) -> None:
        row = evidence.source_at(f"http://{name}/{uuid.uuid4()}")
        Host.objects.filter(name=name).update(crawl_delay=DELAYS[name])
        self.owner[row.pk], self.is_due[row.pk], self.is_active[row.pk], self.host[row.pk] = None, True, True, name
        Schedule.objects.filter(pk=row.pk).update(next_check_at=timezone.now() + PAST)

    def leasable(self, pk: int) -> bool:
        free = pk not in self.live and self.host[pk] not in self.busy
        return free and self.is_due[pk] and self.is_active[pk] and self.host[pk] not in self.waiting

    @rule(limit=st.integers(1, 6))
    def lease(self, limit: int) -> None:
        possible = {pk for pk in self.owner if self.leasable(pk) and self.attempts[pk] < 3}
        found = schedules.lease(limit)
        taken = {lease.source_id for lease in found}
        assert taken <= possible
        assert len(found) <= limit
        assert bool(found) == bool(possible)
        assert sum(lease.attempt > 1 for lease in found) <= 1
        per_host = Counter(self.host[pk] for pk in taken)
        assert per_host["a.example"] <= 1
        for lease in found:
            assert lease.seq == self.seq[lease.source_id]
            self.attempts[lease.source_id] += 1
            self.owner[lease.source_id] = lease
            self.holder[self.host[lease.source_id]] = lease.token
            self.edited.discard(lease.source_id)
        self.live |= taken
        self.busy |= {self.host[pk] for pk in taken}
        self.held += found

    @precondition(lambda self: self.held)
    @rule(data=st.data(), pause=st.booleans())
    def settle(self, data: Any, pause: bool) -> None:
        """A worker hands in, in time or late."""
        lease = data.draw(st.sampled_from(self.held))
        self.held.remove(lease)
        pk, name = lease.source_id, self.host[lease.source_id]
        is_ours = self.owner[pk] == lease
        with transaction.atomic():
            nexts = [Next(lease, 86400.0, 3600, 0, "ok", None)]
            ours = schedules.settle(nexts, [Politeness(lease.host_id, lease.token, 3600.0 if pause else 0.0)])
        assert (ours == {pk}) == is_ours
        if self.let_go(lease):
            self.waiting.discard(name)
            self.waiting |= {name} if pause else set()
        if is_ours:
            self.attempts[pk] = 0
            self.seq[pk] += 1
            self.is_due[pk] = pk in self.edited
            self.edited.discard(pk)
            self.free(pk)

    def free(self, pk: int) -> None:
        self.owner[pk] = None
        self.live.discard(pk)

    def let_go(self, lease: Lease) -> bool:
        """The host is free again, if it was this lease's."""
        name = self.host[lease.source_id]
        if self.holder.get(name) != lease.token:
            return False
        del self.holder[name]
        self.busy.discard(name)
        return True

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def give_back(self, data: Any) -> None:
        lease = data.draw(st.sampled_from(self.held))
        self.held.remove(lease)
        is_ours = self.owner[lease.source_id] == lease
        assert schedules.give_back([lease]) == is_ours
        self.let_go(lease)
        if is_ours:
            self.attempts[lease.source_id] -= 1
            self.free(lease.source_id)

    @rule()
    def time_passes(self) -> None:
        """All leases end and all hosts may be asked again; their holders do not know."""
        for model in (Schedule, Host):
            model.objects.exclude(lease_until=None).update(lease_until=timezone.now() + PAST)  # type: ignore[attr-defined]
        Host.objects.update(next_allowed_at=timezone.now() + PAST)
        self.waiting.clear()
        self.busy.clear()
        self.live.clear()

    @precondition(lambda self: self.owner)
    @rule(data=st.data())
    def an_editor_wants_it_now(self, data: Any) -> None:
        pk = data.draw(st.sampled_from(sorted(self.owner)))
        moved = schedules.due_now([pk])
        assert bool(moved) == self.is_active[pk]
        if moved:
            self.is_due[pk] = True
            if self.owner[pk] is not None:
                self.edited.add(pk)

    @precondition(lambda self: self.owner)
    @rule(data=st.data(), active=st.booleans())
    def pause(self, data: Any, active: bool) -> None:
        pk = data.draw(st.sampled_from(sorted(self.owner)))
        Schedule.objects.filter(pk=pk).update(state="active" if active else "paused")
        self.is_active[pk] = active

    @invariant()
    def rows_are_as_they_must_be(self) -> None:
        for row in Schedule.objects.all():
            assert row.seq == self.seq[row.pk]
            assert row.attempt == self.attempts[row.pk]


def test_leases_ends_edits_and_pauses_hold_in_any_order() -> None:
    examples, steps = short((25, 30), (400, 50))
    profile = settings(
        max_examples=examples,
        stateful_step_count=steps,
        derandomize=not LONG,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Leases, settings=profile)
