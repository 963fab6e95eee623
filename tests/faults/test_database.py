"""The database crashes, fills up, takes no more connections or waits for a lock while sources are read: what it acknowledged
is there, the rest is done again, no worker ends."""

import time
from pathlib import Path

import psycopg
import pytest

from tests.faults.cluster import CUT, Cluster
from tests.faults.conftest import migrate
from tests.faults.desk import LEASE, Desk, Server, awaited, log, short

pytestmark = pytest.mark.faults


@pytest.fixture
def clustered(cluster: Cluster, server: Server, tmp_path: Path) -> Desk:
    """A desk on the cluster."""
    migrate(cluster.url("periksa"))
    return Desk(cluster.url("periksa"), server, tmp_path)


def test_a_database_that_crashes_loses_and_doubles_nothing(cluster: Cluster, clustered: Desk) -> None:
    """Ten crashes in the middle of the work. Before and after each of them there is something to do, however fast the
    workers are."""
    desk, crashes, some = clustered, short(3, 10), short(150, 400)
    sources = 2 * crashes * some
    desk.fill(sources)
    desk.ask(PUT_OFF)
    with desk.workers(3) as workers:
        for _ in range(crashes):
            work_and_crash(desk, cluster, some)
        awaited(lambda: desk.is_done(sources), 600)
        assert workers.deaths == {}
    desk.assert_exact(sources)
    print(f"{crashes} crashes, {len(desk.server.fetches()) - sources} of {sources} sources read again")


PUT_OFF = "UPDATE claims_schedule SET next_check_at = next_check_at + interval '1 day'"
SOME_DUE = """UPDATE claims_schedule SET next_check_at = '2020-01-01' WHERE source_id IN
    (SELECT source_id FROM claims_schedule WHERE seq = 0 AND next_check_at > now() ORDER BY source_id LIMIT {count})"""


def work_and_crash(desk: Desk, cluster: Cluster, some: int) -> None:
    """Let it work, crash it and start it; all checks seen before must be there after, and the work must go on."""
    before = desk.checked()
    desk.ask(SOME_DUE.format(count=some))
    awaited(lambda: desk.checked() > before, 60)
    seen = desk.checked()
    cluster.crash()
    time.sleep(0.5)
    cluster.process = cluster.start()
    back = time.monotonic()
    again = desk.checked()
    assert again >= seen
    desk.ask(SOME_DUE.format(count=some))
    awaited(lambda: desk.checked() > again, 5 + 10, f"work did not resume after {again} sources")
    print(f"at work again {time.monotonic() - back:.1f} s after the database was back")


def test_a_full_disk_is_waited_for_and_blames_no_source(cluster: Cluster, clustered: Desk) -> None:
    """The files of checks cannot grow; the work stands still, however long that lasts nobody takes a source for poison, and
    the work goes on by itself when there is room again."""
    desk, sources = clustered, short(400, 4000)
    desk.settings["CLAIMS_QUARANTINE_AFTER"] = "3"
    for table in ("claims_check", "claims_snapshot", "claims_reading"):
        desk.ask(f"ALTER TABLE {table} SET (fillfactor = 10)")  # so that a few hundred rows outgrow the limit
    desk.fill(sources)
    desk.ask(PUT_OFF)
    with desk.workers(2) as workers:
        desk.ask(SOME_DUE.format(count=20))
        awaited(lambda: desk.checked() > 5, 60)
        cluster.limit(short(2**20, 2**22))  # room for the schedule, whose rows are written anew to hand the work out
        assert desk.ask(SOME_DUE.format(count=sources) + " RETURNING source_id")
        awaited(lambda: "could not extend file" in log(desk), 120)
        time.sleep(short(0, 8 * LEASE))  # the fault itself: longer than the leases that make a source suspect
        stuck, before = desk.checked(), time.monotonic()
        assert stuck < sources
        cluster.limit(-1)
        awaited(lambda: desk.is_done(sources), 300)
        assert workers.deaths == {}
    told = desk.assert_exact(sources)
    assert (told["quarantined"], told["attempts"]) == (0, 0)
    print(f"full at {stuck} of {sources}, the rest done {time.monotonic() - before:.1f} s after there was room")


def test_no_connection_left(cluster: Cluster, clustered: Desk) -> None:
    """Somebody else holds every connection; the workers wait for theirs."""
    desk, sources = clustered, short(300, 4000)
    desk.fill(sources)
    with desk.workers(2) as workers:
        awaited(lambda: desk.checked() > 5, 60)
        hogs = [psycopg.connect(cluster.url("postgres"), autocommit=True)]
        hogs[0].execute(CUT)
        hogs += taken(cluster)
        awaited(lambda: "too many clients" in log(desk), 60)
        for hog in hogs:
            hog.close()
        awaited(lambda: desk.is_done(sources), 300)
        assert workers.deaths == {}
    desk.assert_exact(sources)
    print(f"{len(hogs)} connections taken away")


WAITING = "pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"


def taken(cluster: Cluster) -> list[psycopg.Connection[tuple[object, ...]]]:
    """Every connection that the server still gives, once it has refused one for a while."""
    hogs, refused = [], 0
    while refused < 20:
        try:
            hogs.append(psycopg.connect(cluster.url("postgres"), autocommit=True))
            refused = 0
        except psycopg.OperationalError:
            refused += 1
            time.sleep(0.05)
    return hogs


def test_tables_locked_for_longer_than_a_lease_lose_nothing(postgresql: Desk) -> None:
    """A migration locks the tables for longer than a lease; nothing is lost, and nothing done twice after it."""
    sources = short(300, 4000)
    postgresql.fill(sources)
    with postgresql.workers(2) as workers:
        awaited(lambda: postgresql.checked() > 5, 60)
        with psycopg.connect(postgresql.url) as migration:
            migration.execute("LOCK TABLE claims_schedule, claims_snapshot IN ACCESS EXCLUSIVE MODE")
            seen = migration.execute("SELECT count(*) FROM claims_snapshot").fetchone()
            awaited(lambda: postgresql.count(WAITING) > 0, 60)
            time.sleep(short(LEASE + 1, 60))  # the fault itself: how long the migration takes
        awaited(lambda: postgresql.is_done(sources), 300)
        assert workers.deaths == {}
    postgresql.assert_exact(sources)
    print(f"locked at {seen} of {sources}")
