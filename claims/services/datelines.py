"""The day of print that a text tells itself: in a line that is its date, or behind a weekday in its first paragraphs."""

from collections.abc import Iterator
from datetime import date

from claims.extraction.blocks import find_blocks
from claims.extraction.figures.dates import DateWords, date_words, is_month, read_moment
from claims.extraction.figures.numberwords import number_words
from claims.extraction.figures.tokens import Tokens
from claims.extraction.language import load
from claims.extraction.scan import Scan
from claims.extraction.values import Block

HEAD = 4000
"""Characters in which the first lines and paragraphs stand."""

LINES = 12
"""The date stands in one of so many lines."""

PARAGRAPHS = 3
"""The day stands in one of the first paragraphs, or in none."""


def day_told(text: str, language: str) -> date | None:
    """The day on which a text says that it was printed ("Jumat, 27 Oktober 2023 10:15 WIB", "said on Friday (27/10/2023)"), None
    where it does not, where it names several, and where the year is missing: it is not guessed."""
    scan = Scan(text[:HEAD], load(language))
    blocks = find_blocks(scan)
    lines = {day for one in blocks[:LINES] if one.kind in {"dateline", "byline"} for day, _ in _days(scan, one)}
    if lines:
        return lines.pop() if len(lines) == 1 else None
    paragraphs = [{day for day, is_named in _days(scan, one) if is_named} for one in blocks if one.kind == "body"]
    named = set().union(*paragraphs)
    return named.pop() if len(named) == 1 and any(paragraphs[:PARAGRAPHS]) else None


def _days(scan: Scan, block: Block) -> Iterator[tuple[date, bool]]:
    """The whole dates of a block, in order, each with whether its weekday stands before it."""
    words = date_words(scan.language)
    tokens = Tokens(scan, block.start, block.end, number_words(scan.language).cuts)
    at = 0
    while at < len(tokens):
        moment = read_moment(tokens, at, words) if tokens.words[at][0].isdecimal() else None
        iso = moment.iso(None) if moment else None
        if moment and iso and (day := _day(iso)):
            yield day, _is_named(tokens, moment.first, words)
        at = max(at + 1, moment.end if moment else 0)


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:  # a month, a year, a day of no year
        return None


def _is_named(tokens: Tokens, first: int, words: DateWords) -> bool:
    """Whether a weekday stands before the date whose digits begin at a token: "Jumat (27/10/2023)", "Friday, October 27, 2023"."""
    at = first - 1
    if is_month(tokens, at, words):
        at -= 1
    if tokens.at[at] in {"(", ","}:
        at -= 1
    return at >= 0 and tokens.at[at] in words.weekdays
