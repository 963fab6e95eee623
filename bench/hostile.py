"""How long the engine takes for the texts that try to make it slow (tests/extraction/adversarial.py), at three sizes."""

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.report import table
from claims.extraction import extract
from tests.extraction import adversarial

SIZES = (64 * 1024, 512 * 1024, 1024 * 1024)
MEGABYTE = 1024 * 1024
SLOWEST, STEEPEST = 1.0, 2.3
"""The most seconds for a megabyte (a million letters) and the most growth of the time for twice the text."""
AGAIN = 3
"""So often is a text that misses a limit measured again, because the machine may have been busy; the best counts."""


@dataclass(frozen=True, slots=True)
class Course:
    """CPU seconds of one text in one language at each size."""

    name: str
    language: str
    sizes: Sequence[int]
    seconds: Sequence[float]

    @property
    def per_megabyte(self) -> float:
        """Seconds a megabyte at the largest size."""
        return self.seconds[-1] * MEGABYTE / self.sizes[-1]

    @property
    def per_doubling(self) -> float:
        """Growth over the last doubling."""
        return self.seconds[-1] / max(self.seconds[-2], 1e-9)

    @property
    def within(self) -> bool:
        """Whether both limits are kept."""
        return self.per_megabyte <= SLOWEST and self.per_doubling <= STEEPEST


def measured(names: Iterable[str], languages: Iterable[str], sizes: Sequence[int] = SIZES) -> list[Course]:
    """Each text in each language, the slowest first."""
    languages = list(languages)
    courses = [course(name, language, sizes) for name in names for language in languages]
    return sorted(courses, key=lambda each: each.per_megabyte, reverse=True)


def course(name: str, language: str, sizes: Sequence[int]) -> Course:
    """One text at each size; again while it misses a limit."""
    texts = [adversarial.text(name, size) for size in sizes]
    found = Course(name, language, sizes, [spent(text, language) for text in texts])
    for _ in range(AGAIN):
        if found.within:
            break
        best = [min(before, spent(text, language)) for before, text in zip(found.seconds, texts, strict=True)]
        found = Course(name, language, sizes, best)
    return found


def spent(text: str, language: str) -> float:
    """CPU seconds for one text."""
    begin = time.process_time()
    extract(text, language=language)
    return time.process_time() - begin


def unread(name: str, language: str, size: int) -> tuple[int, int]:
    """Sentences that the engine leaves out, and says so, because the text holds more of them than any article: those with
    numerals, and those with quotation marks or cues."""
    found = Counter(
        each.why for each in extract(adversarial.text(name, size), language=language, explain=True).rejected
    )
    return found["unread"], found["unread_quote"]


def lines(courses: Sequence[Course], shown: int = 10) -> list[str]:
    """The slowest as a table, and the steepest in a line."""
    heads = [
        "hostile text",
        "language",
        *(f"{size // 1024} KB, s" for size in courses[0].sizes),
        "s per MB",
        "× for twice",
        "sentences unread for figures / quotes",
    ]
    rows = [
        [each.name, each.language]
        + [f"{seconds:.3f}" for seconds in each.seconds]
        + [
            f"{each.per_megabyte:.2f}",
            f"{each.per_doubling:.2f}",
            "{} / {}".format(*unread(each.name, each.language, each.sizes[-1])),
        ]
        for each in courses[:shown]
    ]
    texts, languages = len({each.name for each in courses}), len({each.language for each in courses})
    steepest = max(courses, key=lambda each: each.per_doubling)
    densest = max(courses, key=lambda each: each.seconds[0])
    rate, size = densest.seconds[0] * MEGABYTE / densest.sizes[0], densest.sizes[0] // 1024
    return [
        f"Slowest {len(rows)} of {texts} hostile texts in {languages} languages:",
        "",
        *table(heads, rows),
        "",
        f"Steepest: {steepest.name} ({steepest.language}), {steepest.per_doubling:.2f} × the time for twice the text.",
        f"Dearest at {size} KB: {densest.name} ({densest.language}), {rate:.2f} s per MB.",
    ]
