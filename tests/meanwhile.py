"""What somebody else writes between two queries of a page, as a worker does."""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection


@contextlib.contextmanager
def meanwhile(write: Callable[[], Any], *, after: str) -> Iterator[None]:
    """Calls `write` once, as soon as a query that begins so was answered."""
    left = [write]

    def between(execute: Callable[..., Any], sql: str, *others: Any) -> Any:
        answer = execute(sql, *others)
        if left and sql.startswith(after):
            left.pop()()
        return answer

    with connection.execute_wrapper(between):
        yield
    assert not left, f"no query began with {after}"
