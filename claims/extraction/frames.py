"""Sentences as the speech side reads them: a quotation is one word of the sentence around it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

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

LONGEST_NICKNAME: Final = 26
NICKNAME: Final = re.compile(r"[A-Z][\w'’ -]{0,24}")
NAME_BEFORE: Final = re.compile(r"\b[A-Z][\w'’-]{1,20} \Z")
NAME_AFTER: Final = re.compile(r" [A-Z][a-z]")
CALLED: Final = re.compile(r"(?:[A-Z][\w'’-]*\.? ){1,5}")
GAP: Final = 40
"""Characters of a link that scraping has put on a line of its own."""

STOPS: Final = ".!?…:;\"”»'’)"
BRACKETS: Final = frozenset("()[]")
BREAKS: Final = DASHES | {"|"}
"""What breaks a line in two."""
QUOTED: Final = '"'
"""What a quotation is called among the words of its frame."""

PUNCTUATION: Final = frozenset(',;:()[]!?…–—-|"')
"""The words of a frame that are signs, a quotation among them."""

LONG_SMALL: Final = 4
"""A sentence in which a longer word begins small does not write all its words with capitals."""

LED: Final = 20
"""Characters at the end of a line in which the cue of what stands below it is."""

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
    for start, end in cut(
        joined(mended(text, scan.sentences), marked, lambda end, start: _belongs(text, speech, end, start)),
        marked,
        text,
    ):
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


def is_nickname(text: str, mark: Marked) -> bool:
    """Whether a quotation stands between two capitals of a name (Dwayne "The Rock" Johnson)."""
    if mark.end - mark.start > LONGEST_NICKNAME or text[mark.end : mark.end + 1] != " ":
        return False
    if not NICKNAME.fullmatch(text, mark.inner_start, mark.inner_end):
        return False
    return bool(NAME_BEFORE.search(text, max(0, mark.start - 24), mark.start)) and bool(
        NAME_AFTER.match(text, mark.end)
    )


def mended(text: str, sentences: Sequence[Span]) -> list[Span]:
    """Sentences with those joined that scraping has broken round a link: a line without a stop, a short line or two, and
    a line that goes on with a small letter or a comma."""
    found: list[Span] = []
    before = -GAP - 1
    for n, (start, end) in enumerate(sentences):
        if start - before <= GAP and "\n" in text[before:start] and _is_unfinished(text, before, start):
            short = end - start <= GAP and n + 1 < len(sentences) and sentences[n + 1][0] - end <= GAP
            follows = n + 1 < len(sentences) and _goes_on(text, sentences[n + 1][0])
            if _goes_on(text, start) or (short and follows and text[end - 1] not in STOPS):
                found[-1] = (found[-1][0], end)
                before = end
                continue
        found.append((start, end))
        before = end
    return found


def _is_unfinished(text: str, end: int, start: int) -> bool:
    """Whether a line ends without a stop, or with a quotation's comma whose attribution begins the next line."""
    return text[end - 1] not in STOPS or (text[end - 2] == "," and text[start].islower())


def _belongs(text: str, speech: Speech, end: int, start: int) -> bool:
    """Whether the words from `start` on belong to the sentence that ends at `end`: one leads to the other, or tells who said it."""
    return _is_led_to(text, speech, end, start) or _tells_who(text, speech, end, start)


def _is_led_to(text: str, speech: Speech, end: int, start: int) -> bool:
    """Whether a line ends with the colon of what stands below it ("Ann Hill said:"), or with a cue and its comma ("Ann Hill
    said today,")."""
    if start - end >= SHORTEST or "\n" not in text[end:start]:
        return False
    cued = text[end - 1] == "," and speech.cues.pattern.search(text, max(0, end - LED), end) is not None
    return text[end - 1] == ":" or (cued and not speech.head_first)


def _tells_who(text: str, speech: Speech, end: int, start: int) -> bool:
    """Whether an attribution stands behind a quotation with a capital that makes a sentence of it ("… pulang." Ujarnya)."""
    if not text[start].isupper() or "\n" in text[end:start]:
        return False
    if not speech.head_first:
        return text[end - 2] in "?!" and _names_asker(text, speech, start)
    cue = speech.cues.pattern.match(text, start)
    kinds = speech.cues.kinds[cue.group().lower()] if cue is not None and " " not in cue.group() else frozenset()
    behind = text[cue.end() + 1 : cue.end() + 30].split(maxsplit=1)[:1] if cue is not None else []
    somebody = any(word[0].isupper() or word in speech.roles.heads or word in speech.roles.bodies for word in behind)
    return cue is not None and ("own" in kinds or ("after" in kinds and somebody))


def _names_asker(text: str, speech: Speech, start: int) -> bool:
    """Whether an English name and its cue stand at a place, nothing that is told of its own behind them (""Why wait?" Ann Hill
    said, comparing …")."""
    name = CALLED.match(text, start)
    cue = speech.cues.pattern.match(text, name.end()) if name is not None else None
    if cue is None or "say" not in speech.cues.kinds.get(" ".join(cue.group().lower().split()), ()):
        return False
    behind = text[cue.end() : cue.end() + LED]
    placed = behind[:1] == " " and behind.split(maxsplit=1)[:1][0] in speech.prepositions
    return (behind[:1] == "," or placed) and " that " not in behind


def _goes_on(text: str, at: int) -> bool:
    return text[at].islower() or text[at] in ",;)"


def joined(sentences: Sequence[Span], marked: Sequence[Marked], belongs: Callable[[int, int], bool]) -> list[Span]:
    """Sentences with those joined that a quotation holds together. A quotation that ends like a sentence ends one.
    `belongs(end, start)` says whether what ends at one place leads to the quotation on the next line, or is one that the next
    words tell the speaker of."""
    if not marked:
        return list(sentences)
    found: list[Span] = []
    turn, mark = 0, marked[0]
    for start, end in sentences:
        while mark.end <= start and turn + 1 < len(marked):
            turn += 1
            mark = marked[turn]
        closed = mark.end if mark.end <= start else marked[turn - 1].end if turn else 0
        ended = (
            bool(found) and closed > 0 and found[-1][1] - closed in (0, 1)
        )  # "… pulang.” Ujarnya", "… pulang”. Ujarnya"
        if found and (mark.start == start or ended) and belongs(found[-1][1], start):
            found[-1] = (found[-1][0], end)
            continue
        if found and mark.start < start < mark.end:
            if found[-1][0] < mark.start and found[-1][1] <= mark.inner_start:
                found[-1] = (found[-1][0], mark.start)
                found.append((mark.start, end))
                continue
            found[-1] = (found[-1][0], max(end, found[-1][1]))
            continue
        found.append((start, end))
    return found


def cut(sentences: Iterable[Span], marked: Sequence[Marked], text: str) -> Iterator[Span]:
    """Cuts a sentence before a quotation that the sentence splitter left joined to another quotation, or to an abbreviation
    behind one ("…," Hill said in Keene, N.H. "…")."""
    ends = [mark.end for mark in marked]
    turn = 0
    for start, end in sentences:
        while turn < len(ends) and ends[turn] < start:
            turn += 1
        begin = start
        while turn + 1 < len(marked) and (following := marked[turn + 1].start) < end:
            if ends[turn] == following or marked[turn].repair == "close.reopened":
                yield begin, ends[turn]
                begin = following
            elif text[ends[turn] : following].endswith(". ") and text[marked[turn + 1].inner_start].isupper():
                yield begin, following - 1
                begin = following
            turn += 1
        yield begin, end


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
