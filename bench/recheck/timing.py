"""Seconds, ratios and the lines of the table."""

import statistics
import time
from typing import NamedTuple


class Took(NamedTuple):
    """Seconds on the clock, and seconds of this process's processor time: the second hardly depends on the machine's load."""

    clock: float
    cpu: float

    @classmethod
    def now(cls) -> "Took":
        return cls(time.perf_counter(), time.process_time())

    def __sub__(self, other: "Took") -> "Took":
        return Took(self.clock - other.clock, self.cpu - other.cpu)


Rounds = list[tuple[Took, Took]]
"""What the loop and what it is compared with took, round by round."""


def ranged(ratios: list[float]) -> str:
    """The median and the range of what was measured."""
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"


def line(name: str, goal: str, found: str, more: str = "") -> None:
    """One line of the table."""
    print(f"| {name} | {goal} | {found} | {more} |", flush=True)


def told(name: str, goal: str, rounds: Rounds, count: int, *, slower: bool = False) -> None:
    """A line with the ratio on the clock, the ratio of processor time, and the times of one source."""
    ratios = [[loop[n] / bare[n] if slower else bare[n] / loop[n] for loop, bare in rounds] for n in (0, 1)]
    each = [statistics.median(side[1] for side in sides) / count * 1000 for sides in zip(*rounds, strict=True)]
    rate = count / statistics.median(loop.clock for loop, _ in rounds)
    more = f"processor time: {ranged(ratios[1])}, {each[0]:.2f} ms against {each[1]:.2f} ms; {rate:.0f}/s"
    line(name, goal, ranged(ratios[0]), more)
