"""Which stretch of a text is one frame: sentences that a quotation holds together, or that scraping has joined or broken."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from .marks import Marked
from .scan import Scan
from .speech import Speech
from .values import Span

NEXT_LINE: Final = 5
"""Characters between the end of a line and the beginning of what it leads to, at most."""

LED: Final = 20
"""Characters at the end of a line in which the cue of what stands below it is."""

GAP: Final = 40
"""Characters of a link that scraping has put on a line of its own."""

STOPS: Final = ".!?…:;\"”»'’)"
LONGEST_NICKNAME: Final = 26
NICKNAME: Final = re.compile(r"[A-Z][\w'’ -]{0,24}")
NAME_BEFORE: Final = re.compile(r"\b[A-Z][\w'’-]{1,20} \Z")
NAME_AFTER: Final = re.compile(r" [A-Z][a-z]")
CALLED: Final = re.compile(r"(?:[A-Z][\w'’-]*\.? ){1,5}")


def framed(scan: Scan, speech: Speech, marked: Sequence[Marked]) -> Iterator[Span]:
    """The stretches of a text that its sentences and its quotations make, in order."""
    return cut(joined(scan.text, speech, mended(scan.text, scan.sentences), marked), marked, scan.text)


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
    if start - end >= NEXT_LINE or "\n" not in text[end:start]:
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


def joined(text: str, speech: Speech, sentences: Sequence[Span], marked: Sequence[Marked]) -> list[Span]:
    """Sentences with those joined that a quotation holds together, or of which one leads to the quotation on the next line or is
    one that the next words tell the speaker of. A quotation that ends like a sentence ends one."""
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
        if found and (mark.start == start or ended) and _belongs(text, speech, found[-1][1], start):
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
