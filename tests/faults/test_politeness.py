"""After an outage everything is overdue at once, and no host is hurried all the same. A host is in one hand."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from tests.faults.desk import UNHURRIED, Desk, awaited, short

pytestmark = pytest.mark.faults


def test_overdue_sources_of_a_host_are_asked_one_by_one_with_its_delay(postgresql: Desk) -> None:
    """Each source once; at each host one request after the other with its delay between, as the server saw them."""
    sources = short(80, 400)
    postgresql.settings |= UNHURRIED | {"CLAIMS_ALERT_MAIL": ""}
    postgresql.fill(sources, delay=1)
    with postgresql.workers(3):
        awaited(lambda: postgresql.checked() == sources, 30 + 4 * sources / 20)
    postgresql.assert_exact(sources, delivered=False)
    hits: dict[str, list[float]] = {}
    for hit in postgresql.server.hits():
        if hit.path != "/hook":
            hits.setdefault(hit.address, []).append(hit.clock)
    assert len(hits) == 20
    gaps = [later - earlier for times in hits.values() for earlier, later in pairwise(times)]
    print(
        f"{len(gaps)} requests after another, the closest {min(gaps):.2f} s apart, half of them within {sorted(gaps)[len(gaps) // 2]:.2f} s"
    )
    assert min(gaps) >= 1.0


def test_one_hand_a_host(desk: Desk) -> None:
    """Four workers at three hosts whose sources are always due: no host is ever in two hands, and every end counts once."""
    desk.run("populate", sources=120, hosts=desk.server.hosts[:3])
    with ThreadPoolExecutor(4) as workers:
        running = [
            workers.submit(desk.run, "jostle", seconds=short(5, 60), least=30, folder=str(desk.folder))
            for _ in range(4)
        ]
        told = [worker.result() for worker in running]
    assert sum(worker["doubled"] for worker in told) == 0
    assert sum(worker["done"] for worker in told) > 100
    ((counted, leased),) = desk.ask("SELECT sum(seq), count(lease_token) FROM claims_schedule")
    assert (counted, leased) == (sum(worker["done"] for worker in told), 0)
