"""A guard for tests of hostile input: work that would go on for hours fails after a while, and holds up no other test."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

LONG = 30.0
"""Seconds of processor time, thousands of times what the work takes that ends."""


@contextmanager
def must_end() -> Iterator[None]:
    """Raise AssertionError inside when the work within goes on for LONG; it says nothing of how fast anything is."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        message = f"this does not end: {LONG:.0f} s of processor time have gone"
        raise AssertionError(message)

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, LONG)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
