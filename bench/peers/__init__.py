"""The tools that find figures or quotes and that can be had as packages: which ones, in what, and how much faster we must be.

Each has a module here with `ready()`: it loads the peer and gives back (read, tell). `read(text)` is the peer's own work and is
timed; `tell(text, found)` puts what it found into the form of our JSON contract and is not.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Answer = dict[str, list[dict[str, Any]]]
Read = Callable[[str], Any]
Tell = Callable[[str, Any], Answer]


@dataclass(frozen=True, slots=True)
class Peer:
    """A peer: its name and version, its module here, what it finds, its languages, and how many times as fast we must be."""

    title: str
    module: str
    finds: str
    languages: tuple[str, ...]
    times: int | None = None


PEERS = (
    Peer("quantulum3 0.10.0, with its classifier", "quantulum", "figures", ("id", "en"), times=30),
    Peer("recognizers-text 1.0.2a2: currency, percentage, number", "recognizers", "figures", ("id", "en")),
    Peer("CQE 2.0.3 with spaCy 3.8.18, small English pipeline", "cqe", "figures", ("en",), times=100),
    Peer("textacy 0.13.0 with spaCy 3.8.18, small English pipeline", "quotations", "quoted", ("en",)),
)
"""None of the number peers has Indonesian: the first two are run on it as on English, which is all they offer."""
