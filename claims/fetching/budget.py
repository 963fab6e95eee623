"""What is left of one fetch: seconds on the monotonic clock and bytes on the wire."""

from __future__ import annotations

import time

from .values import Limits, Outcome


class Spent(Exception):
    """The fetch ends here, with an outcome that is not `ok`."""

    def __init__(self, outcome: Outcome, reason: str, message: str) -> None:
        super().__init__(message)
        self.outcome: Outcome = outcome
        self.reason = reason


class Budget:
    """One per fetch, shared by all its hops."""

    __slots__ = ("ends", "limits", "started", "wire")

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.started = time.monotonic()
        self.ends = self.started + limits.deadline
        self.wire = 0

    def left(self) -> float:
        """Seconds left; raises Spent when there are none, so a socket is never given a timeout of zero."""
        left = self.ends - time.monotonic()
        if left <= 0:
            raise out_of_time(self.limits)
        return left

    def took(self) -> float:
        return time.monotonic() - self.started

    def received(self, count: int) -> None:
        """Count bytes read from the wire (headers and body of every hop)."""
        self.wire += count
        if self.wire > self.limits.wire_bytes + self.limits.header_bytes:
            raise Spent("too_large", "wire_bytes", f"The answer is larger than {self.limits.wire_bytes} bytes.")


def out_of_time(limits: Limits) -> Spent:
    return Spent("unreachable", "timeout", f"No complete answer within {limits.deadline:g} seconds.")
