"""Signs that no reader sees: text editors and web pages leave them between letters, digits and words.

The engine reads an article without them ("1.4<U+200B>00" is 1.400) and then tells its places in the text as it was given.
"""

import re
from dataclasses import replace
from typing import Final

from .values import Block, Cue, Extraction, Figure, Part, Quote, Rejected, Span, Speaker

SIGNS: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
"""Soft hyphen, blanks and joiners without width, marks of the direction of writing (Unicode's Default_Ignorable_Code_Point,
those that occur in running text)."""

BROKEN_BLANK: Final = "Â"
"""What stands before a blank without a break that was read in the wrong encoding (its first byte of two)."""
HIDDEN: Final = re.compile(rf"[{SIGNS}]|{BROKEN_BLANK}(?=[ \xa0\n])")


def has_invisible(text: str) -> bool:
    """Whether a sign that nobody sees stands in the text."""
    if text.isascii():
        return False
    return any(sign in text for sign in SIGNS) or (BROKEN_BLANK in text and HIDDEN.search(text) is not None)


def visible(text: str) -> str:
    """The text as a reader sees it."""
    return HIDDEN.sub("", text)


def put_back(read: Extraction, text: str) -> Extraction:
    """What was read in `visible(text)`, told of `text`: every offset and every word that an offset covers."""
    return Places(text).extraction(read)


class Places:
    """Where each sign of the visible text stands in the text given."""

    __slots__ = ("places", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        hidden = {match.start() for match in HIDDEN.finditer(text)}
        self.places = [place for place in range(len(text)) if place not in hidden]
        self.places.append(len(text))

    def span(self, start: int, end: int) -> Span:
        """A span of the visible text, from its first sign to its last."""
        first = self.places[start]
        return first, self.places[end - 1] + 1 if end > start else first

    def words(self, start: int, end: int) -> tuple[int, int, str]:
        """A span with its words as they stand in the text given."""
        start, end = self.span(start, end)
        return start, end, self.text[start:end]

    def extraction(self, read: Extraction) -> Extraction:
        return replace(
            read,
            blocks=tuple(Block(*self.span(block.start, block.end), block.kind) for block in read.blocks),
            figures=tuple(map(self.figure, read.figures)),
            quotes=tuple(map(self.quote, read.quotes)),
            rejected=tuple(map(self.rejected, read.rejected)),
        )

    def figure(self, figure: Figure) -> Figure:
        start, end, text = self.words(figure.start, figure.end)
        return figure._replace(
            start=start,
            end=end,
            text=text,
            number=self.span(*figure.number),
            counted_span=self.span(*figure.counted_span) if figure.counted_span else None,
            attribution=self.chain(figure.attribution),
        )

    def quote(self, quote: Quote) -> Quote:
        start, end, text = self.words(quote.start, quote.end)
        return quote._replace(
            start=start,
            end=end,
            text=text,
            parts=tuple(self.span(*part) for part in quote.parts),
            clause=self.span(*quote.clause) if quote.clause else None,
            speaker=self.speaker(quote.speaker) if quote.speaker else None,
            cue=self.cue(quote.cue) if quote.cue else None,
            attribution=self.chain(quote.attribution),
        )

    def speaker(self, speaker: Speaker) -> Speaker:
        start, end = self.span(speaker.start, speaker.end)
        return speaker._replace(start=start, end=end)

    def cue(self, cue: Cue) -> Cue:
        start, end, text = self.words(cue.start, cue.end)
        return Cue(text, start, end)

    def chain(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        return tuple(self.part(part) for part in parts)

    def part(self, part: Part) -> Part:
        start, end, text = self.words(part.start, part.end)
        return part._replace(text=text, start=start, end=end)

    def rejected(self, numeral: Rejected) -> Rejected:
        start, end, text = self.words(numeral.start, numeral.end)
        return numeral._replace(start=start, end=end, text=text)
