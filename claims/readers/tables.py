"""Finding a cell in a grid of texts by its row's label and its column's header. Shared by CSV, XLSX and the tables of HTML and Word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .locators import numbered
from .values import Cell, Found, Unreadable

HEADER_ROWS = 50
"""How far down a header line may stand (sheets often begin with a title and notes)."""

MAX_SPAN = 100
MAX_TABLES = 500
MAX_TABLE_CELLS = 200_000
"""Rows or columns that one cell spans, tables of a page, their cells: what is more is cut or refused."""

SPACE = re.compile(r"\s+")
Grid = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Spanning:
    """A cell as a page writes it: its text (None for that of the cell above), the rows and columns that it takes."""

    text: str | None
    down: int = 1
    right: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a page: its number from 1, its caption ("" for none), its texts by row and column."""

    number: int
    caption: str
    grid: Grid


@dataclass(frozen=True, slots=True)
class Hit:
    """A cell by position (from 0), the words that name it, and nothing about its value."""

    row: int
    column: int
    labels: tuple[str, ...]


def laid_out(tables: Iterable[tuple[str, Sequence[Iterable[Spanning]]]]) -> list[Table]:
    """The tables of a page from the caption and rows of each, in the order in which they begin. Unreadable when they are more,
    or have more cells, than any page has that a person made."""
    found: list[Table] = []
    budget = MAX_TABLE_CELLS
    for number, (caption, rows) in enumerate(tables, 1):
        if number > MAX_TABLES:
            raise Unreadable("tables", "The page has too many tables.", "too_complex")
        grid = _grid(rows, budget)
        budget -= sum(len(row) for row in grid)
        found.append(Table(number, caption, grid))
    return found


def _grid(rows: Sequence[Iterable[Spanning]], most: int) -> list[list[str]]:
    """Texts by row and column, cells that span several repeated in each."""
    grid: list[dict[int, str]] = [{} for _ in rows]
    total = 0
    for r, row in enumerate(rows):
        c = 0
        for cell in row:
            while c in grid[r]:
                c += 1
            above = grid[r - 1].get(c, "") if r else ""
            shown = above if cell.text is None else cell.text
            for down in range(r, min(len(grid), r + cell.down)):
                for right in range(c, c + cell.right):
                    grid[down].setdefault(right, shown)
                    total += 1
            if total > most:
                raise Unreadable("cells", "The page's tables have too many cells.", "too_complex")
    return [[row.get(c, "") for c in range(max(row, default=-1) + 1)] for row in grid]


def span(written: str | None) -> int:
    """How many rows or columns a cell takes, as a page writes it; one where it writes no number."""
    number = (written or "1").strip()
    return max(1, min(MAX_SPAN, int(number))) if number.isascii() and number.isdigit() and len(number) < 6 else 1


def find(tables: Sequence[Table], parts: Mapping[str, str]) -> Found:
    """The cells at a table: locator. Every table that has both the row and the column counts."""
    wanted = parts.get("table")
    if wanted is not None:
        number = numbered(wanted) or (int(wanted) if wanted.isascii() and wanted.isdigit() else None)
        tables = [
            table
            for table in tables
            if (
                normal(table.caption) == normal(wanted)
                if number is None
                else table.number in {number, len(tables) + 1 + number}
            )
        ]
    if not tables:
        return Found(reason="no_table")
    cells: list[Cell] = []
    reasons = set()
    for table in tables:
        hits, reason = pick(table.grid, parts)
        reasons.add(reason)
        name = (table.caption,) if table.caption else ()
        cells += [
            Cell(
                table.grid[hit.row][hit.column],
                f"table {table.number}, row {hit.row + 1}, column {hit.column + 1}",
                labels=tuple(dict.fromkeys(name + hit.labels)),
            )
            for hit in hits
        ]
    order = ("no_value", "no_row", "no_column")
    return Found(tuple(cells), "" if cells else next(reason for reason in order if reason in reasons))


def normal(label: str) -> str:
    """A label as it is compared: compatibility forms, case, runs of white space and a final colon do not count."""
    return SPACE.sub(" ", unicodedata.normalize("NFKC", label)).strip().removesuffix(":").rstrip().casefold()


def pick(grid: Grid, parts: Mapping[str, str]) -> tuple[list[Hit], str]:
    """The cells that a locator's row, column and `in` name, or ([], reason): no_column, no_row, no_value."""
    header, columns = _columns(grid, parts.get("column"))
    if not columns:
        return [], "no_column"
    within: list[int] | None = None
    if "in" in parts:
        within = _columns(grid, parts["in"])[1]
        if not within:
            return [], "no_column"
    rows = _rows(grid, parts["row"], header, within, columns)
    if not rows:
        return [], "no_row"
    hits = [
        Hit(row, column, _labels(grid, row, column, label, header))
        for row, label in rows
        for column in _value_columns(grid, row, label, columns, given="column" in parts)
        if column < len(grid[row]) and grid[row][column].strip()
    ]
    return hits, "" if hits else "no_value"


def _columns(grid: Grid, wanted: str | None) -> tuple[int, list[int]]:
    """(the last header row, the columns); header row -1 when the grid has none that matters."""
    width = max((len(row) for row in grid), default=0)
    if wanted is None:
        return -1, list(range(width))
    number = numbered(wanted)
    if number is not None:
        index = number - 1 if number > 0 else width + number
        return 0, [index] if 0 <= index < width else []
    last, columns = -1, set(range(width))
    for step in [normal(part) for part in wanted.split(">")]:
        found = next(
            (
                (r, there)
                for r in range(max(last, 0), min(len(grid), HEADER_ROWS))
                if (there := {c for c in columns if c < len(grid[r]) and normal(grid[r][c]) == step})
            ),
            None,
        )
        if found is None:
            return -1, []
        last, columns = found
    return last, sorted(columns)


def _rows(grid: Grid, wanted: str, header: int, within: list[int] | None, columns: list[int]) -> list[tuple[int, int]]:
    """(row, column of its label) of every row that fits; the label's column is -1 for counted rows."""
    below = [r for r in range(header + 1, len(grid)) if any(cell.strip() for cell in grid[r])]
    number = numbered(wanted)
    if number is not None:
        index = number - 1 if number > 0 else len(below) + number
        return [(below[index], -1)] if 0 <= index < len(below) else []
    label = normal(wanted)
    for candidates in [within] if within is not None else [[0], list(range(1, max(columns) + 1))]:
        rows = [
            (r, c)
            for r in below
            for c in candidates
            if c < len(grid[r]) and normal(grid[r][c]) == label and (within is not None or c < max(columns))
        ]
        if rows:
            return rows
    return []


def _value_columns(grid: Grid, row: int, label: int, columns: list[int], *, given: bool) -> list[int]:
    """The columns to read in one row: those named, else every filled one right of the label."""
    if given:
        return columns
    return [c for c in columns if c > label and c < len(grid[row]) and grid[row][c].strip()]


def _labels(grid: Grid, row: int, column: int, label: int, header: int) -> tuple[str, ...]:
    words = [grid[row][label]] if label >= 0 else []
    words += [grid[r][column] for r in range(max(header, -1) + 1) if column < len(grid[r])]
    return tuple(dict.fromkeys(SPACE.sub(" ", word).strip() for word in words if word.strip()))
