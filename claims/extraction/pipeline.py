"""The stages, in order."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import localcontext

from .arithmetic import ARITHMETIC
from .blocks import find_blocks
from .figures.figures import find_figures, with_numerals
from .invisible import has_invisible, put_back, visible
from .language import guess, load
from .quotes.quotes import find_quotes
from .scan import Scan
from .sentences import find_sentences
from .values import CLAIM_BLOCKS, Extraction, Rejected


def extract(
    text: str,
    *,
    language: str | None = None,
    published: date | None = None,
    explain: bool = False,
    quotes: bool = True,
) -> Extraction:
    """The figures and quotes of `text`; every offset is an index into it.

    `language` is a code with a file in languages/ (guessed when None; an unknown one raises UnknownLanguage);
    `published` is the day from which relative dates are counted; `explain` adds every numeral that is no claim, with why,
    and the sentences that were not read for quotes ("unread_quote").
    Without `quotes` none are looked for, which takes a third of the time or less. The figures are the same, but none has a
    quote (`within`), an attribution or a day (`event_date`, which might be the day on which it was said), and the place where
    something was said may be taken for the place where it happened. Invisible signs are passed over, inside a number too, and
    signs that a page has garbled are read as what they were.
    """
    seen = visible(text) if has_invisible(text) else text
    with localcontext(ARITHMETIC), collector_at_rest():
        found = read(Scan(seen, load(language or guess(seen)), published), explain=explain, quotes=quotes)
    return put_back(found, text) if seen != text else found


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Stop the garbage collector while a text is read. It would look through what has been found so far again and again, which
    takes a quarter of the time of a long text, and no stage leaves it anything to collect before the last one ends."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()


def read(scan: Scan, *, explain: bool, quotes: bool) -> Extraction:
    """Every stage on a scan; its arithmetic is that of the decimal context in force."""
    divide(scan, quotes=quotes)
    scan.quotes = find_quotes(scan) if quotes else []
    figures, rejected = find_figures(scan, explain=explain, dated=quotes)
    if explain and scan.unread:
        unread = [Rejected(start, end, scan.text[start:end], "unread_quote", None) for start, end in scan.unread]
        rejected = sorted([*rejected, *unread], key=lambda item: (item.start, item.end))
    return Extraction(scan.language.code, tuple(scan.blocks), tuple(figures), tuple(scan.quotes), tuple(rejected))


def divide(scan: Scan, *, quotes: bool) -> None:
    """Part a scan into blocks, paragraphs and sentences; without `quotes` only what may hold a numeral is kept of the last two."""
    scan.blocks = find_blocks(scan)
    scan.paragraphs = [(block.start, block.end) for block in scan.blocks if block.kind in CLAIM_BLOCKS]
    if not quotes:
        scan.paragraphs = with_numerals(scan)
    scan.sentences = find_sentences(scan)
