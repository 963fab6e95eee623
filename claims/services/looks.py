"""The look for due sources whose host is free, and the taking of them in the same statement.

Dead index entries stand where the longest due sources were, and while some transaction stays open PostgreSQL cannot remove
them: a look that begins at the oldest date walks over more of them each time. A `Trail` lets a worker begin where it left off.
"""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

import orjson
from django.conf import settings
from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from claims.models import Host, Schedule, bulk
from claims.models.leases import unleased

MOST_HOSTS = 50
"""Hosts leased at once: one request each in flight, so more would only wait in this process."""

EACH = 20
"""Sources leased at once of a host that asks for no delay between requests."""

MOST_KNOWN = 200
"""Hosts on a trail."""

REST = 20
"""After a whole look, looks along the trail do for so many times as long as it took. Whole looks then take at most a twentieth of
the time, however many dead entries they walk over."""

DEAR = 0.02
"""Seconds. A whole look that takes longer is not repeated only because the trail gave less than was asked for."""

Row = tuple[int, int, int, int, datetime]
"""Source, host, seq, attempt and due date of a source that was taken."""


@dataclass(slots=True)
class Trail:
    """How far down the due dates of each host a worker has come.

    A trail misses what a dead worker or a clock that went back left behind it, and hosts that became due since. Those wait for
    the next whole look: one poll at most, and not at all when the trail has nothing more. `whole_after` is when (monotonic) that
    is; `is_dear` says that the last whole look took long.
    """

    reached: dict[int, datetime] = field(default_factory=dict)
    whole_after: float = 0.0
    is_dear: bool = False

    def begin(self, seen: Iterable[tuple[int, datetime]]) -> None:
        """Start anew from a whole look: the hosts with due sources, each with the date of the one that is due longest. Hosts that
        had nothing due, or were leased, are forgotten."""
        self.reached = dict(seen)

    def follow(self, rows: Iterable[Row]) -> None:
        """Remember where these rows were taken."""
        for _, host, _, _, due in rows:
            before = self.reached.pop(host, due)
            self.reached[host] = max(before, due)
        while len(self.reached) > MOST_KNOWN:
            del self.reached[next(iter(self.reached))]

    def rest(self, took: float) -> None:
        """A whole look took so many seconds: leave it at that for a while."""
        self.is_dear = took > DEAR
        self.whole_after = time.monotonic() + min(REST * took, settings.CLAIMS_POLL_SECONDS)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be taken: at most `limit` sources (of `only` these ids), under `token` for so many seconds; at most `suspects`
    (1 or 0) of them leased before without an end."""

    limit: int
    token: UUID
    seconds: float
    only: Sequence[int] | None = None
    suspects: int = 1


def take(wish: Wish, trail: Trail | None = None) -> list[Row]:
    """Lease due sources with their hosts, those that are due longest first; what another worker is leasing is passed over."""
    if connection.vendor != "postgresql":
        return _take_sqlite(wish)
    trail = trail or Trail()
    rows: list[Row] = []
    if time.monotonic() < trail.whole_after:
        rows = _take_postgresql(wish, trail, is_whole=False)
        if len(rows) < wish.limit and not trail.is_dear:
            trail.whole_after = 0.0
    if not rows:
        started = time.monotonic()
        rows = _take_postgresql(wish, trail, is_whole=True)
        trail.rest(time.monotonic() - started)
    trail.follow(rows)
    return rows


EVERYWHERE = """
    SELECT h.id, longest.due_at FROM claims_host h CROSS JOIN LATERAL (
        SELECT s.next_check_at AS due_at FROM claims_schedule s WHERE s.host_id = h.id AND {due}
        ORDER BY s.next_check_at LIMIT 1
    ) longest
    WHERE {free}
      AND (SELECT s.next_check_at FROM claims_schedule s WHERE s.state = 'active' ORDER BY s.next_check_at LIMIT 1)
          <= statement_timestamp()
    ORDER BY longest.due_at
"""
ALONG_THE_TRAIL = """
    SELECT id, due_at FROM json_to_recordset(%(reached)s) AS known(id bigint, due_at timestamptz) ORDER BY due_at
