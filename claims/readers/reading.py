"""The table of readers, and the one function that the sandbox's child calls for each document."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from . import article, csv, docx, html, json, pdf, text, xlsx
from .charsets import INVISIBLE, Decoded, decode
from .locators import Locator, parse_locator
from .sniffing import binary_format, text_format
from .values import MAX_TEXT, Cell, Found, Page, Unreadable

# What no row of a database and no JSON document may hold.
FORBIDDEN = re.compile(r"[\x00\ud800-\udfff]")
HALF = re.compile(r"[\ud800-\udfff]")
# An empty PDF page.
SMALL_PDF = (
    b"%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj trailer<</Root 1 0 R>>"
)


@dataclass(frozen=True, slots=True)
class Reader:
    """How one format is read. Text readers take Decoded, binary ones bytes. `kind` is the locator it understands.

    `worded`: its cells are words of some language, so that a cell comes with the whole text, which may tell which.
    """

    text: Callable[[Any], Page]
    find: Callable[[Any, Locator], Found] | None = None
    kind: str = ""
    worded: bool = False
    article: Callable[[Any, str | None], Page] | None = None


READERS: dict[str, Reader] = {
    "html": Reader(html.text, html.find, "table", True, article.text),
    "json": Reader(json.text, json.find, "json"),
    "csv": Reader(csv.text, csv.find, "csv", True),
    "text": Reader(text.text),
    "pdf": Reader(pdf.text),
    "docx": Reader(docx.text, docx.find, "table", True),
    "xlsx": Reader(xlsx.text, xlsx.find, "xlsx"),
}


def read(
    body: bytes,
    media_type: str = "",
    *,
    charset: str | None = None,
    url: str | None = None,
    task: str = "text",
    locator: str = "",
) -> dict[str, Any]:
    """Read one document: a dict of plain values (what `claims.sandbox.Read` holds).

    `task` is text, article (the main text and who wrote it when) or find (the cells at `locator`; in HTML, Word and CSV with
    the text, whose language tells how numbers are written).
    Never raises for what a document holds: outcome is ok, unreadable, too_large or too_complex.
    """
    try:
        return _read(body, media_type.partition(";")[0].strip().lower(), charset, url, task, locator)
    except Unreadable as problem:
        return {"outcome": problem.outcome, "reason": problem.reason, "message": str(problem)}
    except RecursionError:
        return {"outcome": "too_complex", "reason": "nesting", "message": "The document is nested too deep."}


def warm() -> None:
    """Load whatever the parsers load late, before the child gives up opening files."""
    for sample in (b"<p>1,400 people</p>", b'{"killed": 1400}', b"Area,Killed\nGaza,1400\n", SMALL_PDF):
        read(sample)
    read(b"<article><p>1,400 people were killed.</p></article>", "text/html", task="article")
    read("Meninggal 1\xa0400 orang – “sementara”".encode("cp1252"), "text/plain")


def _read(
    body: bytes, media_type: str, charset: str | None, url: str | None, task: str, locator: str
) -> dict[str, Any]:
    if not body.strip():
        raise Unreadable("empty", "The document is empty.")
    kind = binary_format(body)
    content: Any = body
    decoded: Decoded | None = None
    if kind is None:
        content = decoded = _whole(decode(body, charset), task)
        kind = text_format(decoded, media_type, url)
        if kind in {"text", "csv"} and task != "article" and not decoded.text.isascii():
            content = decoded = replace(decoded, text=decoded.text.translate(INVISIBLE))
    reader = READERS[kind]
    if task == "find":
        found = _find(reader, content, locator)
        page = reader.text(content) if reader.worded else Page()
    else:
        found = Found()
        page = reader.article(content, url) if task == "article" and reader.article else reader.text(content)
        if len(page.text) > MAX_TEXT:
            raise Unreadable("text", "The document holds too much text.", "too_large")
        if not page.text.strip():
            raise Unreadable("empty", "The document holds no text.")
    return {
        "outcome": "ok",
        "reason": found.reason,
        "format": kind,
        "charset": decoded.charset if decoded else None,
        "uncertain": decoded.uncertain if decoded else False,
        **_page(page),
        "cells": [_cell(cell) for cell in found.cells],
    }


def _whole(decoded: Decoded, task: str) -> Decoded:
    """The text without halves of surrogate pairs. An article is kept exactly as given, so one that holds any is refused."""
    half = _half(decoded.text)
    if half is None:
        return decoded
    if task == "article":
        raise Unreadable("surrogate", f"The file is damaged at character {half}: half of a character stands there.")
    return replace(decoded, text=HALF.sub("\ufffd", decoded.text))


def _half(text: str) -> int | None:
    """Where the first half of a surrogate pair stands. Encoding the text finds it ten times as fast as a search."""
    try:
        text.encode()
    except UnicodeEncodeError as problem:
        return problem.start
    return None


def _find(reader: Reader, content: Any, words: str) -> Found:
    try:
        locator = parse_locator(words)
    except ValueError as error:
        raise Unreadable("locator", str(error)) from None
    if reader.find is None or locator.kind != reader.kind:
        return Found(reason="other_format")
    return reader.find(content, locator)


def _page(page: Page) -> dict[str, Any]:
    values = {
        "title": page.title, "author": page.author, "outlet": page.outlet, "published": page.published,
        "modified": page.modified, "canonical": page.canonical, "language": page.language,
    }  # fmt: skip
    return {
        "text": _kept(page.text),
        **{name: _kept(value, "") if value else None for name, value in values.items()},
        "regions": [[region.start, region.end, region.kind] for region in page.regions],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    labels = tuple(_kept(label) for label in cell.labels)
    return {"text": _kept(cell.text), "place": _kept(cell.place), "number": cell.number, "labels": labels}


def _kept(text: str, mark: str = "\ufffd") -> str:
    """The text as a row and a JSON document can keep it, `mark` in the place of each character that they cannot."""
    return FORBIDDEN.sub(mark, text) if "\x00" in text or _half(text) is not None else text
