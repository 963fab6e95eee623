"""Re-check sources without a queue: once, or for as long as it is let."""

import signal
import threading
import time
from argparse import ArgumentParser
from collections import deque
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, InterfaceError, close_old_connections
from django.db.models import Q

from claims.models import Source
from claims.services import checks, deliveries, health, jobs, schedules
from claims.services.findings import Tally

LEAST_WAIT = 0.05
REDRAW = 0.5
"""Seconds between two pictures of the live view."""

CLEAR = "\x1b[H\x1b[2J"


class Command(BaseCommand):
    """Exit codes: 0 done; 1 nothing matches --source. --watch ends on Ctrl-C or SIGTERM: what is on its way is finished."""

    help = "Read the sources that are due. With --watch: a whole worker without a queue (checks, jobs, alerts)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--watch", action="store_true", help="keep on, with a live view in a terminal")
        parser.add_argument("--limit", type=int, help="read at most so many sources")
        parser.add_argument("--source", help="read this source (address or identifier) now, whether it is due or not")

    def handle(self, *args: Any, **options: Any) -> None:
        source_ids = None
        if options["source"]:
            source_ids = [self._source(options["source"]).pk]
            schedules.due_now(source_ids)
        if options["watch"]:
            Watch(self, options["limit"], source_ids).run()
            return
        checks.tidy()
        tally = checks.check_due(options["limit"], source_ids=source_ids)
        deliveries.deliver_due()
        self.stdout.write(summary(tally))

    def _source(self, word: str) -> Source:
        try:
            known = Q(uid=UUID(word))
        except ValueError:
            known = Q(url=word)
        source = Source.objects.filter(known).first()
        if source is None:
            raise CommandError(f"no source {word}")
        return source


class Watch:
    """The endless loop, and its picture: redrawn in a terminal, one line for each round elsewhere."""

    def __init__(self, command: Command, limit: int | None, source_ids: list[int] | None) -> None:
        self.out = command.stdout
        self.is_live = command.stdout.isatty()
        self.limit = limit
        self.source_ids = source_ids
        self.stopping = threading.Event()
        self.total = Tally()
        self.rates: deque[tuple[float, int]] = deque(maxlen=120)
        self.drawn = 0.0

    def run(self) -> None:
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: self.stopping.set())
        self._say("watching; Ctrl-C ends it")
        while not self.stopping.is_set() and not self._is_done():
            self._round()
        self.out.write(f"ended: {summary(self.total)}")

    def _is_done(self) -> bool:
        return self.limit is not None and self.total.sources >= self.limit

    def _round(self) -> None:
        """One round of everything that may be due. A database that is away is waited for, here for as long as it takes."""
        wait = 1.0
        try:
            close_old_connections()
            checks.tidy()
            left = None if self.limit is None else self.limit - self.total.sources
            tally = checks.check_due(
                left, source_ids=self.source_ids, seconds=10, stopping=self.stopping, watch=self._during
            )
            self._add(tally)
            deliveries.deliver_due(stopping=self.stopping)
            for job_id in jobs.waiting():
                jobs.run(job_id)
            wait = self._wait()
            self._draw(0)
        except (DatabaseError, InterfaceError) as problem:
            self._say(f"the database does not answer: {problem}".strip())
        self.stopping.wait(wait)

    def _wait(self) -> float:
        """Seconds until something may be done: no longer than a poll, so that what others make due is seen."""
        ahead = health.next_leasable_in(schedules.database_now())
        poll = float(settings.CLAIMS_POLL_SECONDS)
        return poll if ahead is None else min(max(ahead, LEAST_WAIT), poll)

    def _add(self, tally: Tally) -> None:
        self.total.add(tally)
        if tally.sources or tally.failed:
            self.rates.append((time.monotonic(), tally.sources))
            if not self.is_live:
                self._say(summary(tally))

    def _say(self, line: str) -> None:
        """At once, also where a pipe or a file would keep it until there is more."""
        self.out.write(line)
        self.out.flush()

    def _during(self, tally: Tally, away: int) -> None:
        if time.monotonic() - self.drawn >= REDRAW:
            self._draw(away, tally.sources)

    def _draw(self, away: int, more: int = 0) -> None:
        if not self.is_live:
            return
        self.drawn = time.monotonic()
        self.out.write(CLEAR + picture(health.overview(), self.total, more, away))


def summary(tally: Tally) -> str:
    """A tally in one line."""
    words = [f"{tally.sources} sources read", f"{tally.checks} checks", f"{tally.alerts} alerts opened"]
    words += [f"{tally.failed} failed"] if tally.failed else []
    words += [f"{tally.fenced} thrown away"] if tally.fenced else []
    return ", ".join(words)


def picture(now: health.Overview, total: Tally, more: int, away: int) -> str:
    """The live view: counts, hosts in trouble, the newest checks."""
    lines = [
        f"Re-checking at {now.now:%Y-%m-%d %H:%M:%S} UTC     since the start: {summary(total)}",
        "",
        f"  due {now.due:>7,}   late {now.late:>7,}   leased {now.running:>5,}   waiting for their host {now.waiting_for_host:>5,}",
        f"  here: {away} visits on their way, {more} sources read in this round",
        f"  quarantined {now.quarantined}   paused {now.paused}   jobs {now.jobs}   alerts to send {now.deliveries}",
        f"  next due: {now.next_check_at:%Y-%m-%d %H:%M:%S}" if now.next_check_at else "  nothing is coming",
    ]
    if now.standing_still:
        lines += ["", f"  ! {now.standing_still}"]
    if now.failing:
        lines += ["", "Hosts in trouble"]
        lines += [f"  {host.name:<40} {host.failures:>3} in a row   {host.last_error[:60]}" for host in now.failing[:6]]
    if now.resting:
        lines += ["", "Hosts that want to be left alone"]
        lines += [f"  {host.name:<40} until {host.next_allowed_at:%Y-%m-%d %H:%M:%S}" for host in now.resting[:6]]
    if now.recent:
        lines += ["", "Newest checks"]
        lines += [
            f"  {check.checked_at:%H:%M:%S}  {check.finding or check.snapshot.fetched:<13} {check.evidence.source.url[:70]}"
            for check in now.recent[:10]
        ]
    return "\n".join(lines)
