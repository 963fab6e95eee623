"""What readers give back, and the one exception they raise on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Failure = Literal["unreadable", "too_large", "too_complex"]

MAX_TEXT = 5_000_000
"""Characters of text that a source may yield. Far above any article or bulletin, far below what hurts."""

MAX_NUMBER = 40
"""Digits in one number. Longer ones are text: turning them into numbers is how parsers are made to hang."""


class Unreadable(Exception):
    """There is nothing to read here; `reason` is a short code, the text a sentence."""

    def __init__(self, reason: str, message: str, outcome: Failure = "unreadable") -> None:
        super().__init__(message)
        self.reason = reason
        self.outcome: Failure = outcome


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the text by its role on the page: main, nav, aside, header, footer, form, table, caption, heading."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One value found by a locator.

    `text` is what stands there; `number` is the exact decimal when the format itself types it as a number (JSON, XLSX).
    `place` says where, to a person. `labels` are the words that name the value: caption or sheet, row label, headers, keys.
    """

    text: str
    place: str
    number: str | None = None
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """Everything a reader found in one document. Dates are ISO 8601 text as the page states them."""

    text: str = ""
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None
    canonical: str | None = None
    language: str | None = None
    regions: tuple[Region, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Cells at a locator; `reason` says why there are none (no_row, no_column, no_table, no_sheet, no_value)."""

    cells: tuple[Cell, ...] = ()
    reason: str = ""
