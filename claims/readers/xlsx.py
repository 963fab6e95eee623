"""XLSX: what the file would unpack to is counted before a parser opens it; values as the sheet shows them."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import openpyxl
from openpyxl.utils import coordinate_to_tuple, get_column_letter

from .locators import Locator, numbered
from .packages import check
from .tables import normal, pick
from .values import MAX_TEXT, Cell, Found, Page, Unreadable

MAX_SHEETS = 100
MAX_ROWS = 200_000
MAX_CELLS = 1_000_000
"""Sheets, rows of a sheet and cells: more than a workbook has that a person made."""

BLANK = re.compile(r"[_*].")
LITERAL = re.compile(r'"[^"]*"|\\.')
"""In a number format, what only takes room, and what is shown as it stands. A literal percent sign stands beside percent points;
a bare one multiplies by a hundred (ECMA-376 part 1, 18.8.31)."""

Sheet = tuple[str, list[list[Any]]]


def text(body: bytes) -> Page:
    """Each sheet's name on a line, then its rows, cells apart by tabs."""
    lines: list[str] = []
    size = 0
    for name, rows in _sheets(body):
        lines.append(name)
        for row in rows:
            cells = [shown(cell)[0] for cell in row]
            if any(cells):
                lines.append("\t".join(" ".join(cell.split()) for cell in cells).rstrip("\t"))
                size += len(lines[-1])
                if size > MAX_TEXT:
                    raise Unreadable("text", "The workbook holds too much text.", "too_large")
    return Page("\n".join(lines))


def find(body: bytes, locator: Locator) -> Found:
    """The cell at an xlsx: locator: by its address, or by row label and column header."""
    sheets = list(_sheets(body))
    wanted = locator.parts.get("sheet", "#1")
    number = numbered(wanted)
    if number is None:
        chosen = [sheet for sheet in sheets if normal(sheet[0]) == normal(wanted)]
    else:
        chosen = sheets[number - 1 : number] if number > 0 else sheets[number:][:1]
    if not chosen:
        return Found(reason="no_sheet")
    name, rows = chosen[0]
    if "cell" in locator.parts:
        row, column = coordinate_to_tuple(locator.parts["cell"].upper())
        filled = row <= len(rows) and column <= len(rows[row - 1]) and rows[row - 1][column - 1].value is not None
        return Found((_cell(name, rows, row - 1, column - 1, ()),)) if filled else Found(reason="no_value")
    hits, reason = pick([[shown(cell)[0] for cell in row] for row in rows], locator.parts)
    return Found(tuple(_cell(name, rows, hit.row, hit.column, hit.labels) for hit in hits), reason)


def shown(cell: Any) -> tuple[str, str | None]:
    """(text, exact number) of a cell: percent as percent, dates in ISO form, floats by the 15 digits a sheet keeps."""
    value = cell.value
    if value is None:
        return "", None
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), None
    if isinstance(value, int | float):
        pattern = BLANK.sub("", cell.number_format or "")
        times = 100 if "%" in LITERAL.sub("", pattern) else 1
        return _number(Decimal(format(value, ".15g")), times, "%" if "%" in pattern else "")
    if isinstance(value, dt.datetime):
        return (value.date() if value.time() == dt.time() else value).isoformat(), None
    if isinstance(value, dt.date | dt.time):
        return value.isoformat(), None
    return str(value), None


def _number(value: Decimal, times: int, sign: str) -> tuple[str, str | None]:
    if not value.is_finite() or abs(value.adjusted()) > 30:
        return str(value), None
    plain = format((value * times + 0).normalize(), "f")
    return f"{plain}{sign}", plain


def _cell(sheet: str, rows: list[list[Any]], row: int, column: int, labels: tuple[str, ...]) -> Cell:
    written, number = shown(rows[row][column])
    return Cell(written, f"sheet {sheet}, cell {get_column_letter(column + 1)}{row + 1}", number, (sheet, *labels))


def _sheets(body: bytes) -> Iterator[Sheet]:
    check(body, Unreadable("xlsx", "The workbook is damaged."))
    cells = 0
    for name, rows in _opened(body):
        grid: list[list[Any]] = []
        for row in rows:
            grid.append(list(row))
            cells += len(row)
            if len(grid) > MAX_ROWS or cells > MAX_CELLS:
                raise Unreadable("rows", "The workbook has too many rows or cells.", "too_large")
        yield name, grid


def _opened(body: bytes) -> Iterator[tuple[str, Iterator[Any]]]:
    """(name, rows) of each sheet, both read as they are asked for."""
    try:
        book = openpyxl.load_workbook(io.BytesIO(body), read_only=True, data_only=True)
        for sheet in book.worksheets[:MAX_SHEETS]:
            sheet.reset_dimensions()  # what the file says about its own size pads rows without end
            yield sheet.title, _intact(sheet.iter_rows())
    except Exception as error:  # openpyxl raises whatever its parts raise on a damaged file
        raise Unreadable("xlsx", "The workbook is damaged.") from error


def _intact(rows: Iterator[Any]) -> Iterator[Any]:
    try:
        yield from rows
    except Exception as error:
        raise Unreadable("xlsx", "The workbook is damaged.") from error
