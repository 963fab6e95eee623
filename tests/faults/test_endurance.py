"""Long work: nothing grows, and leases go on under a transaction that nobody ends."""

import statistics
from pathlib import Path

import psycopg
import pytest

from tests.faults.desk import LONG, UNHURRIED, Desk, Workers, awaited, short

pytestmark = pytest.mark.faults
AT_WORK = "claims_schedule WHERE lease_token IS NOT NULL OR next_check_at <= now()"
AGAIN = "UPDATE claims_schedule SET next_check_at = '2020-01-01' WHERE lease_token IS NULL AND next_check_at > now()"
SLOWER = 3
"""Times as long as the first leases the last ones may take."""
SLOPE = 1024
"""KB by which a worker may grow in ten thousand checks."""


def test_leases_under_an_open_transaction(postgresql: Desk) -> None:
    """Dead rows pile up while a transaction stays open. Every lease is full, and none of the later ones is slow: in the
    short form, whose tenths are of six leases each, how slow is told and not asserted."""
    rounds = short(60, 4000)
    postgresql.settings["CLAIMS_POLL_SECONDS"] = (
        "5"  # as in use: how often a worker looks everywhere, over all dead rows
    )
    postgresql.fill(short(400, 5000))
    with psycopg.connect(postgresql.url) as forgotten:
        forgotten.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        forgotten.execute("SELECT count(*) FROM claims_schedule")
        told = postgresql.run("churn", rounds=rounds)
        assert told["leases"] == rounds * 50
        first, last = tenth(told["took"], 0), tenth(told["took"], 9)
        print(
            f"lease p95: {first * 1000:.1f} ms in the first tenth, {last * 1000:.1f} ms in the last, "
            f"the longest of all {max(told['took']) * 1000:.0f} ms"
        )
        assert not LONG or last <= SLOWER * first


def test_a_worker_that_goes_on_and_on(postgresql: Desk) -> None:
    """After many checks a worker holds no more descriptors and hardly more memory than after the first of them."""
    sources, checks = 500, short(1500, 100_000)
    postgresql.settings |= UNHURRIED
    postgresql.fill(sources)
    with postgresql.workers(1) as workers:
        go_on(postgresql, checks // 3)
        before = of_worker(workers)
        go_on(postgresql, checks)
        after = of_worker(workers)
        assert workers.deaths == {}
    grown = after["kb"] - before["kb"]
    print(f"{grown} KB more after {checks - checks // 3} checks, descriptors {before['files']} and {after['files']}")
    assert after["files"] <= before["files"] + 2  # a request for robots.txt or a letter may just be closing
    assert grown <= max(SLOPE * (checks - checks // 3) / 10_000, 8 * 1024)  # a heap's own grain
    assert postgresql.report()["faults"] == []


def go_on(desk: Desk, checks: int) -> None:
    """Until so many checks are written and the worker rests, without a request in flight; what was read is due again at once."""

    def enough() -> bool:
        desk.ask(AGAIN)
        return desk.checked() >= checks

    awaited(enough, 60 + checks / 20)
    awaited(lambda: desk.count(AT_WORK) == 0, 60)


def of_worker(workers: Workers) -> dict[str, int]:
    """Memory and open descriptors of the one worker."""
    (pid,) = workers.alive
    status = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines())
    return {"kb": int(status["VmRSS"].split()[0]), "files": len(list(Path(f"/proc/{pid}/fd").iterdir()))}


def tenth(took: list[float], number: int) -> float:
    """The 95th percentile of one tenth."""
    size = len(took) // 10
    return statistics.quantiles(took[number * size : (number + 1) * size], n=20)[-1]
