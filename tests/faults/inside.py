"""What runs inside the processes of the fault tests: `python -m tests.faults.inside COMMAND JSON` prints JSON lines.

populate    rows for many due sources          audit     the four counts, and how much there is
crowd       many hand in one article at once    churn     leases taken and given back
jostle      leases taken by many at once on few hosts
work        workers that are forked again whenever one dies, each armed with the fault asked for

A fault is put around a named function from outside, here; the program has no hook for it.
"""

import contextlib
import fcntl
import importlib
import itertools
import json
import os
import random
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import django
import time_machine

# name → the function, and when relative to it: before, after, or inside (its transaction not yet committed)
POINTS = {
    "lease-uncommitted": ("claims.services.schedules:lease", "inside"),
    "lease-committed": ("claims.services.schedules:lease", "after"),
    "connect": ("claims.services.visits:fetch", "before"),
    "first-byte": ("claims.fetching.gateway:read_head", "after"),
    "parse-begun": ("claims.sandbox:read", "before"),
    "parse-ended": ("claims.sandbox:read", "after"),
    "complete-uncommitted": ("claims.services.findings:_tell_claims", "after"),
    "complete-committed": ("claims.services.findings:write", "after"),
    "delivery-begun": ("claims.services.deliveries:send", "before"),
    "delivery-sent": ("claims.services.deliveries:send", "after"),
    "delivery-marked": ("claims.services.deliveries:mark", "after"),
    "write-begun": ("claims.services.findings:write", "before"),
}
WORDS = "“Jumlah ini masih dapat berubah,”"
TEXT = f"{WORDS} kata juru bicara Rina Wibowo di Jakarta.\n"


def say(**told: Any) -> None:
    os.write(1, (json.dumps(told, default=str) + "\n").encode())


def populate(sources: int, hosts: list[str], delay: int = 0, path: str = "/talk?n=", poison: int = 0) -> None:
    """Due sources, each with a claim of its own, spread over the hosts. Odd numbers have another page than the claim says."""
    from django.utils import timezone

    from claims.models import Anchor, Claim, Evidence, Host, Quote, Schedule, Source
    from claims.services import articles

    article = articles.ingest(TEXT, articles.Origin(url="https://news.example/1", language="id")).article
    version = article.current
    claims = Claim.objects.bulk_create([Claim(article=article, kind="quote") for _ in range(sources)])
    Quote.objects.bulk_create([Quote(claim=claim, parts=[[0, len(WORDS)]]) for claim in claims])
    Anchor.objects.bulk_create(
        [Anchor(claim=claim, version=version, start=0, end=len(WORDS), exact=WORDS) for claim in claims]
    )
    rows = Host.objects.bulk_create([Host(name=host, crawl_delay=delay) for host in hosts])
    urls = [
        f"http://{rows[number % len(rows)].name}{'/poison?n=' if number < poison else path}{number}"
        for number in range(sources)
    ]
    pages = Source.objects.bulk_create([Source(url=url) for url in urls])
    Evidence.objects.bulk_create(
        [Evidence(claim=claim, source=page) for claim, page in zip(claims, pages, strict=True)]
    )
    first = timezone.now() - timedelta(hours=1)
    Schedule.objects.bulk_create(
        [
            Schedule(source=page, host=rows[number % len(rows)], next_check_at=first + timedelta(milliseconds=number))
            for number, page in enumerate(pages)
        ]
    )
    say(sources=len(pages))


def write(count: int, url: str) -> None:
    """What an editor does in a request, `count` times: an article, a claim, a source, a wake-up. Says how long each took, how
    much of it was for asking the broker, and how often it was asked."""
    from django.db import transaction

    from claims import tasks
    from claims.models import Anchor, Claim, Quote
    from claims.services import articles, evidence

    ask, asking, took = tasks._ask, [], []

    def asked(question: Any) -> Any:
        started = time.monotonic()
        try:
            return ask(question)
        finally:
            asking[-1].append(time.monotonic() - started)

    tasks._ask = asked
    for number in range(count):
        asking.append([])
        started = time.monotonic()
        article = articles.ingest(f"{TEXT}{url}{number}", articles.Origin(url=f"{url}{number}", language="id")).article
        with transaction.atomic():
            claim = Claim.objects.create(article=article, kind="quote")
            Quote.objects.create(claim=claim, parts=[[0, len(WORDS)]])
            Anchor.objects.create(claim=claim, version=article.current, start=0, end=len(WORDS), exact=WORDS)
            evidence.attach(claim, url=f"{url}{number}")
            tasks.wake(tasks.check_due)
        took.append(time.monotonic() - started)
    say(took=took, asking=[sum(times) for times in asking], asked=[len(times) for times in asking])


