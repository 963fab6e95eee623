"""What locating gives back and what an editor pins."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from claims.comparison import Read
from claims.extraction.values import Figure

CONTEXT = 32
"""Characters of prefix and suffix that are kept around what was found."""


SAME, SHARED, INHERITED, UNSAID, APART, OTHER = "same", "shared", "inherited", "unsaid", "apart", "other"
"""How a figure stands to the claim in one dimension: its own words name the claim's; they name the claim's and another, or only
another part of its sentence does; the words around it name the claim's; nothing does; it is narrower, wider or perhaps
another's; it is another's."""


class Told(NamedTuple):
    """One thing that a page tells of a figure: in which dimension, how the figure stands there to the claim, what was seen,
    and how much that weighs between figures that both stand."""

    dimension: str
    stands: str
    said: str
    points: int = 0


@dataclass(frozen=True, slots=True)
class Pinned:
    """A W3C text quote selector: the words with their number (`exact`), which may change, and those before and after."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is remembered of a figure that was found, so that it is known again when its page is revised.

    `words` are those of its sentence with a blank for the number; `own` has the mark of each sentence that told it and the
    number there, `others` the marks of sentences that told another figure of its kind (with its number, where the words are
    the same); `against` are the dimensions in which it stood apart from the claim.
    """

    words: str
    own: Mapping[int, Decimal | None]
    others: frozenset[int] = frozenset()
    against: frozenset[str] = frozenset()

    def packed(self) -> str:
        """As one line of JSON."""
        own = [[mark, None if value is None else str(value)] for mark, value in self.own.items()]
        parts = [self.words, own, sorted(self.others), sorted(self.against)]
        return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def unpacked(cls, line: str) -> "Seen":
        """What `packed` made a line of."""
        told, own, others, apart = json.loads(line)
        values = {mark: None if value is None else Decimal(value) for mark, value in own}
        return cls(told, values, frozenset(others), frozenset(apart))


@dataclass(frozen=True, slots=True)
class Located:
    """Where the claim's figure stands in a page, or why that cannot be said.

    `outcome` is found, ambiguous or missing. `read` is the reading (the best candidate when ambiguous, None when missing),
    `figure` the engine's figure (None for a cell), `words` its words at start..end of the text with the words around them.
    `runner_up` is the second best reading, None when there is none or when the first is doubtful for itself; `why` names what
    spoke for and against the first. `seen` is what to remember of a figure that was found.
    """

    outcome: str
    read: Read | None = None
    figure: Figure | None = None
    words: str = ""
    start: int | None = None
    end: int | None = None
    prefix: str = ""
    suffix: str = ""
    runner_up: Read | None = None
    why: tuple[Told, ...] = ()
    seen: Seen | None = None


def amount_of(figure: Figure) -> Read:
    """What a figure says by itself: its number, unit and form."""
    return Read(value=figure.value, high=figure.high, bound=figure.bound, unit=figure.unit, form=figure.form)


def located(
    outcome: str,
    text: str,
    figure: Figure,
    read: Read,
    runner_up: Read | None,
    why: tuple[Told, ...],
) -> Located:
    """A Located for a figure of the text, with the words around it."""
    start, end = figure.start, figure.end
    prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Located(outcome, read, figure, text[start:end], start, end, prefix, suffix, runner_up, why)
