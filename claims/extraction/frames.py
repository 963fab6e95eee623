"""Sentences as the speech side reads them: a quotation is one word of the sentence around it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from .framing import framed, is_nickname
from .marks import Marked
from .scan import DASHES, Scan, is_capital, words_in
from .speech import Speech
from .values import Span

WORD: Final = re.compile(
    r"[$£€¥]?[^\W_]++(?:(?:[-'’.&/@+]|[,:](?<=\d.)(?=\d))[^\W_]++)*(?:%|['’](?![^\W_]))?|[,;:()\[\]!?…–—|\-]"
)
GLUED: Final = re.compile(r"[a-z](?=[A-Z])")
GLUED_NAME: Final = re.compile(r"[A-Z]{3,}(?=[a-z]{4,}\Z)")
SHORTEST: Final = 5
"""Characters of a quotation that says nothing when it stands alone."""

FRAMES, DENSITY = 1000, 150
"""Sentences of one text that are read: so many, and one for so many characters. Articles hold a quotation or a cue every
200 to 300 characters; a text that is made of nothing else is read only so far, so that time stays linear."""

USUAL: Final = 2
"""A sentence has a quotation and its cue. One with more of them counts as several."""

BRACKETS: Final = frozenset("()[]")
BREAKS: Final = DASHES | {"|"}
"""What breaks a line in two."""
QUOTED: Final = '"'
"""What a quotation is called among the words of its frame."""

PUNCTUATION: Final = frozenset(',;:()[]!?…–—-|"')
"""The words of a frame that are signs, a quotation among them."""

LONG_SMALL: Final = 4
"""A sentence in which a longer word begins small does not write all its words with capitals."""


DATELINE: Final = 3
"""Words of a dateline in capitals that a colon ends."""

LONGEST: Final = 250
"""Words of one frame that are read; a longer sentence is read up to here."""

MOST_CUES: Final = 16
"""Cues of one frame that are read."""


class Frame:
    """The words of one sentence outside its quotations, each quotation being one word `"`.

    `lows` are the words in lower case, `starts` and `ends` their places in the text; full stops are left out (inside a
    sentence they belong to abbreviations). `marked` gives the quotation at a word, `cues` the (first, last) words of
    the cues with their lower-case text. `head_first`: its language says a noun before what goes with it.
    """

    __slots__ = ("cues", "end", "ends", "head_first", "lows", "marked", "speech", "start", "starts", "text")

    def __init__(self, text: str, span: Span, speech: Speech, marked: Sequence[Marked]) -> None:
        self.text, self.speech, self.head_first = text, speech, speech.head_first
        self.start, self.end = span
        self.lows: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.marked: dict[int, Marked] = {}
        self.cues: list[tuple[int, int, str]] = []
        at = self.start
        for quotation in marked[:LONGEST]:
            self._read(at, quotation.start)
            if len(self.lows) >= LONGEST:
                return
            self.marked[len(self.lows)] = quotation
            self.lows.append(QUOTED)
            self.starts.append(quotation.start)
            self.ends.append(quotation.end)
            at = quotation.end
        self._read(at, self.end)

    def _read(self, begin: int, stop: int) -> None:
        if begin >= stop or len(self.lows) >= LONGEST:
            return
        most = LONGEST - len(self.lows)
        words, starts, ends = words_in(self.text, begin, stop, WORD, most, mixed=True, stops=False)
        lows = [word.lower() for word in words]
        initials, part = self.speech.roles.initials, self.text[begin:stop]
        if any(name in part for name in initials) and not part.isupper():
            lows = [initials.get(word, low) for word, low in zip(words, lows, strict=True)]
        mixed = [n for n, word in enumerate(words) if word != lows[n] and is_mixed(word)]
        for n in reversed(mixed):
            if cut := self._glue(words[n]):
                lows[n : n + 1] = lows[n][:cut], lows[n][cut:]
                starts.insert(n + 1, starts[n] + cut)
                ends.insert(n, starts[n] + cut)
        self.lows += lows
        self.starts += starts
        self.ends += ends

    def _glue(self, word: str) -> int:
        """Where a blank was lost inside a word ("kepadaTempo", "FIFAlangsung"); 0 when the word is whole."""
        cut = GLUED.search(word)
        if cut is not None:
            low, speech = word[: cut.end()].lower(), self.speech
            nouns = speech.chain.medium_nouns
            if low in speech.ends_name or low in speech.cues.kinds or low in nouns or low in speech.roles.heads:
                return cut.end()
        name = GLUED_NAME.match(word)
        return name.end() if name is not None else 0

    def capital(self, at: int) -> bool:
        """Whether the word begins with a capital letter."""
        if is_capital(self.text, self.starts[at]):
            return True
        low = self.lows[at]
        if "-" not in low:
            return False
        head, _, rest = low.partition("-")
        return head in self.speech.particles and self.text[self.starts[at] + len(head) + 1 :][: len(rest)][:1].isupper()

    def words(self, first: int, last: int) -> str:
        """The words first..last (exclusive) as they stand in the text."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def span(self, first: int, last: int) -> Span:
        """The place of the words first..last (exclusive)."""
        return self.starts[first], self.ends[last - 1]

    def after_bracket(self, at: int) -> int:
        """The word after the bracket that opens at `at`."""
        for i in range(at + 1, min(len(self.lows), at + 30)):
            if self.lows[i] in (")", "]"):
                return i + 1
        return len(self.lows)

    def outside_brackets(self, first: int, last: int) -> Sequence[int]:
        """Those of the words first..last (last excluded) that stand in no bracket."""
        if BRACKETS.isdisjoint(self.lows[first:last]):
            return range(first, last)
        found, depth = [], 0
        for i in range(first, last):
            low = self.lows[i]
            if low in ("(", "["):
                depth += 1
            elif low in (")", "]"):
                depth = max(0, depth - 1)
            elif not depth:
                found.append(i)
        return found

    def _is_named(self, at: int) -> bool:
        """Whether a word with a capital goes on with a name ("United States", "Daily Reports"), in a sentence that does
        not write all its words so."""
        if self.lows[at - 1] in PUNCTUATION or not self.capital(at - 1) or self.lows[at - 1] in self.speech.articles:
            return False
        small = self.speech.ends_name if self.head_first else frozenset()  # "Rina Sebut Harga Turun dalam Sepekan"
        return any(
            len(low) > LONG_SMALL and low[0].isalpha() and not self.capital(i) and low not in small
            for i, low in enumerate(self.lows)
        )

    def add_cues(self, found: Sequence[tuple[int, int, str]]) -> None:
        """Place cues (start, end, text in lower case) among the words; those inside quotations are left out."""
        for start, end, word in found[:MOST_CUES]:
            first = bisect_left(self.starts, start)
            if first and self.text[start].isupper() and self._is_named(first):
                continue
            if first < len(self.starts) and self.starts[first] == start:
                last = first if self.ends[first] == end else bisect_left(self.ends, end, first)
                joined = first > 0 and f"{self.lows[first - 1]} {word}" in self.speech.connectives  # "lebih lanjut"
                joined = joined and not self.text[end + 1 : end + 2].isupper()
                if last < len(self.ends) and self.ends[last] == end and not joined:
                    self.cues.append((first, last + 1, word))


