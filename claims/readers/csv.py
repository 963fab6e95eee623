"""CSV in the dialects that offices write: comma, semicolon, tab or bar, found by counting."""

from __future__ import annotations

import csv
import io

from .charsets import Decoded
from .locators import Locator
from .tables import pick
from .values import Cell, Found, Page, Unreadable

DELIMITERS = ",;\t|"
MAX_ROWS = 200_000
MAX_CELLS = 2_000_000
MAX_FIELD = 100_000
"""Rows and cells of a table, characters of a cell: more than any that a person made."""

SNIFFED_LINES = 50
"""Lines by which the delimiter is told."""


def text(decoded: Decoded) -> Page:
    """Every row on a line, its cells apart by tabs: the words and figures without the dialect."""
    return Page("\n".join("\t".join(_line(cell) for cell in row) for row in rows(decoded.text)))


def find(decoded: Decoded, locator: Locator) -> Found:
    """The cells at a csv: locator."""
    grid = rows(decoded.text)
    hits, reason = pick(grid, locator.parts)
    cells = [
        Cell(grid[hit.row][hit.column].strip(), f"row {hit.row + 1}, column {hit.column + 1}", labels=hit.labels)
        for hit in hits
    ]
    return Found(tuple(cells), reason)


def rows(content: str) -> list[list[str]]:
    """The grid. Unreadable when it is malformed or larger than any table a person made."""
    if "\x00" in content:
        raise Unreadable("binary", "This is no table: it holds characters that no text has.")
    csv.field_size_limit(MAX_FIELD)
    found: list[list[str]] = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(content, newline=""), delimiter=delimiter(content), strict=False):
            found.append(row)
            cells += len(row)
            if len(found) > MAX_ROWS or cells > MAX_CELLS:
                raise Unreadable("rows", "The table has too many rows or cells.", "too_large")
    except csv.Error as error:
        raise Unreadable("csv", f"The table cannot be read: {error}.") from None
    return found


def delimiter(content: str) -> str:
    """The delimiter that divides the first lines into the same number of cells, most of them; a comma when none does."""
    lines = [line for line in content[:100_000].splitlines()[: SNIFFED_LINES + 1] if line.strip()][:SNIFFED_LINES]
    best, most = ",", 0
    for candidate in DELIMITERS:
        counts = [len(row) for row in _rows(lines, candidate)]
        usual = max(set(counts), key=counts.count) if counts else 0
        steady = counts.count(usual) * (usual - 1)
        if usual > 1 and steady > most:
            best, most = candidate, steady
    return best


def looks_like_table(content: str) -> bool:
    """Whether unlabelled text is a table: nearly all of its first lines have the same number of cells, two or more."""
    lines = [line for line in content[:20_000].splitlines()[:SNIFFED_LINES] if line.strip()]
    counts = [len(row) for row in _rows(lines, delimiter(content))]
    usual = max(set(counts), key=counts.count) if counts else 0
    return len(counts) >= 2 and usual > 1 and counts.count(usual) * 10 >= len(counts) * 9


def _rows(lines: list[str], mark: str) -> list[list[str]]:
    try:
        return list(csv.reader(lines, delimiter=mark))
    except csv.Error:
        return []


def _line(cell: str) -> str:
    return " ".join(cell.split("\n")).replace("\r", " ").replace("\t", " ")
