"""DOCX: what a Word file says when all changes are accepted: its paragraphs and tables, without what stands around them; and the
cells of its tables.

Read are the paragraphs of the body, its tables and text boxes. Headers, footers, notes and comments are parts of their own and are
left out; so are deleted, hidden and struck-out words. The part is parsed as a stream, so that its size costs no memory
(ECMA-376 part 1, 17).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from . import tables
from .charsets import INVISIBLE
from .locators import Locator
from .moments import iso
from .packages import BROKEN, check, part_names
from .tables import Spanning
from .values import MAX_TEXT, Found, Page, Unreadable

DOCUMENTS = ("word/document.xml", "word/document2.xml")
"""Where the body stands; the second one is what the web's Word writes at times."""

CORE = "docProps/core.xml"
MAX_NESTING = 256
"""Open elements in one another: more than any program writes."""

MAX_TITLE = 1000
WORD_SPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
"""The namespace of Word's elements, as Word writes it and in the strict form."""

FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
"""The same text box once more, for a Word of before 2010."""

SKIPPED = frozenset({"del", "moveFrom", "rt"})
"""What was deleted or moved away, and the reading above a character."""

UNSAID = frozenset({"vanish", "strike", "dstrike"})
"""What makes a run's words hidden or struck out; at a paragraph's mark it is said of the mark alone."""

SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
OFF = frozenset({"0", "false", "off", "none"})
SYMBOLS = {
    0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
}  # fmt: skip
"""Signs of the font Symbol by their code; the signs of ASCII up to the question mark are their own, but for a few."""

SYMBOLS |= {code: chr(code) for code in range(0x20, 0x40)} | {0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2D: "−"}
SPACES = dict.fromkeys(map(ord, "\t\n\r"), " ")
BLANKS = re.compile(r" *([\n\t ]) *")

Start = Callable[[str, dict[str, str]], None]


@dataclass(slots=True)
class _Paragraph:
    """An open paragraph: its words so far, the lines of text boxes that hang on it, whether the next one runs on from it."""

    pieces: list[str]
    boxes: list[str] = field(default_factory=list)
    runs_on: bool = False


@dataclass(slots=True)
class _Flow:
    """Paragraphs that follow each other: the body, a cell, a text box. `carried`: words of one whose end was deleted. `right` and
    `goes_on` are of a cell: the columns it takes, and whether it is a part of the one above."""

    lines: list[str] = field(default_factory=list)
    carried: list[str] = field(default_factory=list)
    right: int = 1
    goes_on: bool = False


@dataclass(slots=True)
class _Row:
    """An open row of a table: its cells, after some columns that are left free."""

    cells: list[_Flow] = field(default_factory=list)
    free: int = 0
    is_deleted: bool = False

    def spanning(self) -> list[Spanning]:
        cells = [Spanning(None if cell.goes_on else _words(_closed(cell)), right=cell.right) for cell in self.cells]
        return [Spanning("", right=self.free), *cells] if self.free else cells


@dataclass(slots=True)
class _Table:
    """A table as far as it is read: its name, and its rows that are not deleted."""

    caption: str = ""
    rows: list[list[Spanning]] = field(default_factory=list)


def text(body: bytes) -> Page:
    """A paragraph a line, a row of a table a line with its cells apart by tabs; title and last change from the file's properties.

    The day on which the file was made is no day of publication: that is often the day of a template.
    """
    writer = _written(body, _Writer())
    about = _properties(_part(body, CORE)) if CORE in part_names(body) else {}
    title = " ".join(about.get("title", "").split())[:MAX_TITLE]
    return Page("\n".join(writer.text_lines()), title=title or None, modified=iso(about.get("modified")))


def find(body: bytes, locator: Locator) -> Found:
    """The cells at a table: locator. A table is called by its number, or by the title that its properties give it."""
    found = _written(body, _Writer(gathers=True)).tables
    return tables.find(tables.laid_out((table.caption, table.rows) for table in found), locator.parts)


