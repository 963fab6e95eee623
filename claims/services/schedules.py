"""Who reads which source now, and when it is read again. Rows only: no network, no queue.

A worker *leases* due sources with their hosts (a lease is a token and a time), fetches outside any transaction, and
*settles* them in the transaction that writes what it found. Whoever comes back after the lease was given to somebody else
finds another token or another `seq` and throws its result away, so that a lease may be short.
"""

import random
import time
import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from django.conf import settings
from django.db import connection
from django.utils import timezone

from claims.models import Host, Schedule, bulk
from claims.services import looks
from claims.services.looks import Trail

DAY = 24 * 3600
RETRY = {
    "unreachable": (30, DAY),
    "incomplete": (30, DAY),
    "unreadable": (3600, 7 * DAY),
    "blocked": (3600, 7 * DAY),
    "too_large": (DAY, 30 * DAY),
    "moved": (DAY, 30 * DAY),
    "gone": (6 * 3600, 30 * DAY),
}
"""Outcome of a fetch that gave nothing to read: seconds until the first retry, and the most after doublings."""

JITTER = 0.1
"""Part by which a waiting time is spread either way, so that sources added together drift apart."""

QUICKER, SLOWER = 3, 1.5
"""After a figure has moved its source is read again after a third of the interval, else after one and a half times of it."""

chance = random.SystemRandom()


@dataclass(frozen=True, slots=True)
class Lease:
    """One source in our hands. `due_at` is its due date as leased, `ends` our monotonic clock's end of the lease."""

    source_id: int
    host_id: int
    token: uuid.UUID
    seq: int
    attempt: int
    due_at: datetime
    ends: float


@dataclass(frozen=True, slots=True)
class Next:
    """What a finished check leaves in its schedule: seconds until the next, the new interval, failures in a row."""

    lease: Lease
    wait: float
    every: int
    misses: int
    fetched: str
    last_read: int | None


@dataclass(frozen=True, slots=True)
class Politeness:
    """What a finished visit leaves in its host: seconds until the next request, and robots.txt when it was read anew."""

    host_id: int
    token: uuid.UUID
    wait: float
    error: str = ""
    robots: str | None = None


class Paced(Protocol):
    """What the next date is reckoned from: a Schedule, or the columns of one."""

    @property
    def every(self) -> int: ...
    @property
    def least(self) -> int: ...
    @property
    def most(self) -> int: ...
    @property
    def misses(self) -> int: ...
    @property
    def last_read_id(self) -> int | None: ...


def lease(
    limit: int,
    *,
    seconds: float | None = None,
    source_ids: Sequence[int] | None = None,
    trail: Trail | None = None,
    suspects: int = 1,
) -> list[Lease]:
    """Take up to `limit` due sources and their hosts: one source of a host that asks for a delay, several of others.

    A host is in one hand at a time. At most one source that was leased before without an end is among them, none when
    `suspects` is 0. `source_ids` narrows the choice; they must be due all the same. The clock is the database's. `trail` is
    what the caller's own leases have gone along; it is followed and carried on.
    """
    token = uuid.uuid4()
    seconds = settings.CLAIMS_LEASE_SECONDS if seconds is None else seconds
    ends = time.monotonic() + seconds
    rows = looks.take(looks.Wish(limit, token, seconds, source_ids, suspects), trail)
    return [Lease(source, host, token, seq, attempt, due, ends) for source, host, seq, attempt, due in rows]


SETTLED = """seq = old.seq + 1, attempt = 0, lease_token = NULL, lease_until = NULL, every = new.every, misses = new.misses,
    last_fetched = new.fetched, last_checked_at = new.at, last_read_id = COALESCE(new.last_read, old.last_read_id),
    next_check_at = CASE WHEN old.next_check_at = new.due_at THEN new.next_at ELSE old.next_check_at END"""
OURS = "old.source_id = new.source_id AND old.lease_token = new.token AND old.seq = new.seq"
LET_GO = """lease_token = NULL, lease_until = NULL, last_error = new.error, next_allowed_at = new.next_at,
    failures = CASE WHEN new.error = '' THEN 0 ELSE old.failures + 1 END, robots = COALESCE(new.robots, old.robots),
    robots_at = COALESCE(new.robots_at, old.robots_at)"""
OUR_HOST = "old.id = new.host_id AND old.lease_token = new.token"
LEASED = {"source_id": "bigint", "token": "uuid", "seq": "bigint"}
HOSTED = {"host_id": "bigint", "token": "uuid"}
NEXTS = (
    LEASED
    | {"every": "int", "misses": "int", "fetched": "text", "last_read": "bigint"}
    | dict.fromkeys(("at", "due_at", "next_at"), "timestamptz")
)
VISITED = HOSTED | {"error": "text", "robots": "text", "robots_at": "timestamptz", "next_at": "timestamptz"}


