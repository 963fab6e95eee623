"""How two figures of a page that may both be the claim's stand to each other: which is newer, finer, a step on the way."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from claims.comparison import described, step_of

from .evidence import FAR, Candidate, told_apart
from .standing import ANEW, RISEN


def same_reading(one: Candidate, other: Candidate) -> bool:
    """Whether two mentions say the same, one of them perhaps more roughly ("more than 11,000" in the headline)."""
    first, second = one.read, other.read
    if first.value is None or second.value is None:
        return False
    if (first.value, first.high) == (second.value, second.high):
        return True
    if one.row is not None and one.row == other.row:
        return False
    if outdated(one, other) or outdated(other, one):
        return False
    rough, fine = (first, second) if roughness(one) > roughness(other) else (second, first)
    return fine.value is not None and described(rough.value or fine.value, rough.high, rough.bound).holds(fine.value)


def roughness(found: Candidate) -> tuple[Decimal, bool, bool]:
    """The finer of two mentions that say the same comes first; of the same number the one that keeps its "at least", then
    the one whose day is stated (the sentence, not its headline)."""
    read = found.read
    return step_of(read.value or Decimal(0)), read.bound == "exact", read.as_of_basis != "stated"


def newest(near: Sequence[Candidate]) -> Candidate | None:
    """The latest candidate of a live page: of the latest stated day when every one states its day, else of the latest entry."""
    if len(near) < 2:
        return None
    if all(found.read.as_of and found.read.as_of_basis == "stated" for found in near):
        return max(near, key=lambda found: (found.read.as_of or date.min, found.moment or 0, found.score))
    if all(found.moment is not None for found in near):
        return max(near, key=lambda found: (found.moment or 0, found.score))
    return None


def outdated(best: Candidate, other: Candidate) -> bool:
    """Whether the page itself gives the other an older day, or on a live page an older entry."""
    day, older = best.read.as_of, other.read.as_of
    stated = best.read.as_of_basis == other.read.as_of_basis == "stated"
    if stated and day is not None and older is not None and day != older:
        return older < day
    if best.moment is not None and other.moment is not None:
        return other.moment < best.moment
    return False


def is_summed_up(best: Candidate, other: Candidate) -> bool:
    """Whether another figure is of the way to the best one: told further down for an earlier day, or found before it rose."""
    day, older = best.read.as_of, other.read.as_of
    dated = other.read.as_of_basis == "stated" and best.read.as_of_basis == "inferred"
    if dated and best.figure.start < other.figure.start and day is not None and older is not None and older < day:
        return True
    smaller = other.read.value is not None and best.read.value is not None and other.read.value < best.read.value
    as_told = other.tells_event or not best.tells_event
    return smaller and as_told and best.has(RISEN) and not other.has(RISEN, ANEW)


def tells_way(best: Candidate, other: Candidate) -> bool:
    """Whether another figure says the same more roughly, or is of the way to the best one."""
    return same_reading(best, other) or outdated(best, other) or is_summed_up(best, other)


def is_rival(best: Candidate, other: Candidate) -> bool:
    """Whether another figure may be meant as well: the page neither dates it earlier nor sets the best one apart from it."""
    if outdated(best, other) or is_summed_up(best, other):
        return False
    if _points_for_size(best) > 0 and _points_for_size(other) <= FAR:
        return False
    return not told_apart(best, other) or told_apart(other, best)


def _points_for_size(found: Candidate) -> int:
    return sum(told.points for told in found.why if told.said == "size")