def _written(body: bytes, writer: _Writer) -> _Writer:
    """The writer, once it has followed the document. Unreadable where that is damaged or hostile."""
    check(body, _damaged())
    names = part_names(body)
    part = next((name for name in DOCUMENTS if name in names), None)
    if part is None:
        raise _damaged()
    _parse(_part(body, part), writer.start, writer.end, writer.words)
    return writer


class _Writer:
    """Follows the elements of the body and collects its lines; and its tables, where it `gathers` them."""

    def __init__(self, *, gathers: bool = False) -> None:
        self.gathers = gathers
        self.open: list[str] = []  # names of the open elements of Word's, "" for others
        self.skipping = 0  # open elements from the one that is passed over
        self.flows = [_Flow()]
        self.paragraphs: list[_Paragraph] = []
        self.tables: list[_Table] = []  # in the order in which they begin
        self.inside: list[_Table] = []  # those that are open
        self.rows: list[_Row] = []
        self.cells = 0
        self.hidden: list[bool] = []  # of each open run
        self.length = 0

    def text_lines(self) -> list[str]:
        return _closed(self.flows[0])

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.skipping:
            self.skipping += 1
            return
        space, _, local = name.rpartition(" ")
        local = local if space in WORD_SPACES else ""
        parent = self.open[-1] if self.open else ""
        if local in SKIPPED or name == FALLBACK:
            if local in {"del", "moveFrom"}:
                self._delete_end(parent)
            self.skipping = 1
            return
        self.open.append(local)
        if local == "p":
            self.paragraphs.append(_Paragraph(self.flows[-1].carried))
            self.flows[-1].carried = []
        elif local == "r":
            self.hidden.append(False)
        elif local in {"tbl", "tr", "tc", "txbxContent"}:
            self._open(local)
        elif parent in {"tblPr", "trPr", "tcPr"}:
            self._describe(local, attributes.get(f"{space} val"))
        elif local in UNSAID and self.open[-3:-1] == ["r", "rPr"]:
            self.hidden[-1] |= attributes.get(f"{space} val", "") not in OFF
        elif parent == "r" and local in SIGNS:
            self._write(SIGNS[local])
        elif local == "sym":
            self._write(_symbol(attributes.get(f"{space} font", ""), attributes.get(f"{space} char", "")))

    def end(self, _name: str) -> None:
        if self.skipping:
            self.skipping -= 1
            return
        local = self.open.pop()
        if local == "p":
            self._end_paragraph(self.paragraphs.pop())
        elif local == "r":
            self.hidden.pop()
        elif local == "tr":
            self._end_row(self.rows.pop())
        elif local == "tc":
            cell = self.flows.pop()
            if not self.rows:
                raise _damaged()
            self.rows[-1].cells.append(cell)
        elif local == "tbl" and self.inside:
            self.inside.pop()
        elif local == "txbxContent":
            lines = _closed(self.flows.pop())
            (self.paragraphs[-1].boxes if self.paragraphs else self.flows[-1].lines).extend(lines)

    def words(self, content: str) -> None:
        if not self.skipping and self.open and self.open[-1] == "t":
            if not content.isascii():
                content = content.translate(INVISIBLE)
            self._write(content.translate(SPACES))

    def _write(self, content: str) -> None:
        if not self.paragraphs or (self.hidden and self.hidden[-1]):
            return
        self.paragraphs[-1].pieces.append(content)
        self.length += len(content)
        if self.length > MAX_TEXT:
            raise Unreadable("text", "The document holds too much text.", "too_large")

    def _open(self, local: str) -> None:
        """A table, row, cell or text box begins."""
        if local == "tr":
            self.rows.append(_Row())
        elif local != "tbl":
            self.flows.append(_Flow())
        elif self.gathers:
            self.inside.append(_Table())
            self.tables.append(self.inside[-1])
        self.cells += local == "tc"
        if self.gathers and (self.cells > tables.MAX_TABLE_CELLS or len(self.tables) > tables.MAX_TABLES):
            raise Unreadable("cells", "The document's tables have too many cells.", "too_complex")

    def _describe(self, local: str, value: str | None) -> None:
        """A property of the innermost table, row or cell."""
        if local == "tblCaption" and self.inside:
            self.inside[-1].caption = " ".join((value or "").split())[:MAX_TITLE]
        elif local == "gridBefore" and self.rows:
            self.rows[-1].free = tables.span(value) if value != "0" else 0
        elif local == "gridSpan":
            self.flows[-1].right = tables.span(value)
        elif local == "vMerge":
            self.flows[-1].goes_on = value != "restart"

    def _delete_end(self, parent: str) -> None:
        """The end of a paragraph was deleted or moved away, or a row of a table was."""
        if parent == "trPr" and self.rows:
            self.rows[-1].is_deleted = True
        elif parent == "rPr" and self.open[-2:-1] == ["pPr"] and self.paragraphs:
            self.paragraphs[-1].runs_on = True

    def _end_paragraph(self, paragraph: _Paragraph) -> None:
        flow = self.flows[-1]
        if paragraph.runs_on:
            flow.carried = paragraph.pieces
        else:
            flow.lines += _lines(paragraph.pieces)
        flow.lines += paragraph.boxes

    def _end_row(self, row: _Row) -> None:
        if row.is_deleted:
            return
        if self.inside:
            self.inside[-1].rows.append(row.spanning())
        cells = [_closed(cell) for cell in row.cells]
        filled = [cell for cell in cells if cell]
        if not filled:
            return
        if len(filled) == 1:  # a table that only lays out the page
            self.flows[-1].lines += filled[0]
        else:
            self.flows[-1].lines.append("\t".join(map(_words, cells)).rstrip("\t"))


