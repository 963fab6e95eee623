"""The check loop: lease, visit, write, until nothing is due. The same loop runs in a queue's worker and in a terminal.

The loop's thread alone talks to the database. Its words, in the order in which a source meets them:

- a *lease* (`schedules`): a due source that nobody else may read until a certain time
- an *errand* (`questions`): a leased source with all that is asked of it, as plain values
- a *trip* (`visits`): the errands of one host, one after the other, in a thread of a small pool
- a *visit* (`visits`): what came of one errand; the trip hands it in, and at its end the host's *politeness*, which says when
  the host may be asked again
- a *batch*: what was handed in and is written in one transaction (`findings`), which also ends the leases
"""

import functools
import gc
import itertools
import logging
import math
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from django.db import transaction

from claims.fetching import Policy
from claims.services import alerts, clocks, findings, pages, schedules
from claims.services.findings import Tally
from claims.services.looks import Trail
from claims.services.outages import AWAY, is_away, line, steadily
from claims.services.questions import Errand, errands
from claims.services.schedules import Lease, Politeness
from claims.services.visits import Result, Trip, Visit

BATCH = 200
"""Sources leased at once, and results written at once at most: so many that quick threads have something to do while the database
writes the batch before."""

THREADS = 8
"""Trips at the same time in one process: most of a visit is waiting for the other side."""

READY = 2 * THREADS
"""Trips under way or waiting for a thread. Below this more is leased, so that no thread waits for the database."""

SOON = 0.1
"""Seconds that a result waits at most for others to be written with."""

LOOK = 0.25
"""Seconds between two looks for due sources while visits are on their way."""

