"""One budget for all that a fetch does."""

from __future__ import annotations

import pytest

from claims.fetching import Limits
from claims.fetching import budget as budgets
from claims.fetching.budget import Budget, Spent


def test_time_runs_out_on_the_monotonic_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    budget = Budget(Limits(deadline=5))
    now = budget.started
    monkeypatch.setattr(budgets.time, "monotonic", lambda: now + 4)
    assert budget.left() == pytest.approx(1)
    assert budget.took() == pytest.approx(4)

    monkeypatch.setattr(budgets.time, "monotonic", lambda: now + 5)
    with pytest.raises(Spent) as spent:
        budget.left()
    assert (spent.value.outcome, spent.value.reason) == ("unreachable", "timeout")


def test_bytes_of_all_hops_add_up() -> None:
    budget = Budget(Limits(wire_bytes=1000, header_bytes=100))
    budget.received(600)
    budget.received(500)

    with pytest.raises(Spent) as spent:
        budget.received(1)
    assert (spent.value.outcome, spent.value.reason) == ("too_large", "wire_bytes")
