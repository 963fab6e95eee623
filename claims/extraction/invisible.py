"""Signs that no reader sees, or that a page has put in another's place.

Text editors and web pages leave the first between letters, digits and words; the others are marks and letters that were read
in the wrong encoding ("â€œ" for an opening quotation mark) or left as a page's source spells them ("&quot;"). The engine
reads an article as it was meant ("1.4<U+200B>00" is 1.400) and then tells its places in the text as it was given.
"""

import re
from dataclasses import replace
from html import unescape
from typing import Final

from .values import Block, Cue, Extraction, Figure, Part, Quote, Rejected, Span, Speaker

SIGNS: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
"""Soft hyphen, blanks and joiners without width, marks of the direction of writing (Unicode's Default_Ignorable_Code_Point,
those that occur in running text)."""

LEADS: Final = "ÂÃâ"
"""The first of the bytes that UTF-8 writes a mark or a letter of Western Europe with, read one by one."""

BROKEN_BLANK: Final = "Â"
"""What stands before a blank without a break that was read in the wrong encoding (its first byte of two)."""

BYTES: Final = {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(0x80, 0xC0)}
"""Letters -> the later bytes of UTF-8 that they are, in the encoding of Windows; those it lacks stand for themselves."""

LATER: Final = "[" + re.escape("".join(BYTES)) + "\x80-\x9f]"
LOST_CLOSE: Final = "â€"
"""A closing quotation mark whose third byte is none of a letter's and so was often lost."""

NAMED: Final = r"&(?:amp;)?(?:quot|[lr][ds]quo|apos|amp|nbsp|hellip|[nm]dash|eacute|#\d{2,5}|#x[0-9a-fA-F]{2,4});"
"""A sign as a page's source spells it."""

SPELT: Final = re.compile(NAMED)
HIDDEN: Final = re.compile(
    rf"[{SIGNS}]|{BROKEN_BLANK}(?=[ \xa0\n])|Â[\xa1-\xbf]|Ã[\xa1-\xaa\xac-\xba\xbc-\xbf‰]"
    rf"|â[€‚„ˆ\x80\x82\x84\x88]{LATER}|{LOST_CLOSE}\ufffd?|{NAMED}"
)


def has_invisible(text: str) -> bool:
    """Whether a sign that nobody sees, or one that stands for another, is in the text."""
    if "&" in text and SPELT.search(text) is not None:
        return True
    if text.isascii():
        return False
    return any(sign in text for sign in SIGNS) or (
        any(lead in text for lead in LEADS) and HIDDEN.search(text) is not None
    )


def meant(found: re.Match[str]) -> str:
    """The sign that one of HIDDEN stands for, "" for one that nobody sees."""
    written = found.group()
    if written[0] == "&":
        sign = unescape(unescape(written))
    elif written.startswith(LOST_CLOSE) and written[2:] in ("", "\ufffd"):
        sign = "”"
    elif written[0] in LEADS and len(written) > 1:
        later = bytes(BYTES.get(letter, ord(letter)) for letter in written[1:])
        sign = (written[0].encode("latin-1") + later).decode()
    else:
        return ""
    return "" if sign in SIGNS else sign


def visible(text: str) -> str:
    """The text as a reader sees it."""
    return HIDDEN.sub(meant, text)


def put_back(read: Extraction, text: str) -> Extraction:
    """What was read in `visible(text)`, told of `text`: every offset and every word that an offset covers."""
    return Places(text).extraction(read)


class Places:
    """Where each sign of the visible text begins and ends in the text given."""

    __slots__ = ("ends", "places", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.places: list[int] = []
        self.ends: list[int] = []
        place = 0
        for match in HIDDEN.finditer(text):
            self.places += range(place, match.start())
            self.ends += range(place + 1, match.start() + 1)
            place = match.end()
            for _ in meant(match):
                self.places.append(match.start())
                self.ends.append(place)
        self.places += range(place, len(text) + 1)
        self.ends += range(place + 1, len(text) + 1)

    def span(self, start: int, end: int) -> Span:
        """A span of the visible text, from its first sign to its last."""
        first = self.places[start]
        return first, self.ends[end - 1] if end > start else first

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