def settle(nexts: Iterable[Next], visits: Iterable[Politeness], now: datetime | None = None) -> set[int]:
    """End the leases that are still ours: count the check, set the next due date, let the hosts go. Their source ids, locked
    until the transaction ends; the others' results are to be thrown away. `now` is the database's time, asked for when None.

    A due date that somebody changed since the lease (a new evidence, a corrected reading) stands: it is due again.
    """
    now = now or database_now()
    # In one order everywhere, so that two transactions do not wait for each other in a circle.
    rows = [_settled(row, now) for row in sorted(nexts, key=lambda row: row.lease.source_id)]
    hosts = [
        {
            "host_id": visit.host_id,
            "token": visit.token,
            "error": visit.error[:300],
            "robots": visit.robots,
            "robots_at": None if visit.robots is None else now,
            "next_at": now + timedelta(seconds=visit.wait),
        }
        for visit in visits
    ]
    return bulk.update(
        bulk.Update(Schedule, SETTLED, OURS, NEXTS, rows), bulk.Update(Host, LET_GO, OUR_HOST, VISITED, hosts)
    )


def _settled(row: Next, now: datetime) -> dict[str, Any]:
    return {
        **_named(row.lease),
        "every": row.every,
        "misses": row.misses,
        "fetched": row.fetched,
        "last_read": row.last_read,
        "at": now,
        "due_at": row.lease.due_at,
        "next_at": now + timedelta(seconds=row.wait),
    }


def _named(lease: Lease) -> dict[str, Any]:
    return {"source_id": lease.source_id, "token": lease.token, "seq": lease.seq}


def give_back(leases: Sequence[Lease], kept: Collection[int] = ()) -> int:
    """Return sources that were not touched, as if they had never been leased; how many were still ours.

    Their hosts are let go, but for those `kept` (ids): somebody is still there, who lets them go with the pause they want.
    """
    rows = [_named(lease) for lease in leases]
    free = {(lease.host_id, lease.token) for lease in leases if lease.host_id not in kept}
    hosts = [{"host_id": host, "token": token} for host, token in free]
    changes = "attempt = old.attempt - 1, lease_token = NULL, lease_until = NULL"
    given = bulk.update(
        bulk.Update(Schedule, changes, OURS, LEASED, rows),
        bulk.Update(Host, "lease_token = NULL, lease_until = NULL", OUR_HOST, HOSTED, hosts),
    )
    return len(given)


def rest(leases: Sequence[Lease], kept: Collection[int] = ()) -> None:
    """End leases of sources that nobody asks for any more: not due until a claim hangs on them again. `kept` as above."""
    changes = "next_check_at = NULL, attempt = 0, lease_token = NULL, lease_until = NULL"
    undisturbed = f"{OURS} AND old.next_check_at = new.due_at"
    rows = [{**_named(lease), "due_at": lease.due_at} for lease in leases]
    bulk.update(bulk.Update(Schedule, changes, undisturbed, LEASED | {"due_at": "timestamptz"}, rows))
    give_back(leases, kept)


def due_now(source_ids: Iterable[int]) -> int:
    """Make sources due at once, unless paused or quarantined; how many. A check that runs at this moment is followed by another."""
    rows = Schedule.objects.filter(pk__in=list(source_ids), state=Schedule.State.ACTIVE)
    return rows.update(next_check_at=database_now())


def quarantine(now: datetime) -> list[Schedule]:
    """Set aside the sources that were leased CLAIMS_QUARANTINE_AFTER times without a result; they are given back, so that the
    caller opens an alert for each. Call inside a transaction.
    """
    rows = Schedule.objects.due(now).filter(attempt__gte=settings.CLAIMS_QUARANTINE_AFTER)
    found = list(rows.select_for_update(skip_locked=True).order_by("pk")[:100])
    Schedule.objects.filter(pk__in=[row.pk for row in found]).update(
        state=Schedule.State.QUARANTINED, lease_token=None, lease_until=None
    )
    return found


def database_now() -> datetime:
    """The database's clock; SQLite's is this machine's."""
    if connection.vendor != "postgresql":
        return timezone.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        now: datetime = cursor.fetchone()[0]
    return now


def after_reading(schedule: Paced, *, moved: bool) -> tuple[float, int]:
    """Seconds until the next check and the new interval, once a page was read. `moved`: a figure on it changed.

    The first reading leaves the interval as it is.
    """
    every = schedule.every
    if moved:
        every //= QUICKER
    elif schedule.last_read_id:
        every = int(every * SLOWER)
    every = min(max(every, schedule.least), schedule.most)
    return spread(every), every


def after_failure(schedule: Paced, outcome: str, retry_after: int | None) -> float:
    """Seconds until the retry of a fetch that gave nothing to read: doubled each time, or as the host asks.

    Never later than twice the most that the editor allows, unless the host asks for it.
    """
    first, most = RETRY[outcome]
    wait = min(first * 2.0 ** min(schedule.misses, 30), most, 2 * schedule.most)
    if retry_after is not None and outcome in {"unreachable", "blocked"}:
        return float(retry_after)
    return spread(wait)


def spread(seconds: float) -> float:
    """Seconds, a tenth more or less by chance."""
    return seconds * (1 + chance.uniform(-JITTER, JITTER))
