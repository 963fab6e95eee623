"""A database that cannot work for a while: gone, without memory, without room on its disk. Whoever holds results waits for it."""

import logging
import math
import time
from collections.abc import Callable
from typing import TypeVar

from django.db import InterfaceError, InternalError, OperationalError, connection

STEADY = 60.0
"""Seconds for which it is waited for, with results in hand. Longer than that the leases are lost anyway."""

PAUSE = 0.25
"""Seconds between two attempts."""

AWAY = (OperationalError, InterfaceError, InternalError)
"""What is raised when the database cannot work, and for little else. Internal: so PostgreSQL calls a file that may not grow."""

REFUSED = "54"
"""The class of PostgreSQL's error codes (its manual, appendix A) for values beyond its limits, which no waiting mends."""

Result = TypeVar("Result")
log = logging.getLogger(__name__)


def steadily(work: Callable[[], Result], until: float = math.inf) -> Result:
    """Do it; while the database is away, come back until it is there again, but not beyond `until` (monotonic). Inside a
    transaction nothing is repeated.

    What was committed before the connection broke is not done twice: writing is fenced by the lease.
    """
    ends = min(time.monotonic() + STEADY, until)
    is_told = False
    while True:
        try:
            return work()
        except AWAY as problem:
            if connection.in_atomic_block or not is_away(problem) or time.monotonic() > ends:
                raise
            if not is_told:
                log.warning("the database is away (%s); waiting for it", line(problem))
            is_told = True
            connection.close()
            time.sleep(PAUSE)


def is_away(problem: BaseException) -> bool:
    """Whether this tells of a database that may work later, and not of something in what it was given."""
    code = getattr(problem.__cause__, "sqlstate", None) or ""
    return isinstance(problem, AWAY) and not code.startswith(REFUSED)


def line(problem: BaseException) -> str:
    """What it says, in one line."""
    return (str(problem).strip().splitlines() or [type(problem).__name__])[0]
