"""The due query, the lease, the lease with its end, and the messages, without pages where they do not matter."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import redis
from django.conf import settings
from django.db import transaction

from bench.recheck import noop, rows
from bench.recheck.timing import Took, line
from claims.models import Check, Schedule
from claims.services import schedules
from claims.services.looks import Trail
from claims.services.schedules import Next, Politeness
from tests.waiting import awaited

ROOT = Path(__file__).resolve().parents[2]
ASKED, LEASED = 100, 10
"""Times that the due ids are asked for and sources leased."""
TASKS = 5_000
"""Messages of the queue, which do nothing."""
SETTLED = 20_000
"""Sources that are leased and settled."""
CHECKED = 1_000
"""Sources that a worker reads while its messages are counted."""


def due(sizes: list[int]) -> None:
    """500 due ids and a lease of 500 sources, in schedule tables of these sizes."""
    asked: dict[int, float] = {}
    for count in sizes:
        rows.schedules_of(count, due=2_000)
        now = schedules.database_now()
        query = Schedule.objects.due(now).order_by("next_check_at").values_list("pk", flat=True)[:500]
        times = []
        for _ in range(ASKED):
            started = time.perf_counter()
            found = list(query.all())
            times.append(time.perf_counter() - started)
            assert len(found) == 500
        asked[count] = min(times)
        leases = []
        for _ in range(LEASED):
            started = time.perf_counter()
            taken = schedules.lease(500)
            leases.append(time.perf_counter() - started)
            assert len(taken) == 500, len(taken)
            hosts = len({lease.host_id for lease in taken})
            schedules.give_back(taken)
        line(
            f"lease at {count:,} rows",
            "≤ 25 ms",
            f"{min(leases) * 1000:.1f}–{max(leases) * 1000:.1f} ms",
            f"500 of {hosts} hosts; 500 due ids in {asked[count] * 1000:.2f} ms",
        )
    ratio = asked[sizes[-1]] / asked[sizes[0]]
    line("due query", "≤ 1.25 ×", f"{ratio:.2f}", f"{sizes[-1]:,} rows against {sizes[0]:,}")


def leases() -> None:
    """Lease and settle in batches of 100, without pages, beside tasks that do nothing."""
    usual = tasks_a_second()
    rows.schedules_of(SETTLED, due=SETTLED)
    done, trail, before = 0, Trail(), Took.now()
    while leased := schedules.lease(100, trail=trail):
        with transaction.atomic():
            nexts = [Next(lease, 3600.0, 3600, 0, "ok", None) for lease in leased]
            hosts = {lease.host_id: lease.token for lease in leased}
            ours = schedules.settle(nexts, [Politeness(host, token, 0.0) for host, token in hosts.items()])
        done += len(ours)
    took = Took.now() - before
    assert done == SETTLED
    more = f"batches of 100, 20 sources a host; {took.cpu / done * 1e6:.0f} µs of processor time in the worker each"
    line("lease + settle, one process", "≥ 25,000/s", f"{done / took.clock:,.0f}/s", more)
    ratio = done / took.clock / usual
    line(
        "the same against Celery's tasks that do nothing",
        "≥ 20 ×",
        f"{ratio:.1f}",
        f"{usual:,.0f} tasks/s, one process",
    )


@contextmanager
def worker(app: str, *options: str) -> Iterator[None]:
    """A Celery worker of one process."""
    command = [sys.executable, "-m", "celery", "-A", app, "worker", "-c", "1", "-l", "error", *options]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def tasks_a_second() -> float:
    """What one Celery process does of tasks that do nothing; all messages wait for it when it begins."""
    broker = redis.Redis.from_url(settings.REDIS_URL)
    broker.delete(noop.MARKS)
    noop.mark.delay()
    for _ in range(TASKS):
        noop.nothing.delay()
    noop.mark.delay()
    with worker("bench.recheck.noop", "-Q", "noop"):
        awaited(lambda: broker.llen(noop.MARKS) == 2)
    began, ended = (float(mark) for mark in broker.lrange(noop.MARKS, 0, 1))
    return TASKS / (ended - began)


def messages(base: str) -> None:
    """A worker with its heartbeat on due sources; every message that is put into the broker is counted."""
    ids = rows.fill(base, "json", CHECKED)
    broker = redis.Redis.from_url(settings.REDIS_URL)
    done = Check.objects.filter(evidence__source__in=ids)
    before = sent(broker)
    with worker("project", "-B", "-s", f"{Path(settings.REDIS_URL.removeprefix('unix://').split('?')[0]).parent}/beat"):
        awaited(lambda: done.count() >= CHECKED)
        count = sent(broker) - before
    assert done.count() == CHECKED
    line("messages for 1,000 checks", "≤ 10", str(count), "one worker and its heartbeat")


def sent(broker: redis.Redis) -> int:
    """Messages put into this broker since it was started."""
    stats: dict[str, Any] = broker.info("commandstats")
    return sum(int(stats.get(f"cmdstat_{name}", {}).get("calls", 0)) for name in ("lpush", "rpush"))
