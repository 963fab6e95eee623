"""The stages, in order."""

from datetime import date

from .blocks import find_blocks
from .language import guess, load
from .quotes import find_quotes
from .scan import Scan
from .sentences import find_sentences
from .values import CLAIM_BLOCKS, Extraction


def extract(
    text: str, *, language: str | None = None, published: date | None = None, explain: bool = False
) -> Extraction:
    """The figures and quotes of `text`; every offset is an index into it.

    `language` is a code with a file in languages/ (guessed when None; an unknown one raises UnknownLanguage);
    `published` is the day from which relative dates are counted; `explain` adds every numeral that is no claim, with why.
    """
    scan = Scan(text, load(language or guess(text)), published)
    scan.blocks = find_blocks(scan)
    scan.paragraphs = [(block.start, block.end) for block in scan.blocks if block.kind in CLAIM_BLOCKS]
    scan.sentences = find_sentences(scan)
    scan.quotes = find_quotes(scan)
    return Extraction(scan.language.code, tuple(scan.blocks), (), tuple(scan.quotes), ())
