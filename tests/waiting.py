"""Waiting for a condition, never for a time."""

import time
from collections.abc import Callable
from typing import Any

import pytest

PATIENCE = 240.0
"""Seconds: nobody waits so long but for what never comes."""


def awaited(what: Callable[[], Any], seconds: float = PATIENCE, why: str = "") -> Any:
    """Poll until `what` gives something true, and return it; fail the test when it never does."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := what():
            return found
        time.sleep(0.02)
    return pytest.fail(f"waited {seconds:g} s in vain {why}")
