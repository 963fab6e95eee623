"""Quotation marks, paragraph by paragraph: which stretches of a text stand between marks.

Every style is read (“ ” „ ‟ « » ‹ › " '' `` ‘’ ’’ and single ‘ ’ '), by the direction of the mark first and by its
neighbours where the mark has none. A paragraph with an odd mark is repaired, never refused, and each repair has a name:

- `close.reopened`     an opening mark after the end of a sentence closes the quote before it
- `close.cue`          a quote that is never closed ends before its own attribution (", kata Budi")
- `close.paragraph`    a quote that is never closed ends with its paragraph
- `open.paragraph`     a closing mark without an opening one opens its paragraph, or the sentence after the last quote
- `open.continued`     the same, in a paragraph that continues a quote left open by the paragraph before
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from .scan import signs_in
from .values import Span

OPENING: Final = "“„«‟"
CLOSING: Final = "”»"
STRAIGHT: Final = '"＂'
MARKS: Final = OPENING + CLOSING + STRAIGHT

PAIRED: Final = {"'": "'", "`": "`", "‘": "‘’", "’": "‘’"}
"""A single mark -> those which right behind it make a double mark of both."""
SIGNS: Final = MARKS + "".join(PAIRED)

# Each begins with one class of letters and only then looks back, so that a text is not stopped at between marks.
DOUBLE: Final = re.compile(f"[{MARKS}'`‘’](?:(?<=[{MARKS}])|(?<=')'|(?<=`)`|(?<=[‘’])[‘’])")
SINGLES: Final = "'‘‹‚"
SINGLE_OPEN: Final = re.compile(rf"[{SINGLES}](?:(?<=[\s(\[—–:].)|(?<![^\n].))(?=[\w\[…(£$€])(?!\d\d?s\b)")
SINGLE_CLOSE: Final = re.compile(r"['’›](?:(?<=[^\s(\[—–].)(?!\w)|(?<=[.!?] .)(?!\S))")
HALVES: Final = ("'", "’")
"""A single mark that closes what a double one has opened ("“…,’ Hill said")."""

SENTENCE_END: Final = re.compile(r"[.!?]\s+")
LONGEST_SINGLE: Final = 1200
LONGEST_LOST: Final = 3000
"""Characters between a closing mark and the opening one that is lost, at most."""
LONGEST_GAP: Final = 1500
"""Characters from the end of a paragraph without marks to the one that closes a quotation left open before it."""
LONGEST_INNER: Final = 60
"""Characters of a quotation inside another with the same marks, at most."""
UNOPENED: Final = "open.paragraph"
PLACED: Final = '.,!?…”"'
"""What stands in front of a single mark that surely closes."""
SHORT: Final = 8
TRAILING: Final = " \t\r\n\u00a0"
CUTS: Final = 8
"""How many commas of a stretch that is never closed are tried for its own attribution."""


Attributes = Callable[[int, int], bool]
"""Whether the words from one place on, up to another, attribute what stands before them."""


class Marked:
    """A stretch between marks: start..end with the marks, inner_start..inner_end without; `repair` names what was
    mended, "" when both marks stand in the text."""

    __slots__ = ("end", "inner_end", "inner_start", "repair", "start")

    def __init__(self, start: int, end: int, inner_start: int, inner_end: int, repair: str) -> None:
        self.start, self.end = start, end
        self.inner_start, self.inner_end = inner_start, inner_end
        self.repair = repair


class _Paragraph:
    """The quotations of one paragraph, read mark by mark. `opened` is where the open quotation begins, -1 when none is open, `width`
    that of its mark; `continued` says that the paragraph before left a quote open; after `inner` the next mark is passed over."""

    def __init__(self, text: str, begin: int, stop: int, continued: bool, attributes: Attributes) -> None:
        self.text, self.begin, self.stop, self.continued, self.attributes = text, begin, stop, continued, attributes
        self.found: list[Marked] = []
        self.opened = -1
        self.width = 1
        self.inner = False

    def read(self, at: int, width: int) -> None:
        mark = self.text[at]
        if self.inner:
            self.inner = False
            return
        if self.opened < 0:
            direction = self._direction(at, width, mark)
            if direction > 0:
                self.opened, self.width = at, width
            elif direction < 0 and not self._is_inch(at):
                self._unopened(at, width)
            return
        opening = self.text[self.opened]
        turned = self.text[at - 2 : at] == ", " and self.attributes(at + width, self.stop)
        if (opening == "„" and mark in '“”"') or turned:
            self._close(at, width)
        elif self._direction(at, width, mark) > 0 and (mark != "“" or opening == "“" or self._after_sentence(at)):
            self._reopened(at, width)
        else:
            self._close(at, width)

    def _direction(self, at: int, width: int, mark: str) -> int:
        """1 opens, -1 closes, 0 is either; a directed mark is believed unless its neighbours contradict it."""
        after = self.text[at + width] if at + width < self.stop else " "
        space_after = after.isspace() or after in ".,;:!?)]}—–…"
        if mark == "“":
            return -1 if self.opened >= 0 and space_after else 1
        before = self.text[at - 1] if at > self.begin else " "
        space_before = before.isspace() or before in "([{—–-/“‘'"
        if mark in OPENING:
            return -1 if mark == "«" and self.opened < 0 and space_after and not space_before else 1
        if mark in CLOSING:
            glued = before in ".!?:," and after.isupper() and self._balanced_ahead(at + width)
            opens = space_before or glued if not space_after else self._opens_apart(at, width)
            return 1 if self.opened < 0 and opens else -1
        if space_before and not space_after:
            return 1
        apart = self.opened < 0 and after.isspace() and (before == ":" or space_before)
        if apart:  # "Hill said:" It is late."", "Hill said, " It is late.""
            return int(DOUBLE.search(self.text, at + width, self.stop) is not None)
        if space_after and not space_before:
            return -1
        if self.opened < 0:
            return 1
        return 1 if before in ".!?" and after.isupper() and self._balanced_ahead(at + width) else -1

    def _balanced_ahead(self, at: int) -> bool:
        """Whether a closing mark follows before the next opening one."""
        mark = DOUBLE.search(self.text, at, self.stop)
        return mark is not None and not self.text[mark.start() - 1].isspace()

    def _opens_apart(self, at: int, width: int) -> bool:
        """Whether a closing mark stands for the opening one that the blank behind it should be in front of: "Hill said,” It is
        late.”"."""
        first = self.text[at + width : at + width + 2].strip()
        led = self.text[at - 1] in ",:" and first.isupper() and not self.continued
        return led and self._balanced_ahead(at + width) and not self.attributes(at + width, self.stop)

    def _is_nested(self, at: int) -> bool:
        """Whether two closing marks follow an opening one inside a quotation, the first of them behind a few words."""
        first = DOUBLE.search(self.text, at, self.stop)
        if first is None or not self._only_closes(first) or first.start() - at > LONGEST_INNER:
            return False
        second = DOUBLE.search(self.text, first.end(), self.stop)
        return second is not None and self._only_closes(second)

    def _only_closes(self, mark: re.Match[str]) -> bool:
        """Whether a mark cannot open: a closing one, or a straight one behind a word and in front of none."""
        behind = self.text[mark.end() : mark.end() + 1]
        return mark[0] in CLOSING or (
            mark[0] in STRAIGHT and not self.text[mark.start() - 1].isspace() and not behind.isalnum()
        )

    def _after_sentence(self, at: int) -> bool:
        end = at
        while end > self.begin and at - end < 6 and self.text[end - 1].isspace():
            end -= 1
        return end > self.begin and self.text[end - 1] in ".!?…"

    def _is_inch(self, at: int) -> bool:
        return self.text[at] in STRAIGHT and at > self.begin and self.text[at - 1].isdigit()

    def _close(self, at: int, width: int) -> None:
        begin = self.opened + self.width
        if at - begin > 2 or self.text[begin:at].strip():
            inner = begin + len(self.text[begin:at].rstrip(" "))  # "… quickly, " Hill said
            self.found.append(Marked(self.opened, at + width, begin, inner, ""))
        self.opened = -1

    def _reopened(self, at: int, width: int) -> None:
        """An opening mark inside a quotation: the one before has lost its closing mark, unless this one is part of it."""
        begin = self.opened + self.width
        if at - begin >= SHORT or self.text[begin:at].strip():
            if not self._after_sentence(at):
                self.inner = self.text[at] in OPENING + STRAIGHT and self._is_nested(at + width)
                if self.inner or self.text[at] not in OPENING:
                    return
            self.end_at(at, "close.reopened")
        self.opened, self.width = at, width

    def end_at(self, stop: int, repair: str) -> None:
        """Close the quotation before `stop`, blanks apart."""
        begin = self.opened + self.width
        end = begin + len(self.text[begin:stop].rstrip(TRAILING))
        inner = end - (self.text[end - 1] in HALVES)
        if end > begin:
            self.found.append(Marked(self.opened, end, begin, inner, repair))
        self.opened = -1

    def _unopened(self, at: int, width: int) -> None:
        """A closing mark without an opening one."""
        floor = self.found[-1].end if self.found else self.begin
        if at - floor > LONGEST_LOST:
            return
        start = floor
        if self.found:
            stop = SENTENCE_END.search(self.text, floor, at)
            if stop is None:
                return
            start = stop.end()
        start += len(self.text[start:at]) - len(self.text[start:at].lstrip())
        repair = "open.continued" if self.continued and not self.found else UNOPENED
        if at - start >= 12 or repair == "open.continued":
            self.found.append(Marked(start, at + width, start, at, repair))