def wake(times: int) -> None:
    """The same wake-up many times over."""
    from claims import tasks

    for _ in range(times):
        tasks.check_due.apply_async()
    say(sent=times)


def crowd(count: int) -> None:
    """One article handed in by many at the same moment. Says which articles they were given, and how many were new."""
    from django.db import connections

    from claims.services import articles, extractions

    together = threading.Barrier(count)

    def hand_in(_number: int) -> tuple[int, bool]:
        try:
            together.wait()
            given = articles.ingest(TEXT, articles.Origin(url="https://news.example/crowd", language="id"))
            extractions.extract(given.article)
            return given.article.pk, given.is_new
        finally:
            connections.close_all()

    with ThreadPoolExecutor(count) as many:
        given = list(many.map(hand_in, range(count)))
    say(articles=sorted({article for article, _is_new in given}), new=sum(is_new for _article, is_new in given))


def churn(rounds: int) -> None:
    """Sources leased and made due anew behind all others, 50 at a time. Says the seconds of each lease, in order."""
    from claims.models import Host, Schedule
    from claims.services import schedules
    from claims.services.looks import Trail

    trail = Trail()
    free: dict[str, Any] = {"lease_token": None, "lease_until": None}
    took, leases = [], 0
    for _ in range(rounds):
        started = time.monotonic()
        held = schedules.lease(50, trail=trail)
        took.append(time.monotonic() - started)
        ids = [lease.source_id for lease in held]
        Schedule.objects.filter(pk__in=ids).update(attempt=0, next_check_at=schedules.database_now(), **free)
        Host.objects.filter(pk__in={lease.host_id for lease in held}).update(**free)
        leases += len(held)
    say(took=took, leases=leases)


def jostle(seconds: float, least: int, folder: str) -> None:
    """Lease what is always due, mark each host as being in use by a lock on a file, end the leases, for so many seconds and
    until so many sources were read. Says how many, and how often a host was in other hands too."""
    from django.db import transaction

    from claims.services import schedules
    from claims.services.looks import Trail
    from claims.services.schedules import Next, Politeness

    trail, done, doubled = Trail(), 0, 0
    ends = time.monotonic() + seconds
    while time.monotonic() < ends or done < least:
        leases = schedules.lease(random.choice((1, 5, 30)), trail=trail)
        hosts = {lease.host_id: lease.token for lease in leases}
        with contextlib.ExitStack() as files:
            for host in hosts:
                file = files.enter_context((Path(folder) / str(host)).open("a"))
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    doubled += 1
            time.sleep(random.random() / 200)  # as long as the others may find it so
        if random.random() < 0.1:
            schedules.give_back(leases)
            continue
        with transaction.atomic():
            nexts = [Next(lease, -1.0, 3600, 0, "ok", None) for lease in leases]
            ours = schedules.settle(nexts, [Politeness(host, token, 0.0) for host, token in hosts.items()])
        done += len(ours)
    say(done=done, doubled=doubled)


def audit(sent: list[str] | None = None) -> None:
    """The faults found, and counts of everything."""
    from django.db.models import Max

    from claims.models import Alert, Check, Delivery, Schedule, Snapshot
    from claims.services import audits

    faults = audits.audit(sent)
    schedules = Schedule.objects.all()
    say(
        faults=[f"{fault.kind}: {fault.count} {fault.meaning}" for fault in faults],
        checks=Check.objects.count(),
        found=Check.objects.exclude(finding="").count(),
        snapshots=Snapshot.objects.count(),
        seqs=sorted(set(schedules.values_list("seq", flat=True))),
        alerts=Alert.objects.filter(rule="finding").count(),
        sent=Delivery.objects.filter(state="sent").count(),
        pending=Delivery.objects.filter(state="pending").count(),
        quarantined=schedules.filter(state="quarantined").count(),
        attempts=schedules.aggregate(most=Max("attempt"))["most"],
        leased=schedules.exclude(lease_token=None).count(),
    )


