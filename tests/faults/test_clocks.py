"""Clocks that are wrong: those of workers, and the database's. Rows are leased and due by the database's alone."""

import pytest

from tests.faults.desk import UNHURRIED, Desk, awaited, short

pytestmark = pytest.mark.faults
HOUR, YEAR = 3600, 365 * 24 * 3600

SHIM = """
CREATE SCHEMA shim;
CREATE TABLE shim.ahead (by interval);
INSERT INTO shim.ahead VALUES ('0');
CREATE FUNCTION shim.clock_timestamp() RETURNS timestamptz LANGUAGE sql STABLE AS
    'SELECT pg_catalog.clock_timestamp() + by FROM shim.ahead';
CREATE FUNCTION shim.statement_timestamp() RETURNS timestamptz LANGUAGE sql STABLE AS
    'SELECT pg_catalog.statement_timestamp() + by FROM shim.ahead';
CREATE FUNCTION shim.now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT pg_catalog.now() + by FROM shim.ahead';
"""
"""Clocks that stand before PostgreSQL's own wherever they are asked for by name alone."""


@pytest.mark.parametrize("seconds", [HOUR, YEAR], ids=["hour", "year"])
def test_workers_whose_clocks_are_wrong(postgresql: Desk, seconds: int) -> None:
    """One worker is ahead, the next behind. Each source is checked once, each alert sent once, at the usual time."""
    sources = short(200, 2000)
    postgresql.settings |= UNHURRIED
    postgresql.fill(sources)
    with postgresql.workers(4, ahead=[seconds, -seconds]) as workers:
        awaited(lambda: postgresql.is_done(sources), 120)
        assert workers.deaths == {}
    postgresql.assert_exact(sources)
    latest = postgresql.ask("SELECT max(next_check_at) < now() + interval '1 day' FROM claims_schedule")
    assert latest == [(True,)]


@pytest.mark.parametrize("desk", ["sqlite"], indirect=True)
@pytest.mark.parametrize("seconds", short([HOUR, -YEAR], [HOUR, -HOUR, YEAR, -YEAR]))
def test_a_machine_whose_clock_is_wrong(desk: Desk, seconds: int) -> None:
    """With SQLite the machine's clock is everybody's; a step of it makes nothing late for longer than an interval."""
    sources = short(50, 500)
    desk.settings |= UNHURRIED
    desk.fill(sources)
    with desk.workers(4, ahead=[seconds]):
        awaited(lambda: desk.is_done(sources), 120)
    desk.assert_exact(sources)


def test_the_databases_clock_steps_back_and_forth(postgresql: Desk) -> None:
    """A year ahead, and back again, while sources are read. At each step every source is read once, and no more."""
    sources = short(100, 1000)
    postgresql.ask(SHIM)
    name = postgresql.url.rpartition("/")[2]
    postgresql.ask(f"ALTER DATABASE {name} SET search_path = shim, pg_catalog, public")
    postgresql.fill(sources)
    with postgresql.workers(2) as workers:
        awaited(lambda: postgresql.is_done(sources), 120)
        for times, step in ((2, "1 year"), (3, "0")):
            postgresql.ask(f"UPDATE shim.ahead SET by = '{step}'")
            awaited(lambda times=times: seqs(postgresql) == [times], 120, f"after the step to {step}")
        assert workers.deaths == {}
    told = postgresql.report()
    assert (told["snapshots"], told["seqs"], told["leased"]) == (3 * sources, [3], 0)
    assert told["faults"] == []


def test_a_lease_taken_before_the_clock_stepped_back(postgresql: Desk) -> None:
    """A worker dies with its leases on a clock that was a year ahead; nobody waits a year for them."""
    sources = 20
    postgresql.ask(SHIM)
    name = postgresql.url.rpartition("/")[2]
    postgresql.ask(f"ALTER DATABASE {name} SET search_path = shim, pg_catalog, public")
    postgresql.fill(sources)
    postgresql.ask("UPDATE shim.ahead SET by = '1 year'")
    with postgresql.workers(1, fault="lease-committed", within=1) as workers:
        awaited(lambda: workers.deaths, 60)
        postgresql.ask("UPDATE shim.ahead SET by = '0'")
    with postgresql.workers(2):
        awaited(lambda: postgresql.is_done(sources), 60)
    postgresql.assert_exact(sources)


def seqs(desk: Desk) -> list[int]:
    """How often the sources were read: one number when all were read equally often."""
    return [row[0] for row in desk.ask("SELECT DISTINCT seq FROM claims_schedule ORDER BY seq")]
