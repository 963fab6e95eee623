"""The judged set read from its files: claims as Expected, pages, the readings that an editor would take."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from claims import sandbox
from claims.comparison import Expected, Read
from claims.locating import Located, Page, Pinned, locate, read_cell
from claims.services.answers import language_of, main_text, published_on

FOLDER = Path(__file__).parent
TOLD = ("counted", "event", "population", "place", "scope", "form", "accumulation", "event_date")


@dataclass(frozen=True)
class Case:
    """One claim held against one page. `reads` are the right answers: "found", bound, value, high, unit, or an outcome."""

    name: str
    expected: Expected
    text: str
    language: str | None
    published: date | None
    media_type: str
    pinned: Pinned | None
    reads: tuple[str, ...]
    as_of: date | None
    basis: str | None

    def answer(self) -> Located:
        text, language, published = self.text, self.language, self.published
        if self.media_type:
            text, language, published = as_read(self.text, self.media_type)
        return locate(self.expected, Page(text, language, self.published or published), self.pinned)


@lru_cache
def as_read(body: str, media_type: str) -> tuple[str, str | None, date | None]:
    """Text, language and day of a document as a check gets them from its reader."""
    read = sandbox.read(body.strip().encode(), media_type)
    return main_text(read).text, language_of(read), published_on(read)


def amount(words: str) -> dict[str, Any]:
    """Bound, value, high and unit from words like "about 1400", "10..12 percent"."""
    parts = words.split()
    bound = parts.pop(0) if not parts[0].lstrip("-")[0].isdigit() else "exact"
    low, _, high = parts[0].partition("..")
    return {
        "value": Decimal(low),
        "high": Decimal(high) if high else None,
        "bound": "range" if high else bound,
        "unit": parts[1] if len(parts) > 1 else None,
    }


def expected_of(row: dict[str, Any]) -> Expected:
    """A claim's reading from its row."""
    told = {name: row[name] for name in TOLD if name in row}
    return Expected(**amount(row["claim"]), **told, published=row.get("printed"), context=row["says"])


def cases() -> Iterator[Case]:
    """Every claim of every page of the set."""
    for path in sorted([*FOLDER.glob("*.toml"), *FOLDER.glob("blind/*.toml")]):
        pages = tomllib.loads(path.read_text(encoding="utf-8")).get("page", [])
        for number, page in enumerate(pages, 1):
            for row in page.get("claim", []):
                yield Case(
                    f"{path.relative_to(FOLDER).with_suffix('')} page {number}: {row['says'][:60]}",
                    expected_of(row),
                    page["text"],
                    page.get("language"),
                    page.get("published"),
                    page.get("media_type", ""),
                    Pinned(**row["pinned"]) if "pinned" in row else None,
                    tuple(row["reads"].split("|")),
                    row.get("as_of"),
                    row.get("basis"),
                )


def cells() -> list[dict[str, str]]:
    """Every cell of the set."""
    return list(tomllib.loads((FOLDER / "cells.toml").read_text(encoding="utf-8"))["cells"])


def read_of_cell(cell: dict[str, str]) -> Located:
    """What is read in a cell of the set."""
    return read_cell(cell["text"], cell.get("unit"), language=cell.get("language"))


def said(answer: Located) -> str:
    """An answer in the words of the set: "about 1400", "10..12 percent", "missing"."""
    if answer.outcome != "found" or answer.read is None or answer.read.value is None:
        return answer.outcome
    read = answer.read
    words = [] if read.bound in {"exact", "range"} else [read.bound]
    words.append(plain(read.value) + (f"..{plain(read.high)}" if read.high is not None else ""))
    return " ".join([*words, *([read.unit] if read.unit else [])])


def plain(value: Decimal | None) -> str:
    text = format(value or Decimal(0), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def right(reads: tuple[str, ...], answer: Located) -> bool:
    """Whether the answer is one of those that an editor would give; bound words of one side are as good as each other."""
    return any(same(said_right, said(answer)) for said_right in reads)


def wrong_number(reads: tuple[str, ...], answer: Located) -> bool:
    """Whether a number is reported as found that is not the page's figure for the claim."""
    if answer.outcome != "found" or answer.read is None:
        return False
    numbers = [amount(said_right) for said_right in reads if said_right not in {"missing", "ambiguous"}]
    read: Read = answer.read
    return not any((read.value, read.high, read.unit) == (n["value"], n["high"], n["unit"]) for n in numbers)


def same(one: str, other: str) -> bool:
    if one in {"missing", "ambiguous"} or other in {"missing", "ambiguous"}:
        return one == other
    return amount(one) == amount(other)


def story() -> Iterator[tuple[str, Expected, dict[str, Any]]]:
    """Every page of every story with its claim, in the order of the days."""
    for path in sorted((FOLDER / "story").glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        expected = expected_of(table["claim"])
        for page in table["page"]:
            yield f"{path.stem} {page['day']}", expected, page
