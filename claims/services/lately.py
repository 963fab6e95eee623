"""What was found in texts of late: a page that changes only beside its text (a token, a list of what is most read) is not
searched again.

It is the answer that a search would give, as that hangs on nothing else than what is asked. Each process keeps its own.
"""

import threading
from collections import OrderedDict
from datetime import date
from typing import NamedTuple

from claims.comparison import Expected
from claims.locating import Located, Pinned

MOST = 2048
"""So many answers are kept, some kilobytes each."""


class Asked(NamedTuple):
    """All that a search in a text hangs on: the text by its hash, the language that the page names, the page's day, the claim,
    the place, and what was remembered of the figure."""

    text: bytes
    language: str | None
    published: date | None
    expected: Expected
    pinned: Pinned | None
    known: str


class Lately:
    """The answers to the newest of all that was asked. Visits ask from several threads."""

    def __init__(self) -> None:
        self._found: OrderedDict[Asked, Located] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, asked: Asked) -> Located | None:
        """What was found, None if this was not asked of late."""
        with self._lock:
            found = self._found.get(asked)
            if found is not None:
                self._found.move_to_end(asked)
        return found

    def keep(self, asked: Asked, found: Located) -> None:
        """Keep what was found, and forget the oldest if there are too many."""
        with self._lock:
            self._found[asked] = found
            if len(self._found) > MOST:
                self._found.popitem(last=False)


LATELY = Lately()