EARLIER = 1.0
"""Seconds before the end of a lease by which waiting for the database ends: then there is time to return the lease."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Crew:
    """The trips under way, and what they have handed in.

    `away` counts the trips. `results` are what they handed in, oldest first; each stays there until it is written. `asked` is
    the caller's wish to end. `stopping` is our own: it also ends the trips of a round that failed, which the caller may outlive.
    `suspect` is the host of a source that was leased before without an end, as by a worker that died of it: as long as that
    trip is away no second suspect is leased, lest a sound source be taken for poison. `bell` wakes whoever collects, when no
    more than `few` trips are away or a batch is complete.
    """

    policy: Policy
    asked: threading.Event
    pool: ThreadPoolExecutor
    stopping: threading.Event = field(default_factory=threading.Event)
    results: deque[Result] = field(default_factory=deque)
    away: int = 0
    few: int = 0
    suspect: int | None = None
    bell: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def send(self, found: Sequence[Errand]) -> None:
        """Send errands out, those of one host as one trip."""
        by_host: dict[int, list[Errand]] = {}
        for errand in found:
            by_host.setdefault(errand.lease.host_id, []).append(errand)
            if errand.lease.attempt > 1:
                self.suspect = errand.lease.host_id
        with self.lock:
            self.away += len(by_host)
        for group in by_host.values():
            trip = Trip(group, self.policy, pages.limits(), self.hand_in, self.stopping)
            self.pool.submit(trip.run)

    def hand_in(self, result: Result) -> None:
        """Called by trips. Whoever collects is woken for a batch and not for each result: two threads that take turns cost more
        than the result."""
        self.results.append(result)
        if isinstance(result, Politeness):
            with self.lock:
                self.away -= 1
        if self.away <= self.few or len(self.results) >= BATCH:
            self.bell.set()

    def collect(self, few: int) -> list[Result]:
        """The next batch: a full one, or after a moment what there is, or the last when no trip is away any more. `strike` it
        when it is written.

        Empty when no more than `few` trips are away: then more may be leased first.
        """
        ends = time.monotonic() + SOON
        self.few = few
        while True:
            self.bell.clear()
            left = ends - time.monotonic()
            if len(self.results) >= BATCH or not self.away or left <= 0:
                return list(itertools.islice(self.results, BATCH))
            if self.away <= few:
                return []
            self.bell.wait(left)

    def strike(self, batch: Sequence[Result]) -> None:
        """Forget a batch that was written."""
        for _ in batch:
            self.results.popleft()

    @property
    def held(self) -> list[Lease]:
        """The leases of what was handed in and not written."""
        results = list(self.results)
        return [
            one.errand.lease if isinstance(one, Visit) else one for one in results if not isinstance(one, Politeness)
        ]


def check_due(
    limit: int | None = None,
    *,
    policy: Policy | None = None,
    source_ids: Sequence[int] | None = None,
    seconds: float | None = None,
    stopping: threading.Event | None = None,
    watch: Callable[[Tally, int], None] | None = None,
) -> Tally:
    """Read the sources that are due, at most `limit` of them and for about `seconds`; what was done.

    Ends when nothing can be leased: what is due at a host that wants a pause is left for the next call. `stopping` ends it
    early: visits under way are finished, the other leases are given back. `watch` gets the tally and the number of trips away.
    A database that goes away is waited for; when that takes too long its error is raised, and no source counts as the cause.
    """
    _keep_what_is_loaded()
    tally = Tally()
    ends = time.monotonic() + seconds if seconds is not None else None
    with ThreadPoolExecutor(THREADS, thread_name_prefix="visit") as pool:
        crew = Crew(policy or pages.policy(), stopping or threading.Event(), pool)
        try:
            _run(crew, tally, limit, source_ids, ends, watch)
        except BaseException as problem:
            crew.stopping.set()
            _excuse(crew, problem)
            pool.shutdown()
            _excuse(crew, problem)  # also what the trips handed in that were still away
            raise
    return tally


def _excuse(crew: Crew, problem: BaseException) -> None:
    """Return the leases of what could not be written when the database is the reason, lest sound sources be taken for poison.

    Their hosts keep theirs, so that nobody asks for the same pages again before that ends.
    """
    held = crew.held
    if not is_away(problem) or not held:
        return
    try:
        schedules.give_back(held, {lease.host_id for lease in held})
    except AWAY as again:
        log.warning("%s leases could not be returned: %s", len(held), line(again))


@functools.cache
def _keep_what_is_loaded() -> None:
    """Tell the garbage collector not to look through what the process has loaded by now, which stays anyway."""
    gc.collect()
    gc.freeze()


def _run(
    crew: Crew,
    tally: Tally,
    limit: int | None,
    source_ids: Sequence[int] | None,
    ends: float | None,
    watch: Callable[[Tally, int], None] | None,
) -> None:
    leased, next_look, trail = 0, 0.0, Trail()
    while True:
        found: list[Lease] = []
        now = time.monotonic()
        if crew.asked.is_set():
            crew.stopping.set()
        wanted = BATCH if limit is None else min(BATCH, limit - leased)
        is_over = crew.stopping.is_set() or wanted <= 0 or (ends is not None and now >= ends)
        if not is_over and crew.away < READY and now >= next_look:
            found = _lease(crew, wanted, source_ids, trail)
            leased += len(found)
            _send(crew, found)
            next_look = now if found else now + LOOK
        batch = crew.collect(0 if is_over or now < next_look else READY - 1)
        if batch:
            _write_steadily(crew, batch, tally)
            if crew.suspect in {one.host_id for one in batch if isinstance(one, Politeness)}:
                crew.suspect = None
            next_look = now
        if watch is not None:
            watch(tally, crew.away)
        if not (crew.away or crew.results or found or batch):
            return


def _lease(crew: Crew, wanted: int, source_ids: Sequence[int] | None, trail: Trail) -> list[Lease]:
    suspects = 1 if crew.suspect is None else 0
    return steadily(lambda: schedules.lease(wanted, source_ids=source_ids, trail=trail, suspects=suspects))


def _send(crew: Crew, leases: list[Lease]) -> None:
    """Visit leased sources; those that nobody asks for any more are put to rest."""
    if not leases:
        return
    try:
        asked = steadily(lambda: errands(leases))
        idle = [errand.lease for errand in asked if not errand.questions]
        wanted = [errand for errand in asked if errand.questions]
        if idle:
            steadily(lambda: schedules.rest(idle, {errand.lease.host_id for errand in wanted}))
    except AWAY:
        crew.results.extend(leases)
        raise
    crew.send(wanted)


def _write_steadily(crew: Crew, batch: Sequence[Result], tally: Tally) -> None:
    """Write a batch, and wait for a database that is away as long as the first lease in it lets us."""
    ends = min((lease.ends for lease in crew.held), default=math.inf) - EARLIER
    steadily(functools.partial(_write, batch, tally), ends)
    crew.strike(batch)


def _write(batch: Sequence[Result], tally: Tally) -> None:
    visits = [one for one in batch if isinstance(one, Visit)]
    polite = [one for one in batch if isinstance(one, Politeness)]
    unused = [one for one in batch if isinstance(one, Lease)]
    if unused:
        # Their hosts are let go by the politeness of their trip, which knows what pause they want.
        schedules.give_back(unused, {lease.host_id for lease in unused})
    if visits or polite:
        _write_found(visits, polite, tally)


def _write_found(visits: Sequence[Visit], polite: Sequence[Politeness], tally: Tally) -> None:
    """Write what was found, together or, when something in it cannot be written, each by itself: what breaks keeps its lease,
    so that it counts towards quarantine, and the others lose nothing."""
    try:
        tally.add(findings.write(visits, polite))
    except Exception as problem:
        if is_away(problem):
            raise
        if len(visits) + len(polite) == 1:
            log.exception("what was found at one source or host cannot be written")
            return
        for visit in visits:
            _write_found([visit], [], tally)
        for one in polite:
            _write_found([], [one], tally)


def tidy() -> int:
    """Quarantine the sources that end every worker, and recall dates that a wrong clock left far ahead; how many of both."""
    with transaction.atomic():
        now = schedules.database_now()
        poison = schedules.quarantine(now)
        alerts.open_all([alerts.on_quarantine(row, now) for row in poison])
        return len(poison) + clocks.recall(now)
