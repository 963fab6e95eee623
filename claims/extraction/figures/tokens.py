"""The words of a stretch of text, and look-ups of phrases among them.

A token is a word (with inner hyphens and apostrophes), a numeral (digits with inner points and commas) or one other sign.
Everything the figure stages ask is asked about tokens by their index, in windows of bounded size.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Generic, TypeVar

from claims.extraction.scan import Scan, is_capital, places_of, words_in

TOKEN: Final = re.compile(r"[0-9]{1,400}(?:[.,][0-9]{1,40}){0,99}|[^\W\d_]++(?:['’\-][^\W\d_]++){0,5}|\S")

BEYOND: Final = [""] * 64
"""The words outside a stretch. No rule looks further over its edge."""

DIGITS: Final = frozenset("0123456789")
NOUGHT: Final = 48
NINE: Final = 57
"""The codes of "0" and "9": as numbers, since `ord("0")` is a call each time that it is read."""
HANGING: Final = ("-", "rp")
"""What may hang on a word for want of a blank."""

Value = TypeVar("Value")


@dataclass(frozen=True, eq=False)
class Cuts:
    """Words that are taken apart: a hyphenated word after its first piece when that is in `before_hyphen` ("twenty-five",
    "two-party"), and one of the `scales` from what hangs on it for want of a blank ("50 jutadari"), but not from a word of
    `whole`."""

    before_hyphen: frozenset[str]
    scales: tuple[str, ...]
    whole: frozenset[str]

    def joined_in(self, lower: str, start: int, end: int) -> list[int]:
        """Places within the words of lower-case text[start:end] that may have to be taken apart: a hyphen or "rp" that hangs on
        a letter."""
        part = lower[start:end]
        found: list[int] = []
        for sign in HANGING:
            if sign in part:
                found += [start + at + len(sign) - 1 for at in places_of(sign, part) if is_letter(part[at - 1 : at])]
        return found

    def goes_on(self, word: str) -> bool:
        """Whether a word is a scale on which a letter hangs."""
        return word.startswith(self.scales) and any(
            word.startswith(scale) and is_letter(word[len(scale) : len(scale) + 1]) for scale in self.scales
        )

    def parts(self, word: str) -> list[str]:
        """A hyphenated word taken apart after its number words."""
        found: list[str] = []
        first, _, rest = word.partition("-")
        while rest and first in self.before_hyphen:
            found += (first, "-")
            word = rest
            first, _, rest = rest.partition("-")
        found.append(word)
        return found

    def pieces(self, phrase: str) -> list[str]:
        """The tokens of a phrase of a language file, cut like those of a text."""
        return [part for word in TOKEN.findall(phrase) for part in self.parts(word)]


class Tokens:
    """The tokens of text[start:end]: `words` in lower case, and where each begins and ends in the whole text.

    `at[index]` is the word at `index`, "" outside.
    """

    __slots__ = ("at", "ends", "starts", "text", "words")

    def __init__(self, scan: Scan, start: int, end: int, cuts: Cuts) -> None:
        """`cuts` tells which words are taken apart."""
        self.text = scan.text
        self.words, self.starts, self.ends = words_in(scan.lower, start, end, TOKEN, mixed=False, stops=True)
        if joined := cuts.joined_in(scan.lower, start, end) + self.scales_in(cuts):
            self.take_apart(cuts, joined)
        # The blanks behind the last word are what a negative index meets as well: nobody has to look where it is.
        self.at: list[str] = [*self.words, *BEYOND]

    def scales_in(self, cuts: Cuts) -> list[int]:
        """Where the words begin that are a scale behind digits with a letter hanging on it, one blank between or none."""
        words, starts, ends = self.words, self.starts, self.ends
        return [
            starts[n]
            for n in range(1, len(words))
            if is_digit(words[n - 1], -1) and starts[n] - ends[n - 1] <= 1 and cuts.goes_on(words[n])
        ]

    def take_apart(self, cuts: Cuts, places: list[int]) -> None:
        """Part the words at these places of the text that `cuts` names into tokens of their own."""
        words = self.words
        for index in sorted({bisect_right(self.starts, place) - 1 for place in places}, reverse=True):
            start = self.starts[index]
            pieces = self.pieces(words[index], start, words[index - 1] if index else "", cuts)
            if len(pieces) > 1:
                edges = list(accumulate(map(len, pieces), initial=start))
                words[index : index + 1] = pieces
                self.starts[index : index + 1] = edges[:-1]
                self.ends[index : index + 1] = edges[1:]

    def pieces(self, word: str, at: int, before: str, cuts: Cuts) -> list[str]:
        """The tokens of one word that stands at `at` after the token `before`."""
        if word[-2:] == "rp" and len(word) > 3 and self.text[at + len(word) - 2] == "R":
            return [word[:-2], "rp"] if word[-3] != "-" else [word[:-3], "-", "rp"]
        if before[-1:].isdigit() and word not in cuts.whole:
            for scale in cuts.scales:
                if word.startswith(scale):
                    rest = word[len(scale) :]
                    return [scale, "-", rest[1:]] if rest[0] == "-" else [scale, rest]
        return cuts.parts(word) if "-" in word else [word]

    def __len__(self) -> int:
        return len(self.words)

    def glued(self, index: int) -> bool:
        """Whether token `index` stands right after the one before it, without a blank."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]

    def raw(self, index: int) -> str:
        """The token as it is written, "" outside."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.words) else ""

    def model(self, index: int) -> bool:
        """Whether the token has two capitals among its letters, as names of models do: "MAX", "MAXs"."""
        raw = self.raw(index)
        return len(raw) > 2 and raw[1:] != self.words[index][1:] and sum(map(str.isupper, raw)) > 1

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital."""
        return 0 <= index < len(self.words) and is_capital(self.text, self.starts[index])


