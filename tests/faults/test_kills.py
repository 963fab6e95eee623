"""Workers that are killed: at any time, and at every point where it could hurt. Nothing is lost, nothing done twice."""

import random
import signal
import time
from pathlib import Path

import pytest

from tests.faults.desk import LEASE, UNHURRIED, Desk, awaited, kill, log, short
from tests.faults.inside import POINTS

pytestmark = pytest.mark.faults
DEADLY = [name for name in POINTS if name != "write-begun"]


def test_workers_killed_at_random_lose_and_double_nothing(desk: Desk) -> None:
    """Workers are killed all the time while sources are due."""
    is_small = desk.url.startswith("sqlite")
    sources, kills = (short(600, 1000), short(12, 40)) if is_small else (short(600, 5000), short(30, 200))
    desk.fill(sources)
    killed = 0
    with desk.workers(4) as workers:
        awaited(lambda: len(desk.server.fetches()) > 5, 60)
        while killed < kills and not desk.is_done(sources, delivered=False):
            victim = random.choice(workers.alive or [0])
            if victim:
                kill([victim])
                killed += 1
            time.sleep(random.uniform(0.02, 0.25))
        last_kill = time.monotonic()
        awaited(lambda: desk.is_done(sources), 600 if short(0, 1) else 180)
        print(
            f"{killed} kills, {len(desk.server.fetches()) - sources} of {sources} read again, "
            f"{time.monotonic() - last_kill:.1f} s after the last kill"
        )
    told = desk.assert_exact(sources)
    assert killed >= kills // 2
    assert told["quarantined"] == 0
    assert len(desk.server.fetches()) - sources <= killed * 50


@pytest.mark.parametrize("points", short([DEADLY], [[point] for point in DEADLY]), ids=lambda points: points[0])
def test_a_worker_killed_at_a_named_point_loses_nothing(points: list[str], desk: Desk) -> None:
    """A worker dies at a named point, again and again, until all is done in spite of it.

    In the short form the points take turns.
    """
    deaths = short(12, 50 if desk.url.startswith("postgresql") else 10)
    sources = 100
    desk.fill(sources)
    with desk.workers(2, fault=",".join(points), within=3) as workers:
        awaited(lambda: len(workers.deaths) >= deaths or desk.is_done(sources), 60 + deaths * LEASE)
    with desk.workers(2):
        awaited(lambda: desk.is_done(sources), 90)
    assert workers.deaths
    assert set(workers.deaths.values()) <= {-signal.SIGKILL, 0}
    struck = {line.removeprefix("struck at ") for line in log(desk).splitlines() if line.startswith("struck at ")}
    print(f"{len(workers.deaths)} deaths at {', '.join(sorted(struck))}")
    desk.assert_exact(sources)


def test_a_worker_that_comes_back_from_the_dead(desk: Desk) -> None:
    """A worker is stopped between its fetch and its write until others have done its work; its result is thrown away."""
    rounds = short(2, 100) if desk.url.startswith("postgresql") else short(1, 5)
    desk.settings["LOG_LEVEL"] = "INFO"
    desk.fill(10)
    for number in range(1, rounds + 1):
        rise_again(desk, number)
        (desk.folder / "workers.log").unlink()
        desk.ask("UPDATE claims_schedule SET next_check_at = '2020-01-01 00:00:00'")


def rise_again(desk: Desk, number: int) -> None:
    """One worker fetches and is stopped; others do its work; it goes on, in vain."""
    with desk.workers(1, fault="write-begun", do="stop", within=1) as zombies:
        awaited(lambda: any(state(pid) == "T" for pid in zombies.born), 30)
        zombie = next(pid for pid in zombies.born if state(pid) == "T")
        with desk.workers(1):
            awaited(lambda: desk.checked() >= 10 * number, 30)
        kill([zombie], signal.SIGCONT)
        awaited(lambda: "thrown away" in log(desk), 30)
        zombies.end()
    assert desk.checked() == 10 * number
    assert desk.report()["faults"] == []


def state(pid: int) -> str:
    """The process's state letter: T when it is stopped."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return ""


def test_sources_that_kill_their_reader_are_set_aside(desk: Desk) -> None:
    """Sources that end whoever reads them are set aside after three leases; all others are done."""
    sources, poison = short(40, 1000), short(2, 5)
    desk.settings["CLAIMS_QUARANTINE_AFTER"] = "3"
    desk.fill(sources, poison=poison)
    with desk.workers(2, poison=True) as workers:
        awaited(lambda: desk.count("claims_schedule WHERE state = 'quarantined'") == poison, 90 + LEASE * 3 * poison)
        awaited(lambda: desk.checked() == sources - poison, short(60, 300))
    told = desk.report()
    assert told["faults"] == []
    assert (told["checks"], told["quarantined"]) == (sources - poison, poison)
    assert sum(status == -signal.SIGKILL for status in workers.deaths.values()) <= 3 * poison
    leases = desk.ask("SELECT DISTINCT attempt FROM claims_schedule WHERE state = 'quarantined'")
    assert leases == [(3,)]
    assert desk.count("claims_alert WHERE rule = 'quarantined'") == poison


def test_asked_to_end(desk: Desk) -> None:
    """SIGTERM under load. Workers end in time, and leave no lease and nothing to be read again."""
    sources = short(300, 10_000)
    desk.settings |= UNHURRIED
    desk.fill(sources)
    for _ in range(short(2, 50)):
        if desk.checked() == sources:
            break  # nothing is left to be asked to end in the middle of
        work_and_end(desk, sources)
        told = desk.report()
        assert (told["faults"], told["leased"], told["attempts"]) == ([], 0, 0)
        assert len(desk.server.fetches()) == desk.checked()


def work_and_end(desk: Desk, sources: int) -> None:
    before = desk.checked()
    with desk.workers(2) as workers:
        awaited(lambda: desk.checked() > before or desk.is_done(sources), 60)
        started = time.monotonic()
        workers.end()
        assert time.monotonic() - started < 6 + LEASE
    assert set(workers.deaths.values()) == {0}


def test_how_soon_others_take_over(postgresql: Desk) -> None:
    """With the lease of real use, what a killed worker held is done as soon as its lease is over, 95 s at most."""
    lease = short(LEASE, 90)
    postgresql.settings |= {"CLAIMS_LEASE_SECONDS": str(lease)}
    postgresql.fill(20)
    with postgresql.workers(1, fault="first-byte", within=1) as workers:
        awaited(lambda: workers.deaths, 60)
        died = time.monotonic()
    with postgresql.workers(1):
        awaited(lambda: postgresql.is_done(20), lease + 5)
        print(f"done {time.monotonic() - died:.1f} s after the kill, with leases of {lease} s")
    postgresql.assert_exact(20)
