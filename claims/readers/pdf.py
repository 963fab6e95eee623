"""PDF: the text of each page in the order it was set, with lines that merely wrap joined again."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2

from .values import MAX_TEXT, Page, Unreadable

MAX_PAGES = 1000
"""More than a bulletin or a report of an office has; each page costs, whether it holds text or not."""

# A line that fills this share of the page's usual width may be continued by the next one.
FULL_LINE = 0.8
# A line of fewer words is a heading or a row of a table, which no other line continues.
PROSE_WORDS = 4
# How PDFium writes a hyphen at which a word was divided.
DIVISION = "\ufffe"


def text(body: bytes) -> Page:
    """The whole text; pages follow each other with an empty line between them. Unreadable for locked or damaged files."""
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise Unreadable(
            "encrypted" if locked else "pdf", "The PDF is locked by a password." if locked else "The PDF is damaged."
        ) from None
    pages: list[str] = []
    size = 0
    for page in _pages(document):
        pages.append(unwrapped(page))
        size += len(pages[-1])
        if size > MAX_TEXT:
            raise Unreadable("text", "The PDF holds too much text.", "too_large")
    content = "\n\n".join(page for page in pages if page)
    if not content.strip():
        raise Unreadable("no_text", "The PDF holds pictures of pages and no text.")
    return Page(content, title=_title(document))


def _pages(document: pypdfium2.PdfDocument) -> Iterator[str]:
    if len(document) > MAX_PAGES:
        raise Unreadable("pages", f"The PDF has more than {MAX_PAGES} pages.", "too_large")
    for index in range(len(document)):
        try:
            page = document[index]
            yield str(page.get_textpage().get_text_range())
            page.close()
        except pypdfium2.PdfiumError:
            raise Unreadable("pdf", f"Page {index + 1} of the PDF is damaged.") from None


def unwrapped(page: str) -> str:
    """One page's lines, those joined that only the page's width divides.

    A line runs on when it ends in a divided word; or when it is prose, fills the page, and either ends with a blank or is
    followed by a lower-case letter. Rows of a table are no prose: two of them must never become one.
    """
    lines = [line for line in page.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    widths = sorted(len(line) for line in lines)
    usual = widths[int(len(widths) * 0.9)] if widths else 0
    joined: list[str] = []
    runs_on = False
    for line in lines:
        if joined and joined[-1].endswith(DIVISION):
            joined[-1] = joined[-1][:-1] + line.lstrip()
        elif joined and runs_on and (joined[-1].endswith(" ") or line[:1].islower()):
            joined[-1] = f"{joined[-1].rstrip()} {line.lstrip()}"
        else:
            joined.append(line)
        runs_on = len(line) >= usual * FULL_LINE and is_prose(line)
    return "\n".join(line.replace(DIVISION, "").strip() for line in joined)


def is_prose(line: str) -> bool:
    """Whether a line is made of words, with a number here and there."""
    words = line.split()
    numbers = sum(any(character.isdigit() for character in word) for word in words)
    return len(words) >= PROSE_WORDS and numbers * 3 <= len(words)


def _title(document: pypdfium2.PdfDocument) -> str | None:
    try:
        title = document.get_metadata_value("Title")
    except pypdfium2.PdfiumError:
        return None
    return title.strip()[:1000] or None
