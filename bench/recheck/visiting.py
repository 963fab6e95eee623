"""What a visit costs, beside a bare fetch of the same page."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import urllib3
from django.conf import settings

from bench.recheck import rows
from bench.recheck.timing import Rounds, Took, line, ranged, told
from claims import fetching, sandbox
from claims.models import Check
from claims.readers import reading
from claims.services import checks, pages

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 8
WAIT = 200
"""Milliseconds in which a page of `workers` answers, as in life: with them one worker leaves the cores most of their time."""


def recheck(ids: list[int]) -> Took:
    """What one worker process took for these sources, everything included but the sandbox's child."""
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
    policy, limits = pages.policy(), pages.limits()
    started = time.perf_counter()
    for url in urls:
        found = fetching.fetch(url, policy=policy, limits=limits, user_agent=settings.CLAIMS_FETCH_AGENT)
        assert sandbox.read(found.body, found.media_type or "", charset=found.charset).outcome == "ok"
    return time.perf_counter() - started


def in_process(body: bytes, media_type: str) -> None:
    assert reading.read(body, media_type, charset="utf-8")["outcome"] == "ok"


def sandboxed(body: bytes, media_type: str) -> None:
    assert sandbox.read(body, media_type, charset="utf-8").outcome == "ok"


def loop_against_fetch(base: str, kind: str, count: int, *, unchanged: str = "") -> Rounds:
    """What the loop and a bare fetch of the same pages took, round by round."""
    ids = rows.fill(base, kind, count)
    rounds = []
    if unchanged:
        recheck(ids)
    for number in range(1, ROUNDS + 1):
        turn = {"": number, "hash": 1, "304": 0}[unchanged]
        urls = rows.turn_to(ids, base, kind, turn)
        if unchanged == "304" and number == 1:
            recheck(ids)
            rows.turn_to(ids, base, kind, turn)
        loop = recheck(ids)
        rounds.append((loop, streamed(urls, sandboxed if kind in {"html", "markup"} else None)))
        newest = Check.objects.filter(evidence__source__in=ids).order_by("-pk").select_related("reading", "snapshot")
        if unchanged:
            assert {check.snapshot.fetched for check in newest[:count]} == {"unchanged"}
        else:
            toll = 1000 + (turn if kind != "markup" else 0)
            assert {check.reading.value for check in newest[:count] if check.reading} == {toll}
    return rounds[1:]


def loop(base: str, count: int) -> None:
    """What a visit to a changed and to an unchanged page costs; HTML beside a fetch that also reads it."""
    for kind in ("json", "text"):
        told(f"{kind}, changed", "≥ 0.25 × bare fetch", loop_against_fetch(base, kind, count), count)
    for how in ("hash", "304"):
        rounds = loop_against_fetch(base, "json", count, unchanged=how)
        told(f"unchanged ({how})", "≥ 0.5 × bare fetch", rounds, count)
    few = max(50, count // 4)
    for kind, name in (("html", "HTML, changed"), ("markup", "HTML, changed beside its text")):
        told(name, "≤ 1.5 × fetch + reader", loop_against_fetch(base, kind, few), few, slower=True)


def workers(base: str, count: int) -> None:
    """Pages that answer after WAIT; one process, then two."""
    ids = rows.fill(base, "json", count, wait=WAIT)
    took = {}
    for number in (1, 2):
        rows.turn_to(ids, base, "json", number, wait=WAIT)
        command = [sys.executable, "-m", "bench.recheck.worker"]
        running = [
            subprocess.Popen(
                [*command, json.dumps(ids[n::number])], cwd=ROOT, stdout=subprocess.PIPE, stdin=subprocess.PIPE
            )
            for n in range(number)
        ]
        for process in running:
            assert process.stdout is not None
            process.stdout.readline()
        started = time.perf_counter()
        for process in running:
            assert process.stdin is not None
            process.stdin.write(b"go\n")
            process.stdin.flush()
        for process in running:
            assert process.stdout is not None
            assert process.stdout.readline() == b"done\n"
        took[number] = time.perf_counter() - started
        for process in running:
            process.communicate()
    rates = ", ".join(f"{count / seconds:.0f}/s" for seconds in took.values())
    line(f"two workers, pages of {WAIT} ms", "≥ 1.8 × one", f"{took[1] / took[2]:.2f}", rates)


def safety(base: str, count: int) -> None:
    """The gateway and the sandbox beside a fetch and a reader without them."""
    for kind in ("html", "json"):
        urls = [f"{base}/{kind}/7/{n}/0" for n in range(count)]
        ratios = [gateway(urls) / streamed(urls, in_process).clock for _ in range(ROUNDS)][1:]
        line(f"safety, {kind}", "≤ 1.5 × bare fetch + parse", ranged(ratios))