def nothing_attributes(_at: int, _stop: int) -> bool:
    """Says of all words that they attribute nothing."""
    return False


def double_marks(text: str, begin: int, stop: int, signs: str = SIGNS) -> list[Span]:
    """The marks of text[begin:stop] that DOUBLE finds one after the other; `signs` are those of SIGNS that the text holds."""
    found: list[Span] = []
    free = begin
    for at in signs_in(signs, text, begin, stop):
        if at < free:
            continue
        if text[at] in MARKS:
            free = at + 1
        elif at + 1 < stop and text[at + 1] in PAIRED[text[at]]:
            free = at + 2
        else:
            continue
        found.append((at, free))
    return found


def find_marked(text: str, paragraphs: Sequence[Span], attribution_at: Attributes = nothing_attributes) -> list[Marked]:
    """The stretches between quotation marks, in order, none crossing a paragraph of `paragraphs`.

    `attribution_at(at, stop)` says whether the words from `at` on attribute what stands before them; it decides where a
    quote ends that is never closed. Linear in the length of the text.
    """
    found: list[Marked] = []
    open_before = False
    signs = "".join(sign for sign in SIGNS if sign in text)
    for begin, stop in _unbroken(text, paragraphs):
        inside: list[Marked] = []
        doubles = double_marks(text, begin, stop, signs)
        if doubles:
            paragraph = _Paragraph(text, begin, stop, open_before, attribution_at)
            for at, end in doubles:
                paragraph.read(at, end - at)
            open_before = paragraph.opened >= 0
            if open_before:
                _close_open(paragraph, attribution_at)
            inside = paragraph.found
        elif open_before and _continues(text, stop):
            inside = [Marked(begin, stop, begin, stop, "open.continued")]
        else:
            open_before = False
        found += _with_singles(text, begin, stop, inside)
    return found


