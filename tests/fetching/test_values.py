"""What a fetch gives is a value: frozen, comparable, fit to be sent to another process."""

from __future__ import annotations

import dataclasses
import pickle
from datetime import UTC, datetime

import pytest

from claims.fetching import Fetched, Limits


def test_a_fetched_is_a_value() -> None:
    one = Fetched("http://a.test/", "ok", datetime(2026, 1, 1, tzinfo=UTC), headers={"a": "b"}, body=b"x")

    assert pickle.loads(pickle.dumps(one)) == one
    assert hash(one) == hash(dataclasses.replace(one))
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.outcome = "gone"  # type: ignore[misc]


def test_the_usual_limits_are_those_of_the_design() -> None:
    usual = Limits()

    assert (usual.deadline, usual.redirects, usual.ratio) == (30.0, 5, 200)
    assert usual.wire_bytes == usual.decoded_bytes == 10 * 1024 * 1024
