"""A claim a row, in the order of COLUMNS, for a spreadsheet. Cells that a spreadsheet would run as a formula are disarmed."""

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal

from claims.extraction.values import amount_text

from .report import Line, Report

COLUMNS = (
    "uid",
    "kind",
    "words",
    "sentence",
    "value",
    "high",
    "bound",
    "unit",
    "form",
    "counted",
    "event",
    "event_date",
    "population",
    "place",
    "accumulation",
    "speaker",
    "role",
    "cue",
    "verdict",
    "verdict_label",
    "currency",
    "reason",
    "ruled_at",
    "sources",
    "findings",
    "article_title",
    "article_url",
    "outlet",
    "language",
    "published_at",
    "start",
    "end",
    "updated_at",
)

DANGEROUS = re.compile("^[=+\\-@\t\r\n\0＝＋－＠]")
"""What a cell begins with that a spreadsheet runs as a formula; OWASP ASVS 5.0 1.2.10 names the characters and the apostrophe."""

NUMBER = re.compile(r"^-?[0-9]+(\.[0-9]+)?$")
"""A plain negative number is no formula."""


def disarm(cell: str) -> str:
    """The cell, with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{cell}" if DANGEROUS.match(cell) and not NUMBER.match(cell) else cell


def write(report: Report) -> Iterator[bytes]:
    """The report as UTF-8 CSV (RFC 4180) with a byte order mark, so that spreadsheets take it for UTF-8."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    buffer.write("\ufeff")
    writer.writerow(COLUMNS)
    for line in report.lines:
        writer.writerow([disarm(cell) for cell in _cells(report, line)])
        if buffer.tell() > 2**16:
            yield buffer.getvalue().encode()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode()


def _cells(report: Report, line: Line) -> list[str]:
    last = line.rulings[0] if line.rulings else None
    made = {
        "verdict_label": report.verdicts[line.verdict].label,
        "reason": last.reason if last else "",
        "ruled_at": last.ruled_at.isoformat() if last else "",
        "sources": " ; ".join(source.url for source in line.sources),
        "findings": " ; ".join(source.finding or source.fetched or "unchecked" for source in line.sources),
    }
    return [_text(made[name] if name in made else getattr(line, name)) for name in COLUMNS]


def _text(value: object) -> str:
    if value is None:
        return ""
    isoformat = getattr(value, "isoformat", None)
    if isoformat:
        return str(isoformat())
    return str(amount_text(value)) if isinstance(value, Decimal) else str(value)
