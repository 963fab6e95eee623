"""The whole report as one JSON document, so that another desk can replay it. Amounts are decimal strings."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from claims.extraction.values import amount_text

from .report import Report

SCHEMA = 1


def write(report: Report) -> Iterator[bytes]:
    """UTF-8 JSON: {"schema", "made_at", "desk", "asked", "claims": […], "count"}, claim by claim."""
    head = {"schema": SCHEMA, "made_at": report.made_at, "desk": report.desk, "asked": dict(report.asked)}
    yield dumps(head)[:-1] + b',"claims":[\n'
    count = 0
    for line in report.lines:
        record = {**asdict(line), "verdict_label": report.verdicts[line.verdict].label}
        yield (b",\n" if count else b"") + dumps(record)
        count += 1
    yield b'\n],"count":%d}\n' % count


def dumps(value: Any) -> bytes:
    """Compact UTF-8 JSON; refuses NaN."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_plain).encode()


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return amount_text(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a report")