def work(
    workers: int, fault: str = "", do: str = "kill", within: int = 5, poison: bool = False, ahead: Sequence[int] = (0,)
) -> None:
    """Fork workers, and another for each one that dies, until SIGTERM. Says who is born, who died and how.

    `ahead`: by how many seconds their clocks are, in turn.
    """
    clocks = itertools.cycle(ahead)
    # In turn: every point at its first call, then every point at its second.
    faults = itertools.cycle([(name, call) for call in range(1, within + 1) for name in fault.split(",") if name])
    stopping = []
    signal.signal(signal.SIGTERM, lambda *_: stopping.append(True))
    alive: set[int] = set()
    while not stopping:
        while len(alive) < workers:
            alive.add(_fork(next(faults, None), do, poison, next(clocks)))
        _bury(alive)
        time.sleep(0.005)
    asked = 0.0
    while alive:
        if time.monotonic() - asked > 1:  # once more: one that was born a moment before did not listen yet
            asked = time.monotonic()
            for pid in alive:
                os.kill(pid, signal.SIGTERM)
        _bury(alive)
        time.sleep(0.01)


def _fork(fault: tuple[str, int] | None, do: str, poison: bool, ahead: int) -> int:
    pid = os.fork()
    if pid:
        say(born=pid)
        return pid
    try:
        random.seed()
        log = os.open(os.environ["FAULTS_LOG"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.dup2(log, 2)
        os.dup2(log, 1)
        if fault:
            _arm(fault[0], do, fault[1])
        if poison:
            _poison()
        if ahead:
            time_machine.travel(datetime.now(UTC) + timedelta(seconds=ahead)).start()
        from django.core.management import call_command

        call_command("check_due", watch=True)
        os._exit(0)
    except BaseException:  # noqa: BLE001 (a forked child never goes back into its parent's code)
        traceback.print_exc()
        os._exit(1)


def _bury(alive: set[int]) -> None:
    for pid in list(alive):
        found, status = os.waitpid(pid, os.WNOHANG)
        if found:
            alive.discard(pid)
            say(died=pid, status=os.waitstatus_to_exitcode(status))


def _arm(fault: str, do: str, countdown: int) -> None:
    """Put the fault around its function: it strikes at the call of that number, once."""
    place, when = POINTS[fault]
    module_name, name = place.split(":")
    module = importlib.import_module(module_name)
    inner = getattr(module, name)
    left = [countdown]

    def strike() -> None:
        left[0] -= 1
        if left[0] == 0:
            os.write(2, f"struck at {fault}\n".encode())
            os.kill(os.getpid(), signal.SIGKILL if do == "kill" else signal.SIGSTOP)

    def outer(*arguments: Any, **named: Any) -> Any:
        with _around(when) as begun:
            if when == "before":
                strike()
            result = inner(*arguments, **named)
            if when != "before" and begun(result):
                strike()
        return result

    setattr(module, name, outer)


@contextlib.contextmanager
def _around(when: str) -> Iterator[Callable[[Any], bool]]:
    """For "inside": a transaction around the call, so that the fault strikes before its commit."""
    if when != "inside":
        yield lambda _result: True
        return
    from django.db import transaction

    with transaction.atomic():
        yield bool


def _poison() -> None:
    """Whoever reads a page at /poison dies of it."""
    from claims.services import visits

    inner = visits.read_page

    def read_page(errand: Any, fetched: Any) -> Any:
        if "/poison" in fetched.url:
            os.kill(os.getpid(), signal.SIGKILL)
        return inner(errand, fetched)

    visits.read_page = read_page


COMMANDS: dict[str, Callable[..., None]] = {
    command.__name__: command for command in (populate, write, wake, crowd, churn, jostle, audit, work)
}

if __name__ == "__main__":
    django.setup()
    COMMANDS[sys.argv[1]](**json.loads(sys.argv[2]))