def frames_of(scan: Scan, speech: Speech, marked: Sequence[Marked]) -> list[Frame]:
    """The sentences of the text that hold a quotation or a cue, in order; a sentence boundary inside a quotation is none.
    Those beyond the limit are left in `scan.unread`."""
    text, scan.unread = scan.text, []
    marked = [m for m in marked if not is_nickname(text, m)]
    cues = speech.cues.found_in(scan)
    if not cues and not marked:
        return []
    cue_starts = [*(cue[0] for cue in cues), len(text)]
    mark_starts = [*(mark.start for mark in marked), len(text)]
    found: list[Frame] = []
    allowance = FRAMES + len(text) // DENSITY
    high = turn = 0
    for start, end in framed(scan, speech, marked):
        if cue_starts[high] >= end and mark_starts[turn] >= end:
            continue  # most sentences hold neither
        while cue_starts[high] < start:
            high += 1
        low = high
        while cue_starts[high] < end:
            high += 1
        while mark_starts[turn] < start:
            turn += 1
        first = turn
        while mark_starts[turn] < end:
            turn += 1
        if low == high and (
            first == turn or (turn - first == 1 and marked[first].end - marked[first].start <= SHORTEST)
        ):
            continue
        if allowance <= 0:
            scan.unread.append((start, end))
            continue
        frame = Frame(text, (start, end), speech, marked[first:turn])
        frame.add_cues(cues[low:high])
        if frame.marked or frame.cues:
            found.append(frame)
            allowance -= -(-(len(frame.marked) + len(frame.cues)) // USUAL)
    return found


def is_mixed(word: str) -> bool:
    """Whether a word that is not small has capitals behind its first letter, and small letters: a blank may be lost in it."""
    return not (word[1:].islower() or word.isupper())


def after_dateline(frame: Frame, *, label: bool = False) -> int:
    """The word after a dateline that opens a sentence ("LONDON (Reuters) - …"), 0 when there is none; with `label` also after a
    few capitals and a colon ("Kilby: …")."""
    if not frame.head_first and frame.lows[0] == "(" and frame.lows[2:3] == [")"] and frame.words(1, 2).isupper():
        return 3  # "(CNN) Singer Ann Hill said …"
    if frame.lows[0] in frame.speech.openers and not frame.words(0, 1).isupper():
        return 0  # "In Kent – where …"
    for i in range(1, min(9, len(frame.lows) - 2)):
        low = frame.lows[i]
        if low in BREAKS:
            return i + 2 if frame.lows[i + 1] in BREAKS else i + 1
        if low == ":" and i <= DATELINE and (label or frame.text[frame.start : frame.starts[i]].isupper()):
            return i + 1  # "KUALA LUMPUR: …"
        short = i <= DATELINE + 1 or frame.lows[i - 1] == ")"
        if low == ":" and i > 1 and short and len(frame.lows[0]) > DATELINE and frame.words(0, 1).isupper():
            return i + 1  # "OHIO Lima: …", "KUALA LUMPUR (Harbour News): …"
        if low not in "(),/" and not frame.capital(i) and not low.isdigit():
            return 0
    return 0


def chunks_of(frame: Frame, first: int, last: int) -> list[tuple[int, int]]:
    """The stretches between the commas of the words first..last (last excluded)."""
    found, start, i = [], first, first
    while i < last:
        low = frame.lows[i]
        if low == "(":
            i = frame.after_bracket(i)
            continue
        title = low == QUOTED and frame.text[frame.marked[i].inner_end - 1] == ","  # "On "Harbour Tonight," Hill said"
        if low == "," or title:
            found.append((start, i + title))
            start = i + 1
        i += 1
    found.append((start, last))
    return found
