"""The check loop: lease, visit, write, until nothing is due. The same loop runs in a queue's worker and in a terminal.

This thread alone talks to the database; visits run in a few threads of their own and hand in what they found.
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
from claims.services.visits import Told, Trip, Visit

BATCH = 200
"""Sources leased at once, and results written at once at most: so many that quick hands have something to do while the database
writes the batch before."""

HANDS = 8
"""Visits at the same time in one process: most of a visit is waiting for the other side."""

READY = 2 * HANDS
"""Trips out or waiting for a hand, below which more is leased: no hand waits for the database."""

SOON = 0.1
"""Seconds a found result waits at most for others to be written with."""

LOOK = 0.25
"""Seconds between two looks for due sources while visits are on their way."""

EARLIER = 1.0
"""Seconds before the end of a lease by which waiting for the database ends: then there is time to return the lease."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Crew:
    """Trips on their way: `away` of them. `told` is what they handed in; it stays there until it is written. `asked` is the
    caller's wish to end; `stopping` is ours and also ends the trips of a round that failed, which the caller may outlive.
    `suspect` is the host with a source that was leased before without an end, as by a worker that died of it: no second one is
    out with it, lest a sound one be taken for poison."""

    policy: Policy
    asked: threading.Event
    hands: ThreadPoolExecutor
    stopping: threading.Event = field(default_factory=threading.Event)
    told: deque[Told] = field(default_factory=deque)
    away: int = 0
    few: int = 0
    suspect: int | None = None
    bell: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def send(self, found: Sequence[Errand]) -> None:
        """Send errands out, those of one host in one hand."""
        by_host: dict[int, list[Errand]] = {}
        for errand in found:
            by_host.setdefault(errand.lease.host_id, []).append(errand)
            if errand.lease.attempt > 1:
                self.suspect = errand.lease.host_id
        with self.lock:
            self.away += len(by_host)
        for group in by_host.values():
            trip = Trip(group, self.policy, pages.limits(), self.tell, self.stopping)
            self.hands.submit(trip.run)

    def tell(self, item: Told) -> None:
        """Where trips hand in. Who collects is woken for a batch, not for each result: two threads that take turns cost more
        than the result."""
        self.told.append(item)
        if isinstance(item, Politeness):
            with self.lock:
                self.away -= 1
        if self.away <= self.few or len(self.told) >= BATCH:
            self.bell.set()

    def collect(self, few: int) -> list[Told]:
        """What is to be written now, and struck when that is done: a batch, or after a moment what there is, or the last when
        nobody is away any more.

        Nothing when no more than `few` trips are away: then more may be leased first.
        """
        ends = time.monotonic() + SOON
        self.few = few
        while True:
            self.bell.clear()
            left = ends - time.monotonic()
            if len(self.told) >= BATCH or not self.away or left <= 0:
                return list(itertools.islice(self.told, min(len(self.told), BATCH)))
            if self.away <= few:
                return []
            self.bell.wait(left)

    def strike(self, news: Sequence[Told]) -> None:
        """These were written."""
        for _ in news:
            self.told.popleft()

    @property
    def held(self) -> list[Lease]:
        """The leases of what was handed in and not written."""
        items = list(self.told)
        return [
            item.errand.lease if isinstance(item, Visit) else item for item in items if not isinstance(item, Politeness)
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
    early: what is on its way comes to its end, the rest is given back. `watch` is told the tally and the trips on their way.
    A database that goes away is waited for; when that takes too long its error is raised, and no source is held to be the cause.
    """
    _keep_what_is_loaded()
    tally = Tally()
    ends = time.monotonic() + seconds if seconds is not None else None
    with ThreadPoolExecutor(HANDS, thread_name_prefix="visit") as hands:
        crew = Crew(policy or pages.policy(), stopping or threading.Event(), hands)
        try:
            _run(crew, tally, limit, source_ids, ends, watch)
        except BaseException as problem:
            crew.stopping.set()
            _excuse(crew, problem)
            hands.shutdown()
            _excuse(crew, problem)  # what those handed in who were still out
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
    """What a process has loaded by its first run stays: its garbage collector need not look through it ever again."""
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
        news = crew.collect(0 if is_over or now < next_look else READY - 1)
        if news:
            _hand_in(crew, news, tally)
            if crew.suspect in {item.host_id for item in news if isinstance(item, Politeness)}:
                crew.suspect = None
            next_look = now
        if watch is not None:
            watch(tally, crew.away)
        if not (crew.away or crew.told or found or news):
            return


def _lease(crew: Crew, wanted: int, source_ids: Sequence[int] | None, trail: Trail) -> list[Lease]:
    suspects = 1 if crew.suspect is None else 0
    return steadily(lambda: schedules.lease(wanted, source_ids=source_ids, trail=trail, suspects=suspects))


def _send(crew: Crew, leases: list[Lease]) -> None:
    """Sources that nobody asks for any more are put to rest; the others are visited."""
    if not leases:
        return
    try:
        asked = steadily(lambda: errands(leases))
        idle = [errand.lease for errand in asked if not errand.questions]
        wanted = [errand for errand in asked if errand.questions]
        if idle:
            steadily(lambda: schedules.rest(idle, {errand.lease.host_id for errand in wanted}))
    except AWAY:
        crew.told.extend(leases)
        raise
    crew.send(wanted)


def _hand_in(crew: Crew, news: Sequence[Told], tally: Tally) -> None:
    """Write it, and wait for a database that is away as long as the first of the leases in hand lets us."""
    ends = min((lease.ends for lease in crew.held), default=math.inf) - EARLIER
    steadily(functools.partial(_enter, news, tally), ends)
    crew.strike(news)


def _enter(news: Sequence[Told], tally: Tally) -> None:
    visits = [item for item in news if isinstance(item, Visit)]
    polite = [item for item in news if isinstance(item, Politeness)]
    unused = [item for item in news if isinstance(item, Lease)]
    if unused:
        # The host is let go by its trip's last word, which knows what pause it wants.
        schedules.give_back(unused, {lease.host_id for lease in unused})
    if visits or polite:
        _write(visits, polite, tally)


def _write(visits: Sequence[Visit], polite: Sequence[Politeness], tally: Tally) -> None:
    """Write a batch. When something in it cannot be written, each by itself: what breaks keeps its lease, so that it counts
    towards quarantine, and the others lose nothing."""
    try:
        tally.add(findings.write(visits, polite))
    except Exception as problem:
        if is_away(problem):
            raise
        if len(visits) + len(polite) == 1:
            log.exception("what was found at one source or host cannot be written")
            return
        for visit in visits:
            _write([visit], [], tally)
        for one in polite:
            _write([], [one], tally)


def tidy() -> int:
    """What no worker does by the way: quarantine what ends every worker, recall what a clock left far ahead."""
    with transaction.atomic():
        now = schedules.database_now()
        poison = schedules.poisonous(now)
        alerts.open_all([alerts.on_quarantine(row, now) for row in poison])
        return len(poison) + clocks.recall(now)
