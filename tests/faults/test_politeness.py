"""R20: after an outage everything is overdue at once, and no host is hurried all the same."""

from itertools import pairwise

import pytest

from tests.faults.desk import Desk, awaited, short

pytestmark = pytest.mark.faults


def test_a_herd(postgresql: Desk) -> None:
    """Each source once; at each host one request after the other with its delay between, as the server saw them."""
    sources = short(80, 400)
    postgresql.settings["CLAIMS_ALERT_MAIL"] = ""
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
