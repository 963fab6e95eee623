"""A cache of recent searches for figures: a page that changes only beside its text (a token, a list of what is most read) is
not searched again.

The cached answer is the one that a search would give, for the key holds all that a search depends on. Each process has its own.
"""

import threading
from collections import OrderedDict
from datetime import date
from typing import NamedTuple

from claims.comparison import Expected
from claims.locating import Located, Pinned

MOST = 2048
"""Answers that are kept, of a few kilobytes each."""


class Search(NamedTuple):
    """All that a search depends on: the text by its hash, the language that the page names, the page's day, the claim, the pinned
    place, and what was remembered of the figure."""

    text: bytes
    language: str | None
    published: date | None
    expected: Expected
    pinned: Pinned | None
    known: str


class Recent:
    """The answers to the most recent searches. Trips ask from several threads."""

    def __init__(self) -> None:
        self._found: OrderedDict[Search, Located] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, search: Search) -> Located | None:
        """What a search found, None if it is not kept."""
        with self._lock:
            found = self._found.get(search)
            if found is not None:
                self._found.move_to_end(search)
        return found

    def keep(self, search: Search, found: Located) -> None:
        """Keep what a search found, and forget the oldest one if there are too many."""
        with self._lock:
            self._found[search] = found
            if len(self._found) > MOST:
                self._found.popitem(last=False)


RECENT = Recent()
