"""What a document turned out to hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

Outcome = Literal["ok", "unreadable", "too_large", "too_complex"]
Task = Literal["text", "article", "find"]


class Region(NamedTuple):
    """A stretch of the text by its role on the page: main, nav, aside, header, footer, form, table, caption, heading."""

    start: int
    end: int
    kind: str


class Cell(NamedTuple):
    """One value found by a locator: what stands there, where, its exact number when the format types it, and its headers."""

    text: str
    place: str
    number: str | None
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """The answer to `read`.

    `outcome` ok: `text` is what was asked for (offsets of `regions` point into it). For `find` the `cells` at the locator, with
    the text of HTML and CSV, whose language tells how numbers are written; no cell leaves a `reason` (no_row, no_column,
    no_table, no_sheet, no_value, other_format), two mean ambiguous. Otherwise `reason` and `message` say why there is nothing:
    cpu, time, memory, crashed, output, or the reader's own. `published` and `modified` are ISO 8601 text as the page states
    them. `uncertain`: the bytes could be read in another character set too. `format` is what the document really was: html,
    text, pdf, json, csv, docx, xlsx.
    """

    outcome: Outcome
    reason: str = ""
    message: str = ""
    text: str = ""
    format: str = ""
    charset: str | None = None
    uncertain: bool = False
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None
    canonical: str | None = None
    language: str | None = None
    regions: tuple[Region, ...] = ()
    cells: tuple[Cell, ...] = ()


def from_answer(answer: dict[str, Any]) -> Read:
    """A Read from what the child sent."""
    regions = tuple(Region(*region) for region in answer.pop("regions", ()))
    cells = tuple(
        Cell(cell["text"], cell["place"], cell["number"], tuple(cell["labels"])) for cell in answer.pop("cells", ())
    )
    return Read(**answer, regions=regions, cells=cells)
