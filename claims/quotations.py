"""Whether a page has the words of a quote, whatever marks, blanks, dashes and capitals it prints them with."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from claims.comparison import Finding
from claims.wording import SAYS, Phrase

WORD = re.compile(r"[^\W_]+")
OMISSION = re.compile(r"…|\.\.\.|\[[^\]\n]{0,80}\]")
"""What a quote leaves out (…) or an editor put in ([the meeting]): the page need not have it."""

GAP = 120
"""The most words that a page may have where a quote leaves some out."""

NEAR = 0.75
"""The part of a quote's words, in order, from which on other words on the page are called close to it."""

SHORTEST_NEAR, LONGEST_NEAR, TRIES = 5, 200, 40
"""Shorter quotes are never "close", of longer ones the start is compared, and so many places are tried."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The finding (matches, ambiguous, missing) and where the words stand in the page, None when they do not."""

    finding: Finding
    start: int | None = None
    end: int | None = None


class Words:
    """A text as its words in lower case, with their places; `line` joins them with single blanks for searching."""

    __slots__ = ("line", "said", "spans", "starts")

    def __init__(self, text: str) -> None:
        self.spans = [word.span() for word in WORD.finditer(text)]
        self.said = [text[start:end].lower() for start, end in self.spans]
        self.line = f" {' '.join(self.said)} "
        self.starts: list[int] = []
        at = 0
        for word in self.said:
            self.starts.append(at)
            at += len(word) + 1

    def find(self, words: Sequence[str], first: int = 0) -> Iterator[int]:
        """The numbers of the words at which `words` stand, from word number `first` on."""
        wanted = f" {' '.join(words)} "
        at = self.starts[first] if first < len(self.starts) else len(self.line)
        while (at := self.line.find(wanted, at)) >= 0:
            yield bisect_left(self.starts, at)
            at += 1


def compare_words(exact: str | Sequence[str], text: str) -> Heard:
    """Looks for a quote's words in a page's text.

    `exact` are the quoted words, or the stretches of a quote that its cue splits, in order. Words left out with an ellipsis
    and words in square brackets are passed over. All words in order: matches. Most of them, in order: ambiguous, with the
    words that stand there. Else missing. A quote without a single word is missing.
    """
    stretches = [exact] if isinstance(exact, str) else list(exact)
    segments = [words for stretch in stretches for part in OMISSION.split(stretch) if (words := Words(part).said)]
    telling = [words for words in segments if len(words) > 1] or segments
    page = Words(text)
    if telling and page.said:
        place = _in_order(telling, page)
        if place is not None:
            return Heard(
                Finding("matches", Phrase(SAYS["words_same"])), page.spans[place[0]][0], page.spans[place[1]][1]
            )
        near = _closest([word for words in telling for word in words], page)
        if near is not None:
            start, end = page.spans[near[0]][0], page.spans[near[1]][1]
            return Heard(Finding("ambiguous", Phrase(SAYS["words_near"], {"near": text[start:end]})), start, end)
    return Heard(Finding("missing", Phrase(SAYS["words_missing"])))


def _in_order(segments: list[list[str]], page: Words) -> tuple[int, int] | None:
    """First and last word of the first place where all segments follow each other within the gap allowed."""
    for tries, first in enumerate(page.find(segments[0])):
        if tries == TRIES:
            break
        last = first + len(segments[0]) - 1
        for words in segments[1:]:
            at = next(page.find(words, last + 1), None)
            if at is None or at - last > GAP:
                break
            last = at + len(words) - 1
        else:
            return first, last
    return None


def _closest(quote: list[str], page: Words) -> tuple[int, int] | None:
    """First and last word of the stretch that has most of the quote's words in order, if it has enough of them."""
    if len(quote) < SHORTEST_NEAR:
        return None
    quote = quote[:LONGEST_NEAR]
    best, place = 0.0, None
    for start in _candidates(quote, page):
        window = page.said[start : start + len(quote) + len(quote) // 3 + 2]
        blocks = [
            block for block in SequenceMatcher(None, quote, window, autojunk=False).get_matching_blocks() if block.size
        ]
        share = sum(block.size for block in blocks) / len(quote)
        if share > best and blocks:
            best, place = share, (start + blocks[0].b, start + blocks[-1].b + blocks[-1].size - 1)
    return place if best >= NEAR else None


def _candidates(quote: list[str], page: Words) -> list[int]:
    """The words of the page at which the quote could begin, judged by its words that are rarest there."""
    wanted = set(quote)
    places: dict[str, list[int]] = {}
    for number, word in enumerate(page.said):
        if word in wanted:
            places.setdefault(word, []).append(number)
    begins: list[int] = []
    for word in sorted(places, key=lambda word: len(places[word]))[: max(3, len(quote) // 3)]:
        offset = quote.index(word)
        for number in places[word][:TRIES]:
            begin = max(0, number - offset - len(quote) // 6)
            at = bisect_right(begins, begin)
            if begin not in begins[max(0, at - 1) : at]:
                begins.insert(at, begin)
        if len(begins) >= TRIES:
            break
    return begins[:TRIES]