"""
# The hosts are gone through one by one, only until enough is found: what is laid LATERAL with a lock of its own is neither
# merged nor reordered. Rows are found again by their place (ctid), because an index leads to all their dead versions too.
POSTGRESQL = """
WITH there AS MATERIALIZED ({there}), free AS MATERIALIZED (
    SELECT h.id, h.crawl_delay, there.due_at FROM there CROSS JOIN LATERAL (
        SELECT h.id, h.crawl_delay FROM claims_host h WHERE h.id = there.id AND {free} FOR UPDATE OF h SKIP LOCKED
    ) h LIMIT {most_hosts}
), due AS MATERIALIZED (
    SELECT one.* FROM free CROSS JOIN LATERAL (
        SELECT tid, next_check_at, attempt, row_number() OVER (PARTITION BY attempt > 0 ORDER BY next_check_at) AS place
        FROM (
            SELECT s.ctid AS tid, s.next_check_at, s.attempt FROM claims_schedule s
            WHERE s.host_id = free.id AND s.next_check_at >= free.due_at AND {due}
            ORDER BY s.next_check_at LIMIT CASE WHEN free.crawl_delay > 0 THEN 1 ELSE {each} END
        ) longest
    ) one WHERE attempt = 0 OR place = 1 LIMIT %(limit)s
), wanted AS MATERIALIZED (
    SELECT tid FROM due WHERE attempt = 0
    UNION ALL (SELECT tid FROM due WHERE attempt > 0 ORDER BY next_check_at LIMIT %(suspects)s)
), locked AS MATERIALIZED (
    SELECT wanted.tid FROM wanted CROSS JOIN LATERAL (
        SELECT 1 FROM claims_schedule s WHERE s.ctid = wanted.tid AND {due} FOR UPDATE OF s SKIP LOCKED
    ) s
), taken AS (
    UPDATE claims_schedule s SET attempt = s.attempt + 1, lease_token = %(token)s,
        lease_until = clock_timestamp() + %(seconds)s * interval '1 second'
    FROM locked WHERE s.ctid = locked.tid
    RETURNING s.source_id, s.host_id, s.seq, s.attempt, s.next_check_at
), held AS (
    UPDATE claims_host h SET lease_token = %(token)s, lease_until = clock_timestamp() + %(seconds)s * interval '1 second'
    WHERE h.id IN (SELECT host_id FROM taken)
)
{found} ORDER BY attempt DESC, next_check_at
"""
TAKEN = "SELECT * FROM taken"
TAKEN_AND_SEEN = "SELECT * FROM taken UNION ALL (SELECT NULL, id, NULL, NULL, due_at FROM there LIMIT {most_known})"
FREE = """(h.lease_until IS NULL OR h.lease_until <= statement_timestamp())
    AND (h.next_allowed_at IS NULL OR h.next_allowed_at <= statement_timestamp())"""
DUE = """s.state = 'active' AND s.next_check_at <= statement_timestamp()
    AND (s.lease_until IS NULL OR s.lease_until <= statement_timestamp()) AND s.attempt < %(deaths)s{only}"""
ONLY = " AND s.source_id = ANY(%(only)s::bigint[])"


def _take_postgresql(wish: Wish, trail: Trail, *, is_whole: bool) -> list[Row]:
    """One statement: along the trail, or everywhere, which also begins the trail anew."""
    due = DUE.format(only="" if wish.only is None else ONLY)
    there = (EVERYWHERE if is_whole else ALONG_THE_TRAIL).format(due=due, free=FREE)
    found = (TAKEN_AND_SEEN if is_whole else TAKEN).format(most_known=MOST_KNOWN)
    reached = [{"id": host, "due_at": due_at} for host, due_at in trail.reached.items()]
    with bulk.planned() as cursor:
        cursor.execute(
            POSTGRESQL.format(there=there, due=due, free=FREE, most_hosts=MOST_HOSTS, each=EACH, found=found),
            {
                "reached": "" if is_whole else orjson.dumps(reached).decode(),
                "limit": wish.limit,
                "suspects": wish.suspects,
                "token": wish.token,
                "seconds": wish.seconds,
                "only": None if wish.only is None else bulk.listed(wish.only),
                "deaths": settings.CLAIMS_QUARANTINE_AFTER,
            },
        )
        rows = cursor.fetchall()
    if is_whole:
        trail.begin((host, due_at) for source, host, _, _, due_at in rows if source is None)
    return [row for row in rows if row[0] is not None] if is_whole else list(rows)


def _take_sqlite(wish: Wish) -> list[Row]:
    """One writer at a time: the transaction is begun IMMEDIATE, so nobody else leases between the look and the update."""
    with transaction.atomic():
        now = timezone.now()
        until = now + timedelta(seconds=wish.seconds)
        due = Schedule.objects.due(now).filter(attempt__lt=settings.CLAIMS_QUARANTINE_AFTER).select_related("host")
        allowed = Q(host__next_allowed_at=None) | Q(host__next_allowed_at__lte=now)
        if wish.only is not None:
            due = due.filter(pk__in=wish.only)
        if not wish.suspects:
            due = due.filter(attempt=0)
        longest = due.filter(unleased(now, "host__"), allowed).order_by("next_check_at")
        picked = _fairly(longest[: 20 * wish.limit], wish.limit)
        ids = [row.pk for row in picked]
        held = {"lease_token": wish.token, "lease_until": until}
        Schedule.objects.filter(pk__in=ids).update(attempt=F("attempt") + 1, **held)
        Host.objects.filter(pk__in={row.host_id for row in picked}).update(**held)
    return [
        (row.pk, row.host_id, row.seq, row.attempt + 1, row.next_check_at)
        for row in picked
        if row.next_check_at is not None
    ]


def _fairly(rows: Iterable[Schedule], limit: int) -> list[Schedule]:
    """Of rows in order of their due dates, those that one worker may lease together; a suspect comes first."""
    picked: list[Schedule] = []
    suspects: list[Schedule] = []
    hosts: dict[int, int] = {}
    for row in rows:
        taken = hosts.get(row.host_id, 0)
        most = 1 if row.host.crawl_delay else EACH
        if len(picked) == limit or taken >= most or (not taken and len(hosts) == MOST_HOSTS):
            continue
        if row.attempt and suspects:
            continue
        hosts[row.host_id] = taken + 1
        (suspects if row.attempt else picked).append(row)
    return (suspects + picked)[:limit]