class Phrases(Generic[Value]):
    """Phrases to look for among tokens, the longest first. A phrase is tokenised as text is."""

    __slots__ = ("by_first", "by_last")

    def __init__(self, rows: Iterable[tuple[str, Value]]) -> None:
        self.by_first: dict[str, list[tuple[int, list[str], Value]]] = {}
        self.by_last: dict[str, list[tuple[int, list[str], Value]]] = {}
        for phrase, value in rows:
            words = TOKEN.findall(phrase)
            self.by_first.setdefault(words[0], []).append((len(words), words, value))
            self.by_last.setdefault(words[-1], []).append((len(words), words, value))
        for table in (self.by_first, self.by_last):
            for found in table.values():
                found.sort(key=lambda row: -row[0])

    def starting(self, words: list[str], index: int) -> tuple[int, Value] | None:
        """The longest phrase that starts at `index`: (how many tokens, value)."""
        rows = self.by_first.get(words[index]) if 0 <= index < len(words) else None
        if rows is not None:
            following = words[index + 1] if index + 1 < len(words) else ""
            for size, phrase, value in rows:
                if size == 1 or (phrase[1] == following and words[index : index + size] == phrase):
                    return size, value
        return None

    def ending(self, words: list[str], index: int) -> tuple[int, Value] | None:
        """The longest phrase whose last token stands right before `index`: (how many tokens, value)."""
        rows = self.by_last.get(words[index - 1]) if 0 < index <= len(words) else None
        if rows is not None:
            before = words[index - 2] if index > 1 else ""
            for size, phrase, value in rows:
                if size == 1 or (phrase[-2] == before and size <= index and words[index - size : index] == phrase):
                    return size, value
        return None


def is_letter(char: str) -> bool:
    """Whether a character is a letter, as TOKEN tells them; "" is none."""
    return char.isalnum() and not char.isdecimal()


def is_digit(word: str, at: int) -> bool:
    """Whether a character of a word is one of the digits 0 to 9."""
    return NOUGHT <= ord(word[at]) <= NINE


def grouped(table: Mapping[str, Iterable[str]]) -> Phrases[str]:
    """Phrases of a table {value: [phrase, …]}."""
    return Phrases((phrase, value) for value, phrases in table.items() for phrase in phrases)


def marked(phrases: Iterable[str]) -> Phrases[bool]:
    """Phrases that are only looked for, not looked up."""
    return Phrases((phrase, True) for phrase in phrases)
