"""Re-checking measured: `python -m bench.recheck [--pages N] [--rows N]` prints a table for docs/benchmarks.md.

Ratios, side by side in one run: the loop and what it is compared with take turns, the first round is dropped, and the range
over the rounds is told. What both read is compared before it counts. It needs a PostgreSQL (DATABASE_URL or one to start) and
makes a database of its own there.
"""

import argparse
import json
import os
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit, urlunsplit

import psycopg
import urllib3

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 8
HOSTS = 50


class Took(NamedTuple):
    """Seconds on the clock, and seconds of this process's processor time: the second hardly depends on the machine's load."""

    clock: float
    cpu: float

    @classmethod
    def now(cls) -> "Took":
        return cls(time.perf_counter(), time.process_time())

    def __sub__(self, other: "Took") -> "Took":
        return Took(self.clock - other.clock, self.cpu - other.cpu)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def page_server() -> Iterator[str]:
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "bench.pages", str(port)], cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


@contextmanager
def database(folder: Path) -> Iterator[str]:
    """A migrated database of its own."""
    from tests import servers

    server = servers.database(folder)
    parts = urlsplit(server)
    name = f"bench_{os.getpid()}"
    place = urlunsplit(("postgresql", parts.netloc, "/postgres", "", ""))
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[call-overload]
    try:
        yield urlunsplit(("postgres", parts.netloc, f"/{name}", "", ""))
    finally:
        with psycopg.connect(place, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[call-overload]


def fill(base: str, kind: str, count: int, *, wait: int = 0) -> list[int]:
    """Sources with a claim each; due, and without politeness. Their ids."""
    from decimal import Decimal

    from django.utils import timezone

    from claims.models import Anchor, Claim, Evidence, Figure, Host, Schedule, Source
    from claims.services import articles

    text = "Serangan itu menewaskan sekitar 1.000 orang di Israel."
    article = articles.ingest(f"{text}\n{kind}{wait}{count}", articles.Origin(language="id")).article
    claims = Claim.objects.bulk_create([Claim(article=article, kind="figure") for _ in range(count)])
    reading = {"value": Decimal(1000), "bound": "about", "counted": "orang", "event": "killed", "place": "Israel"}
    Figure.objects.bulk_create([Figure(claim=claim, number_start=0, number_end=1, **reading) for claim in claims])
    where = {"version": article.current, "start": 24, "end": 44, "exact": text[24:44]}
    Anchor.objects.bulk_create([Anchor(claim=claim, **where) for claim in claims])
    hosts = [Host.objects.get_or_create(name=f"bench{n}", defaults={"crawl_delay": 0})[0] for n in range(HOSTS)]
    first = Source.objects.count()
    pages = Source.objects.bulk_create([Source(url=f"{base}/{kind}/1/{first + n}/{wait}") for n in range(count)])
    locator = "json:/toll/killed" if kind == "json" else ""
    Evidence.objects.bulk_create(
        [Evidence(claim=claim, source=page, locator=locator) for claim, page in zip(claims, pages, strict=True)]
    )
    now = timezone.now()
    Schedule.objects.bulk_create(
        [Schedule(source=page, host=hosts[n % HOSTS], next_check_at=now) for n, page in enumerate(pages)]
    )
    return [page.pk for page in pages]


def turn_to(ids: list[int], base: str, kind: str, turn: int, wait: int = 0) -> list[str]:
    """The sources' addresses say another turn, and all are due; the addresses."""
    from django.utils import timezone

    from claims.models import Schedule, Source

    pages = list(Source.objects.filter(pk__in=ids).order_by("pk"))
    for page in pages:
        page.url = f"{base}/{kind}/{turn}/{page.url.split('/')[-2]}/{wait}"
    Source.objects.bulk_update(pages, ["url"], batch_size=500)
    Schedule.objects.filter(pk__in=ids).update(next_check_at=timezone.now())
    return [page.url for page in pages]


def recheck(ids: list[int]) -> Took:
    """What one worker process took for these sources, everything included but the sandbox's child."""
    from claims.services import checks

    before = Took.now()
    tally = checks.check_due(source_ids=ids)
    took = Took.now() - before
    assert tally.sources == len(ids), tally
    assert not tally.failed, tally
    return took


def streamed(urls: list[str], then: Callable[[bytes, str], Any] | None = None) -> Took:
    """What a bare streaming fetch of the pages by urllib3 took, one connection kept."""
    pool = urllib3.PoolManager(maxsize=1)
    before = Took.now()
    for url in urls:
        answer = pool.request("GET", url, preload_content=False)
        body = b"".join(answer.stream(65536))
        answer.release_conn()
        if then is not None:
            then(body, answer.headers["content-type"])
    return Took.now() - before


def gateway(urls: list[str]) -> float:
    """Seconds of our gateway and sandbox for the pages."""
    from claims import fetching, sandbox
    from claims.services import pages

    policy, limits = pages.policy(), pages.limits()
    started = time.perf_counter()
    for url in urls:
        found = fetching.fetch(url, policy=policy, limits=limits)
        assert sandbox.read(found.body, found.media_type or "", charset=found.charset).outcome == "ok"
    return time.perf_counter() - started


def in_process(body: bytes, media_type: str) -> None:
    from claims.readers import reading

    assert reading.read(body, media_type, charset="utf-8")["outcome"] == "ok"


def sandboxed(body: bytes, media_type: str) -> None:
    from claims import sandbox

    assert sandbox.read(body, media_type, charset="utf-8").outcome == "ok"


def ranged(ratios: list[float]) -> str:
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"


def line(name: str, goal: str, found: str, more: str = "") -> None:
    print(f"| {name} | {goal} | {found} | {more} |", flush=True)


Rounds = list[tuple[Took, Took]]


def loop_against_fetch(base: str, kind: str, count: int, *, unchanged: str = "") -> Rounds:
    """What the loop and a bare fetch of the same pages took, round by round."""
    from claims.models import Check

    ids = fill(base, kind, count)
    rounds = []
    if unchanged:
        recheck(ids)
    for number in range(1, ROUNDS + 1):
        turn = {"": number, "hash": 1, "304": 0}[unchanged]
        urls = turn_to(ids, base, kind, turn)
        if unchanged == "304" and number == 1:
            recheck(ids)
            turn_to(ids, base, kind, turn)
        loop = recheck(ids)
        rounds.append((loop, streamed(urls, sandboxed if kind == "html" and not unchanged else None)))
        newest = Check.objects.filter(evidence__source__in=ids).order_by("-pk")[:count]
        if not unchanged:
            assert {int(check.reading.value) for check in newest if check.reading} == {1000 + turn}
    return rounds[1:]


def told(name: str, goal: str, rounds: Rounds, count: int, *, slower: bool = False) -> None:
    """One line: the ratio on the clock, the ratio of processor time, and the times of one source."""
    ratios = [[loop[n] / bare[n] if slower else bare[n] / loop[n] for loop, bare in rounds] for n in (0, 1)]
    each = [statistics.median(side[1] for side in sides) / count * 1000 for sides in zip(*rounds, strict=True)]
    rate = count / statistics.median(loop.clock for loop, _ in rounds)
    more = f"processor time: {ranged(ratios[1])}, {each[0]:.2f} ms against {each[1]:.2f} ms; {rate:.0f}/s"
    line(name, goal, ranged(ratios[0]), more)


def speed(base: str, count: int) -> None:
    """P11."""
    for kind in ("json", "text"):
        told(f"P11 {kind}, changed", "≥ 0.25 × bare fetch", loop_against_fetch(base, kind, count), count)
    for how in ("hash", "304"):
        rounds = loop_against_fetch(base, "json", count, unchanged=how)
        told(f"P11 unchanged ({how})", "≥ 0.5 × bare fetch", rounds, count)
    few = max(50, count // 4)
    told("P11 HTML, changed", "≤ 1.5 × fetch + reader", loop_against_fetch(base, "html", few), few, slower=True)


def two_workers(base: str, count: int, url: str) -> None:
    """P12: pages that take 20 ms, as in life; one process, then two."""
    ids = fill(base, "json", count, wait=20)
    took = {}
    for workers in (1, 2):
        turn_to(ids, base, "json", workers, wait=20)
        share = [ids[n::workers] for n in range(workers)]
        command = [sys.executable, "-m", "bench.recheck", "--only"]
        started = time.perf_counter()
        running = [
            subprocess.Popen([*command, json.dumps(part)], cwd=ROOT, stdout=subprocess.PIPE, stdin=subprocess.PIPE)
            for part in share
        ]
        for process in running:
            assert process.stdout is not None
            process.stdout.readline()
        started = time.perf_counter()
        for process in running:
            process.communicate(b"go\n")
        took[workers] = time.perf_counter() - started
    line(
        "P12 two workers",
        "≥ 1.8 × one",
        f"{took[1] / took[2]:.2f}",
        f"{count / took[1]:.0f}/s, {count / took[2]:.0f}/s",
    )


def schedules_of(rows: int) -> None:
    """A schedule table of so many rows, 2,000 of them due, over 97 hosts; without sources, which a lease never looks at."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE claims_schedule SET (autovacuum_enabled = off)")
        cursor.execute("TRUNCATE claims_host, claims_schedule CASCADE")
        cursor.execute(
            "SELECT conname FROM pg_constraint WHERE conrelid = 'claims_schedule'::regclass AND contype = 'f'"
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f'ALTER TABLE claims_schedule DROP CONSTRAINT "{name}"')
        cursor.execute(
            "INSERT INTO claims_host (id, uid, row_version, updated_at, name, crawl_delay, robots, failures, last_error)"
            " SELECT n, gen_random_uuid(), 0, now(), 'host' || n, 0, '', 0, '' FROM generate_series(1, 97) n"
        )
        cursor.execute(
            "INSERT INTO claims_schedule (source_id, host_id, state, next_check_at, every, least, most, seq, attempt,"
            " misses, last_fetched) SELECT n, n %% 97 + 1, 'active', now() + CASE WHEN n %% (%s / 2000) = 0"
            " THEN interval '-1 hour' ELSE interval '1 day' * (1 + n %% 60) END, 21600, 3600, 7776000, 0, 0, 0, ''"
            " FROM generate_series(1, %s) n",
            [rows, rows],
        )
        cursor.execute("VACUUM ANALYZE claims_schedule")
        cursor.execute("VACUUM ANALYZE claims_host")


def due_queries(rows: list[int]) -> None:
    """P13 and P14."""
    from claims.models import Schedule
    from claims.services import schedules

    asked: dict[int, float] = {}
    for count in rows:
        schedules_of(count)
        now = schedules.database_now()
        query = Schedule.objects.due(now).order_by("next_check_at").values_list("pk", flat=True)[:500]
        times = []
        for _ in range(30):
            started = time.perf_counter()
            found = list(query.all())
            times.append(time.perf_counter() - started)
            assert len(found) == 500
        asked[count] = min(times)
        leases = []
        for _ in range(5):
            started = time.perf_counter()
            found = schedules.lease(500)
            leases.append(time.perf_counter() - started)
            assert len(found) == 500, len(found)
            hosts = len({lease.host_id for lease in found})
            schedules.give_back(found)
        line(
            f"P14 lease at {count:,} rows",
            "≤ 25 ms",
            f"{min(leases) * 1000:.1f}–{max(leases) * 1000:.1f} ms",
            f"500 of {hosts} hosts; 500 due ids in {asked[count] * 1000:.2f} ms",
        )
    ratio = asked[rows[-1]] / asked[rows[0]]
    line("P13 due query", "≤ 1.25 ×", f"{ratio:.2f}", f"{rows[-1]:,} rows against {rows[0]:,}")


def leases_a_second() -> None:
    """P15: lease and settle in batches of 100, without pages."""
    from django.db import transaction
    from django.utils import timezone

    from claims.models import Schedule
    from claims.services import schedules
    from claims.services.schedules import Next, Politeness

    schedules_of(20_000)
    Schedule.objects.update(next_check_at=timezone.now())
    done, before = 0, Took.now()
    while leases := schedules.lease(100):
        with transaction.atomic():
            ours = schedules.held(leases)
            nexts = [Next(lease, 3600.0, 3600, 0, "ok", None) for lease in leases if lease.source_id in ours]
            hosts = {lease.host_id: lease.token for lease in leases}
            schedules.settle(nexts, [Politeness(host, token, 0.0) for host, token in hosts.items()])
        done += len(leases)
    took = Took.now() - before
    assert done == 20_000
    more = f"batches of 100, 20 sources a host; {took.cpu / done * 1e6:.0f} µs of processor time in the worker each"
    line("P15 lease + settle, one process", "≥ 25,000/s", f"{done / took.clock:,.0f}/s", more)


def safety(base: str, count: int) -> None:
    """P25."""
    for kind in ("html", "json"):
        urls = [f"{base}/{kind}/7/{n}/0" for n in range(count)]
        ratios = [gateway(urls) / streamed(urls, in_process).clock for _ in range(ROUNDS)][1:]
        line(f"P25 safety, {kind}", "≤ 1.5 × bare fetch + parse", ranged(ratios))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=400, help="pages a round")
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows of the largest schedule table")
    parser.add_argument("--only", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.only:
        import django

        django.setup()
        from claims import sandbox

        sandbox.read(b"{}", "application/json")
        print("ready", flush=True)
        sys.stdin.readline()
        recheck(json.loads(asked.only))
        return
    with tempfile.TemporaryDirectory() as folder, page_server() as base:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "project.settings",
            "SECRET_KEY": secrets.token_urlsafe(50),
            "CLAIMS_ALLOWED_NETWORKS": "127.0.0.1/32",
            "CLAIMS_ALLOWED_PORTS": str(urlsplit(base).port),
            "LOG_LEVEL": "WARNING",
        }
        with database(Path(folder)) as url:
            os.environ["DATABASE_URL"] = url
            measure(base, url, asked)


def measure(base: str, url: str, asked: argparse.Namespace) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connections

    call_command("migrate", verbosity=0)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {asked.pages} pages of 10 KB a round\n")
    print("| what | goal | found: median (least–most) | |\n|---|---|---|---|")
    speed(base, asked.pages)
    two_workers(base, asked.pages, url)
    safety(base, asked.pages // 2)
    due_queries([10_000, 100_000, asked.rows] if asked.rows > 100_000 else [10_000, asked.rows])
    leases_a_second()
    connections.close_all()


if __name__ == "__main__":
    main()