def _unbroken(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """The paragraphs, those joined that scraping has broken inside a quotation: a line that opens one and ends within a
    sentence, and the next, whose first mark closes it."""
    held: Span | None = None
    for begin, stop in paragraphs:
        if held is not None:
            if _is_broken(text, held, begin, stop):
                held = (held[0], stop)
                continue
            yield held
        held = (begin, stop)
    if held is not None:
        yield held


def _is_broken(text: str, before: Span, begin: int, stop: int) -> bool:
    """Whether a line of a quotation goes on with the next one."""
    if begin - before[1] > 1 or not (text[before[1] - 1].isalnum() or text[before[1] - 1] in ",."):
        return False
    mark = DOUBLE.search(text, begin, stop)
    if mark is None or mark.group() in OPENING or text[mark.start() - 1].isspace():
        return False
    last = max(text.rfind(sign, max(before[0], before[1] - LONGEST_SINGLE), before[1]) for sign in MARKS)
    return last >= 0 and not text[last + 1].isspace() and (last == before[0] or text[last - 1].isspace())


def _continues(text: str, stop: int) -> bool:
    """Whether a paragraph without marks lies between an opening mark and the closing one some lines on."""
    mark = DOUBLE.search(text, stop, stop + LONGEST_GAP + 1)
    if mark is None or mark.group() in OPENING:
        return False
    return mark.group() in CLOSING or (
        not text[mark.start() - 1].isspace() and not text[mark.end() : mark.end() + 1].isalnum()
    )


def _close_open(paragraph: _Paragraph, attribution_at: Attributes) -> None:
    """End a quote whose closing mark is lost: before its attribution, else with the paragraph."""
    at = paragraph.opened
    below = paragraph.text[paragraph.stop : paragraph.stop + SHORT].lstrip()[:1] == paragraph.text[at]
    chained = at == paragraph.begin and below
    # "Hill said: “… when she came, she told us.¶ “I asked …"
    told = below and paragraph.text[paragraph.begin : at].endswith(": ")
    for _ in range(0 if told else CUTS):
        at = min((i for i in (paragraph.text.find(c, at + 1, paragraph.stop) for c in ",?!") if i > 0), default=-1)
        if at < 0:
            break
        end = at + 1 + (paragraph.text[at + 1 : at + 2] in HALVES)
        if chained and SENTENCE_END.search(paragraph.text, end, paragraph.stop) is not None:
            continue  # "… the list, we found that they were. I am certain.¶ "I ask …"
        if attribution_at(end, paragraph.stop):
            paragraph.end_at(end, "close.cue")
            return
    paragraph.end_at(paragraph.stop, "close.paragraph")


def _with_singles(text: str, begin: int, stop: int, doubles: list[Marked]) -> list[Marked]:
    """Adds the stretches between single marks that lie outside double ones, or that hold some of them."""
    found: list[Marked] = []
    held: list[Marked] = []
    edge, turn, barren = begin, 0, begin
    for at in signs_in(SINGLES, text, begin, stop):
        while turn < len(doubles) and doubles[turn].end <= at:
            turn += 1
        inside = at < edge or (turn < len(doubles) and doubles[turn].start <= at)
        if inside or SINGLE_OPEN.match(text, at, stop) is None:
            continue
        limit = min(stop, at + LONGEST_SINGLE, doubles[turn].start if turn < len(doubles) else stop)
        end = _single_end(text, max(at + 2, barren), limit)
        barren = limit if end < 0 else barren
        if end < 0 and turn < len(doubles) and limit == doubles[turn].start and _leads(text, begin, at):
            end = _end_behind(text, at, doubles[turn:], stop)
            below = stop if _goes_on_below(text, begin, at, stop) else -1
            held += [mark for mark in doubles[turn:] if mark.end <= max(end, below)]
            limit = stop
        if end < 0 and limit == stop and _is_left_open(text, begin, at, stop, found):
            found.append(Marked(at, stop, at + 1, stop, "close.paragraph"))
            break
        if end > 0:
            found.append(Marked(at, end, at + 1, end - 1, ""))
            edge = end
    outer = [mark for mark in doubles if mark not in held] if held else doubles
    return sorted(outer + found, key=lambda mark: mark.start) if found else doubles


def _leads(text: str, begin: int, at: int) -> bool:
    """Whether a single mark stands where a quotation opens: at the head of a paragraph, behind a colon, a comma or a sentence."""
    before = text[max(begin, at - 2) : at]
    return not text[begin:at].strip() or (before[-1:] == " " and before[0] in ":,.!?")


def _end_behind(text: str, at: int, doubles: Sequence[Marked], stop: int) -> int:
    """Where a stretch that a single mark opens ends behind the double ones that it holds ("'She said “no” to me,' Hill said"),
    -1 when it never does."""
    reach = min(stop, at + LONGEST_SINGLE)
    for n, mark in enumerate(doubles):
        limit = doubles[n + 1].start if n + 1 < len(doubles) else reach
        if mark.end >= reach or mark.repair:
            break
        end = _single_end(text, mark.end, min(limit, reach))
        if end > 0:
            return end if text[end - 2] in PLACED or text[end : end + 1] in ".,;:\n" else -1
    return -1


def _is_left_open(text: str, begin: int, at: int, stop: int, found: list[Marked]) -> bool:
    """Whether a single mark that is never closed opens a quotation all the same, to the end of its paragraph."""
    behind = _goes_on_behind(text, found, at, stop)
    return behind or _goes_on_below(text, begin, at, stop) or _opens_paragraph(text, begin, at, stop)


def _goes_on_below(text: str, begin: int, at: int, stop: int) -> bool:
    """Whether a single mark that is never closed opens a quote that the next paragraph goes on with: that begins with
    the same mark, and this one opens its paragraph or follows a colon or a comma."""
    return _leads(text, begin, at) and text[stop : stop + SHORT].lstrip()[:1] == text[at]


def _goes_on_behind(text: str, found: list[Marked], at: int, stop: int) -> bool:
    """Whether a single mark that is never closed opens the second half of a quotation behind its attribution ("‘…,’ Hill said.
    ‘The road is shut."), to the end of its paragraph."""
    follows = bool(found) and text[max(0, at - 2) : at].strip() == "."
    return follows and text[at] == "‘" and text[stop - 1] in ".!?"


def _opens_paragraph(text: str, begin: int, at: int, stop: int) -> bool:
    """Whether a single mark that is never closed opens a paragraph of whole sentences."""
    return at == begin and text[at + 1].isupper() and text[stop - 1] in ".!?" and text.count(" ", at, stop) >= SHORT


def _single_end(text: str, begin: int, limit: int) -> int:
    """Where a stretch between single marks ends that is looked for between begin and limit, -1 when it never does. The
    possessive of a plural ("players' union") is told from a closing mark by what follows it."""
    fallback = -1
    for closing in SINGLE_CLOSE.finditer(text, begin, limit):
        here = closing.start()
        sure = text[here - 1] in ".,!?…" or text[here + 1 : here + 2] in ("", ".", ",", ";", ":", ")", "\n", "?", "!")
        if fallback > 0 and SINGLE_OPEN.search(text, fallback, here) is not None:
            return fallback  # "'one of the hardest years' for us, and 'very hard'"
        if sure or text[here - 1] not in "sS":
            return closing.end()
        if fallback < 0:
            fallback = closing.end()
    return fallback
