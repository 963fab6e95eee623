"""The text of one article with what the stages have found in it so far."""

import re
import sys
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from .language import Language
from .values import Block, Quote, Span

HYPHENS: Final = frozenset("-–")
"""What joins words and numbers: "twelve-year-old", "2019–2021"."""
DASHES: Final = HYPHENS | {"—"}
"""What parts words and numbers, or joins two of them."""
OWNING: Final = ("'s", "’s")
"""What the owner of something ends with: "the state's"."""
CLAUSE_ENDS: Final = frozenset(",;:")
"""What ends a clause, or an entry of a list, inside a sentence."""
RARE_HYPHENS: Final = "\u2010\u2011"
"""The hyphens beside that of the keyboard: the typographer's and the one that does not break."""
FEW_DIGITS: Final = 9
"""Up to so many digits between two blanks are one word to every pattern of words."""
TAILS: Final = frozenset(".,;:!?)")
"""Signs that may hang on the end of a word."""
ASCII: Final = 128
FIRST_CAPITAL: Final = 65
LAST_CAPITAL: Final = 90
"""The codes of "A" and "Z": as numbers, since `ord("A")` is a call each time that it is read."""
PLAIN: Final = bytes(
    code if chr(code) in "abcdefghijklmnopqrstuvwxyz" else ord("0") if chr(code) in "0123456789" else ord(" ")
    for code in range(256)
)
"""Turns every byte but a small letter or a digit into a blank, and every digit into "0"."""


class Scan:
    """One text on its way through the stages; the pipeline builds it once, each stage fills its own part.

    `lower` is the text in lower case, `plain` the text with nothing but the letters a to z, "0" for each digit, and blanks. Both
    are as long as the text, so an offset into one is an offset into all. `plain` shows which words and numbers a stretch may
    hold, several times as fast as a pattern does.
    `blocks` cover the non-blank stretches of the text; `paragraphs` (lines) and `sentences` are those of the
    claim-carrying blocks only, in order, and no sentence crosses a paragraph. `unread` are sentences with quotation marks
    or cues that were not read for quotes, because the text holds far more of them than any article.
    """

    __slots__ = (
        "blocks",
        "language",
        "lower",
        "paragraphs",
        "plain",
        "published",
        "quotes",
        "sentences",
        "text",
        "unread",
    )

    def __init__(self, text: str, language: Language, published: date | None = None) -> None:
        self.text = one_copy(text)
        self.lower = lowered(text)
        self.plain = plain_of(self.lower)
        self.language = language
        self.published = published
        self.blocks: list[Block] = []
        self.paragraphs: list[Span] = []
        self.sentences: list[Span] = []
        self.quotes: list[Quote] = []
        self.unread: list[Span] = []


@lru_cache(maxsize=4)
def one_copy(text: str) -> str:
    """The text, or an equal one that was read a moment ago. What is cached by a whole text is then found by identity; two equal
    copies would be compared letter by letter at each look-up."""
    return text


def places_of(phrase: str, text: str) -> Iterator[int]:
    """Where a phrase that is not empty begins in a text, without those that overlap one before."""
    at = text.find(phrase)
    while at >= 0:
        yield at
        at = text.find(phrase, at + len(phrase))


def signs_in(signs: str, text: str, start: int, end: int) -> list[int]:
    """Where any of the signs stands in text[start:end], in order. Looking for one after the other takes a fraction of the time that
    a pattern of all would take."""
    found: list[int] = []
    for sign in signs:
        at = text.find(sign, start, end)
        while at >= 0:
            found.append(at)
            at = text.find(sign, at + 1, end)
    return sorted(found) if len(found) > 1 else found


def is_capital(text: str, at: int) -> bool:
    """Whether a capital stands at a place of a text. Comparing codes is several times as fast, where the character is ASCII."""
    code = ord(text[at])
    return FIRST_CAPITAL <= code <= LAST_CAPITAL if code < ASCII else text[at].isupper()


def words_in(
    text: str, start: int, end: int, pattern: re.Pattern[str], most: int = sys.maxsize, *, mixed: bool, stops: bool
) -> tuple[list[str], list[int], list[int]]:
    """The words that `pattern` finds in text[start:end], `most` of them at most, and where each begins and ends in the text.

    The pattern is asked only about pieces that are not plain, which makes this several times as fast. It must agree that between
    two blanks letters alone are one word, digits alone are, and both together are if `mixed`; that a sign of TAILS behind them is
    a word of its own, a full stop only if `stops`; and that what begins a word in one place begins one everywhere.
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece in text[start:end].split(" ", most):
        stop = start + len(piece)
        if piece.isalnum() if mixed else piece.isalpha():
            words.append(piece)
            starts.append(start)
            ends.append(stop)
        elif piece:
            body = piece[:-1] if piece[-1] in TAILS else piece
            digits = len(body) <= FEW_DIGITS and body.isdigit() and body.isascii()
            if digits or (body.isalnum() if mixed else body.isalpha()):
                tail = piece[len(body) :]
                found = [body, tail] if tail and (stops or tail != ".") else [body]
            else:
                found = pattern.findall(text, start, stop)
            for word in found:
                start = text.find(word, start, stop)
                words.append(word)
                starts.append(start)
                start += len(word)
                ends.append(start)
        start = stop + 1
        if len(words) >= most:
            return words[:most], starts[:most], ends[:most]
    return words, starts, ends


def plain_of(lower: str) -> str:
    """A text in lower case with nothing but the letters a to z, "0" for each digit, and blanks; as long as the text is."""
    return lower.encode("ascii", "replace").translate(PLAIN).decode("ascii")


def lowered(text: str) -> str:
    """The text in lower case with plain hyphens; a character whose lower case has another length stays as it is."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for hyphen in RARE_HYPHENS:
        if hyphen in lower:
            lower = lower.replace(hyphen, "-")
    return lower