def _closed(flow: _Flow) -> list[str]:
    return flow.lines + _lines(flow.carried)


def _words(lines: list[str]) -> str:
    """The lines of a cell as one."""
    return " ".join(lines).replace("\t", " ")


def _lines(pieces: list[str]) -> list[str]:
    """The lines of a paragraph that hold anything, blanks beside one another made one."""
    content = BLANKS.sub(r"\1", "".join(pieces))
    return [line.strip(" \t") for line in content.split("\n") if line.strip()]


def _symbol(font: str, code: str) -> str:
    """The character of a w:sym; a blank for a sign of a font of pictures."""
    try:
        number = int(code, 16)
    except ValueError:
        return " "
    if 0xF000 <= number <= 0xF0FF:
        return SYMBOLS.get(number - 0xF000, " ") if font.lower() == "symbol" else " "
    return chr(number) if 0x20 <= number < 0xD800 else " "


def _properties(part: bytes) -> dict[str, str]:
    """What the file says about itself, by the local name of each property; nothing where that part is damaged."""
    found: dict[str, str] = {}
    name = ""

    def start(element: str, _attributes: dict[str, str]) -> None:
        nonlocal name
        name = element.rpartition(" ")[2]

    def words(content: str) -> None:
        found[name] = (found.get(name, "") + content)[: 2 * MAX_TITLE]

    def end(_element: str) -> None:
        nonlocal name
        name = ""

    try:
        _parse(part, start, end, words)
    except Unreadable:
        return {}
    return found


def _parse(part: bytes, start: Start, end: Callable[[str], None], words: Callable[[str], None]) -> None:
    """Run through a part's elements, their names as "namespace name". Unreadable where it is damaged or nested too deep."""
    depth = 0

    def enter(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_NESTING:
            raise Unreadable("nesting", "The document is nested too deep.", "too_complex")
        start(name, attributes)

    def leave(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name)

    def refuse(*_declared: Any) -> None:
        raise Unreadable("entities", "The document declares entities.", "too_complex")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = enter, leave, words
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, LookupError, ValueError):  # the latter two: a character set that is none
        raise _damaged() from None


def _part(body: bytes, name: str) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            return archive.read(name)
    except (*BROKEN, KeyError):
        raise _damaged() from None


def _damaged() -> Unreadable:
    return Unreadable("docx", "The Word file is damaged.")
