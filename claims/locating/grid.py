"""Rows and columns in a page's text: lines whose cells stand apart by tabs, bars, wide spaces, or strokes behind a label.

A figure in a cell belongs to its row and its column and to nothing that stands beside it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.extraction.values import Span

from .words import words

PARTS = (("\t", re.compile(r"\t")), ("|", re.compile(r"\s*\|\s*")), ("  ", re.compile(r" {2,}")))
"""What stands between two cells, the surest first, each with a sign without which it is not there."""

LABELLED, STROKE = re.compile(r"[^:\d\n]{2,40}:\s+(?=\S)"), re.compile(r"\s/\s")
"""What parts a row of the form "Aldera: 41 / 12 / 1,930"."""

SIGNS = (*(sign for sign, _ in PARTS), "/")
"""Of these one stands in each row."""

LONGEST = 60
"""A longer cell is prose."""

YEAR = re.compile(r"(?:19|20)\d\d")
NUMBER = re.compile(r"(?:[^\W\d]{1,3}\.?\s?)?[^\w\s]{0,3}\s?\d")
"""How a value begins, perhaps with the sign of a currency."""

RULE = re.compile(r"[\s|:+=-]*")
"""A line that only rules off the head of a table."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at start..end with the label of its row, the head of its column and that of the first column of values, "" where
    there is none."""

    start: int
    end: int
    label: str
    head: str
    first: str = ""

    @property
    def heading(self) -> str:
        """What the head of the column counts, also where it is short for it ("Gold") or sums up such columns ("Total")."""
        if self.head.lower() in words().totals:
            return words().sums.get(self.first.lower(), self.head)
        return words().heads.get(self.head.lower(), self.head)

    @property
    def is_total(self) -> bool:
        """Whether the row sums up the others."""
        return self.label.strip(" .:*").lower() in words().totals


def cells(text: str, lines: Sequence[Span]) -> Mapping[int, Sequence[Cell]]:
    """The cells with a label or a head, by the offset at which their line begins."""
    found: dict[int, Sequence[Cell]] = {}
    if not any(sign in text for sign in SIGNS):
        return found
    for block in _blocks(text, lines):
        head = block[0] if _is_head(text, block[0]) and len(block) > 1 else None
        for row in block[1:] if head else block:
            label = next((span for span in row if not NUMBER.match(text, *span)), None)
            # Without a head only a row of one label and one value tells what its value is.
            if (head is None and len(row) != 2) or label is None:
                continue
            values = [
                Cell(
                    *span,
                    text[slice(*label)].strip(" :"),
                    text[slice(*head[at])].strip() if head else "",
                    text[slice(*head[1])].strip() if head else "",
                )
                for at, span in enumerate(row)
                if span != label
            ]
            if any(NUMBER.match(text, value.start, value.end) for value in values):
                found[text.rfind("\n", 0, row[0][0]) + 1] = values
    return found


def _blocks(text: str, lines: Sequence[Span]) -> Iterator[list[list[Span]]]:
    """Lines of cells that follow each other with as many cells apart in the same way."""
    block: list[list[Span]] = []
    way, last = -1, -1
    for line in lines:
        if RULE.fullmatch(text, *line):
            last = line[1]
            continue
        now, row = _row(text, line)
        joins = bool(block) and now == way and len(row) == len(block[0]) and text.count("\n", last, line[0]) <= 1
        if not joins:
            if block:
                yield block
            block = []
        if row:
            block.append(row)
        way, last = now, line[1]
    if block:
        yield block


def _row(text: str, line: Span) -> tuple[int, list[Span]]:
    """How a line is parted, and its cells; no cells for a line of prose."""
    for way, (sign, part) in enumerate(PARTS):
        if text.find(sign, *line) < 0:
            continue
        row = list(_parted(text, line, part))
        if len(row) > 1 and all(end - start <= LONGEST for start, end in row):
            return way, row
    label = LABELLED.match(text, *line)
    if label:
        row = [(line[0], label.end()), *_parted(text, (label.end(), line[1]), STROKE)]
        if len(row) > 2 and all(end - start <= LONGEST for start, end in row):
            return len(PARTS), row
    return -1, []


def _parted(text: str, line: Span, part: re.Pattern[str]) -> Iterator[Span]:
    start = line[0]
    for match in [*part.finditer(text, *line), None]:
        end = match.start() if match else line[1]
        if text[start:end].strip():
            yield start, end
        start = match.end() if match else end


def _is_head(text: str, row: Sequence[Span]) -> bool:
    """Whether a row names its columns: no numbers but years."""
    rest = [text[slice(*span)].strip() for span in row[1:]]
    return not any(NUMBER.match(cell) for cell in rest) or all(YEAR.fullmatch(cell) for cell in rest)
