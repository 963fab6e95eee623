"""Blocks: which lines of a text are the article, and which stand around it (byline, advertising, teasers, lists of related items)."""

import re
from collections.abc import Iterator
from typing import Final

from .line_breaks import trimmed_lines
from .lines import (
    LINE,
    MARK_EDGES,
    PARAGRAPH,
    TIME_REACH,
    Marks,
    is_caption,
    is_counter,
    is_relative_time,
    is_stamped,
    looks_like_date,
    marks_of,
    tells_time,
)
from .prices import levels_among, plans_among, rows_among, tells_price
from .scan import Scan
from .stamps import credit_end, credits_in, dateline_end, is_glued_byline, stamp_end
from .teasers import (
    CLOSED,
    SENTENCE,
    STOPS,
    asking,
    bracketed,
    comments_from,
    ends_in_offer,
    is_offer,
    leads_to_headline,
    opens_sentence,
    signed_off,
    teasers_among,
    titles_from,
    titles_until,
)
from .values import Block

HEADING_REACH: Final = 100
"""A heading is not longer."""
LONGEST_ADVERT: Final = 350
"""A closed line that is longer has a paragraph behind what it offers."""
SHORTEST_TITLE: Final = 4
"""Blanks of a title that its day and hour tell; the names of writers have fewer."""
MARK_REACH: Final = 80
"""An offer, or another line that says by its words what it is, is not longer."""
LED: Final = 3
"""Words of the name of a part of the site: "More from Forbes Advisor"."""
OFFERS: Final = 3
"""Among so many lines an offer may stand above the headline."""
CAPITALS: Final = 3
"""Letters of the longest short word in capitals, which an acronym may be ("KPK")."""
TEASER_REACH: Final = 220
"""The title after an inline "Baca juga:" is not longer."""
DATELINE_PARAGRAPHS: Final = 3
"""Datelines stand before one of the first paragraphs."""
PARAGRAPHS: Final = 2
"""So many paragraphs at least stand before the comments of readers."""
TITLE_END: Final = re.compile(r"[.!?](?=\s|[A-Z“\"]|$)|(?<=[a-z])(?=[A-Z][a-z]{2,}\s[a-z])")
BRACKET_END: Final = re.compile(r"[)\]]")
OPENING: Final = frozenset("([")
SHORTCODE: Final = re.compile(r"\[[a-z][a-z0-9_-]*(?: [a-z][a-z0-9_-]*=[^\s\[\]][^\[\]=]*){2,}\]")
"""As in "[chart symbol=”X” width=”420″]"."""
SIGNATURE: Final = re.compile(r"[(\[](?:[A-Za-z]{2,12}[/|*-])+[A-Za-z]{2,12}[)\]]")


def find_blocks(scan: Scan) -> list[Block]:
    """The blocks of the text, in order: one for each line, more where advertising or a dateline stands inside a line."""
    marks = marks_of(scan.language)
    lines = trimmed_lines(scan.text, marks)
    cuts = inline_cuts(scan, marks)
    sorter = Sorter(scan, marks, lines)
    blocks: list[Block] = []
    for index, (start, end) in enumerate(lines):
        kind = sorter.kind(index)
        if cuts and kind in {"body", "heading", "headline", "caption"}:
            while cuts and cuts[-1][0] < start:
                cuts.pop()
            position = start
            while cuts and cuts[-1][0] < end:
                cut_start, cut_end, cut_kind = cuts.pop()
                cut_end = min(cut_end, end)
                if cut_start < position:
                    continue
                add(blocks, scan.text, position, cut_start, kind)
                add(blocks, scan.text, cut_start, cut_end, cut_kind)
                position = cut_end
            add(blocks, scan.text, position, end, "body" if position > start else kind)
        else:
            blocks.append(Block(start, end, kind))
    return with_datelines(scan, blocks)


def add(blocks: list[Block], text: str, start: int, end: int, kind: str) -> None:
    """Append text[start:end] without its edge blanks, if anything is left."""
    piece = text[start:end]
    body = piece.strip()
    if body:
        start += len(piece) - len(piece.lstrip())
        blocks.append(Block(start, start + len(body), kind))


def inline_cuts(scan: Scan, marks: Marks) -> list[tuple[int, int, str]]:
    """Advertising and teasers that may stand inside a line, last first: (start, end, kind)."""
    found: list[tuple[int, int, str]] = []
    position = 0
    for start, stop in sorted([*marks.inline_in(scan), *bracketed(scan.text)]):
        end = stop
        if start < position:
            continue
        before = scan.text[start - 1 : start]
        if scan.lower[end - 1] in ":|":
            if before.isalpha() and not (before.islower() and scan.text[start].isupper()):
                continue
            if scan.lower[start : end - 1].rstrip(" ").isalpha() and not opens_sentence(scan.text, start):
                continue  # "buku yang ia baca: …"
            window = scan.text[end : end + TEASER_REACH]
            title_end = (BRACKET_END if before in OPENING else TITLE_END).search(window, 1)
            line_end = LINE.match(window)
            end += min(title_end.end() if title_end else len(window), line_end.end() if line_end else 0)
            found.append((start, end, "teaser"))
        else:
            if scan.text[start] == "[":
                close = scan.text.find("]", end, end + 120)
                end = close + 1 if close >= 0 else end
            elif not scan.text[start:end].isupper():
                continue
            found.append((start, end, "advert"))
        position = end
    found.reverse()
    return found


class Sorter:
    """Tells the kind of each line, in order; remembers whether the article has begun and whether a list of related items has."""

    def __init__(self, scan: Scan, marks: Marks, lines: list[tuple[int, int]]) -> None:
        self.scan = scan
        self.marks = marks
        self.lines = lines
        self.begun = False
        self.started = False
        self.related = False
        self.led = ""  # the kind of a line that marks the one below it: "Read more:", "Source:"
        self.priced = False
        self.ended = False
        self.told = 0
        ends = (titles_from(scan.text, lines), signed_off(scan.text, lines))
        self.titles_from = min(*ends, comments_from(scan.text, lines, marks))
        self.titles_until = titles_until(scan.text, lines)
        self.menus, self.teasers = teasers_among(scan.text, lines, marks)
        rows = levels_among(scan.lower, lines) | rows_among(scan.lower, lines) | plans_among(scan.lower, lines)
        self.asking = asking(scan, lines, marks) | rows
        self.top = self.behind_offers() if lines else 0

    def kind(self, index: int) -> str:
        """The kind of line `index`; lines must be asked for in order."""
        start, end = self.lines[index]
        size = end - start
        lower = self.scan.lower[start : min(end, start + PARAGRAPH)]
        if self.ended or not self.titles_until <= index < self.titles_from:
            return "related"
        if index < self.top or (index == 0 and leads_to_headline(self.scan.text, self.lines)):
            return "advert"
        if self.related:
            if not self.resumes(index):
                return "related"
            self.related = False
        marked = "advert" if self.offers(index) or self.is_shortcode(start, end) else self.marked(start, end, lower)
        if marked and not self.is_sentence(start, end, HEADING_REACH if marked == "byline" else LONGEST_ADVERT):
            return marked
        if (self.begun and index in self.teasers) or (index > self.top and index in self.menus):
            return "related"
        if self.led:
            closed = size > SENTENCE and self.scan.text.endswith(CLOSED, start, end)
            if size < PARAGRAPH and (not closed or index == 1 or self.is_doubled(index) or self.opens_below(index)):
                return self.led
            self.led = ""
        self.started = True
        kind = self.inner(index) if self.begun else self.before_the_article(index, lower)
        self.told += kind == "body"
        return kind

    def is_shortcode(self, start: int, end: int) -> bool:
        """Whether a line is a word in square brackets with its settings, which a page's program should have replaced."""
        lower = self.scan.lower
        return lower[start] == "[" and lower[end - 1] == "]" and SHORTCODE.fullmatch(lower, start, end) is not None

    def marked(self, start: int, end: int, lower: str) -> str | None:
        """The kind of the line start..end, `lower` in lower case, that says what it is by its words."""
        size = end - start
        priced, self.priced = self.priced, False
        if size <= MARK_REACH:
            bare = " ".join(lower.split()).strip(MARK_EDGES)
            if bare in self.marks.page_ends and self.told >= PARAGRAPHS:
                self.ended = True
                return "related"
            if self.marks.heads_list(bare):
                self.related = self.started
                return "related"
            kind = self.marks.lines.get(bare)
            if kind:
                self.led = kind if kind == "teaser" else ""
                return kind
            if is_relative_time(bare, self.marks):
                return "dateline"
            if tells_price(lower, priced=priced):
                self.priced = True
                return "advert"
            if is_counter(bare, self.marks) and len(self.lines) > 1:
                return "advert"
            if is_glued_byline(self.scan.text[start:end], self.marks):
                return "dateline"
            if SIGNATURE.fullmatch(lower) or lower.strip("=-_*· ") == "":
                return "byline"
        if size < PARAGRAPH and is_stamped(lower, self.marks):
            return "dateline"
        if lower.count(":") > 1 and sum(mark in lower for mark in self.marks.bylines) > 1:
            return "byline"  # "Kamis, 4 Mei 2023 Reporter: Rina Dewi Editor: Budi Sari 745"
        opened = lower.lstrip("([*>. ")
        for words, kind in self.marks.starts.get(opened[:1], ()):
            if opened.startswith(words) and not opened[len(words) : len(words) + 1].isalpha():
                rest = opened[len(words) :].strip(" :\u00a0")
                leads = not rest or (words in self.marks.related_heads and rest.count(" ") < LED)
                self.led = kind if leads and (kind == "teaser" or lower[-1] == ":") else ""
                return kind
        return None

    def behind_offers(self) -> int:
        """The first line of the article, where an offer and the titles of other articles stand above its headline."""
        for index in range(min(OFFERS, len(self.lines) - 1), 0, -1):
            if self.offers(index - 1) and not any(
                self.paragraph(*line) for line in (*self.lines[: index - 1], self.lines[index])
            ):
                return index
        start, end = self.lines[0]
        return int(ends_in_offer(self.scan.lower[start:end], self.marks))

    def offers(self, index: int) -> bool:
        """Whether line `index` is nothing but an offer, or asks something of those who read the page."""
        start, end = self.lines[index]
        short = end - start <= MARK_REACH
        return index in self.asking or (short and is_offer(self.scan.lower[start:end].strip(MARK_EDGES), self.marks))

    def is_doubled(self, index: int) -> bool:
        """Whether line `index` stands once more right above or below."""
        beside = [*self.lines[max(0, index - 1) : index], *self.lines[index + 1 : index + 2]]
        start, end = self.lines[index]
        return any(self.scan.text[first:last] == self.scan.text[start:end] for first, last in beside)

    def opens_below(self, index: int) -> bool:
        """Whether a paragraph below line `index` opens as articles of some outlets do, with a word in capitals: "SEDIKITNYA tiga …"."""
        if index + 1 >= len(self.lines) or not self.paragraph(*self.lines[index + 1]):
            return False
        start, end = self.lines[index + 1]
        words = self.scan.text[start:end].split(" ", 2)
        return len(words) > 1 and len(words[0]) > CAPITALS and words[0].isalpha() and words[0].isupper()

    def paragraph(self, start: int, end: int) -> bool:
        """Whether a line is running text: long, or closed by a stop."""
        size = end - start
        return size >= PARAGRAPH or (size > SENTENCE and self.scan.text.endswith(STOPS, start, end))

    def is_sentence(self, start: int, end: int, longest: int) -> bool:
        """Whether a line is too long for the names of those who wrote it: "Published in Nature, the study says that …"."""
        text = self.scan.text
        return end - start > longest and text.endswith(CLOSED, start, end) and ";" not in text[start:end]

    def resumes(self, index: int) -> bool:
        """Whether the article goes on after a list of related items: two paragraphs in a row, both closed."""
        following = self.lines[index : index + 2]
        return len(following) == 2 and all(
            end - start >= 80 and self.scan.text[start:end].endswith(STOPS) for start, end in following
        )

    def before_the_article(self, index: int, lower: str) -> str:
        """The kind of a line above the first paragraph."""
        start, end = self.lines[index]
        line = self.scan.text[start:end]
        if len(self.lines) == 1:
            self.begun = True
            return "body"
        if index == self.top and end - start <= 220 and self.titles(line, index):
            return "headline"
        if is_caption(line, self.marks):
            return "caption"
        if self.paragraph(start, end):
            self.begun = True
            return "body"
        if looks_like_date(lower, self.marks):
            return "dateline"
        words = line.split(" ", 7)
        if len(words) <= 4 and not any(char.isdigit() for char in line):
            return "byline"
        return "heading" if index + 1 < len(self.lines) else "body"

    def titles(self, line: str, index: int) -> bool:
        """Whether the first line, of that `index`, reads like a title: no stop at its end, or a short one above a paragraph."""
        if line.endswith((".", ",")):
            above = index + 1 < len(self.lines) and self.paragraph(*self.lines[index + 1])
            return len(line) <= 80 and line[-1] == "." and above and ". " not in line
        return not line[0].islower()

    def inner(self, index: int) -> str:
        """The kind of a line inside the article."""
        start, end = self.lines[index]
        line = self.scan.text[start:end]
        if self.signs(line) and self.closing(index):
            return "byline"
        if end - start > HEADING_REACH or index + 1 == len(self.lines):
            return "body"
        if self.tells_when(index):
            return "dateline"
        if self.tells_when(index + 1) and self.teases(index):
            return "teaser"
        if line.endswith((*STOPS, ":", ";", ",", "-")) or not (line[0].isupper() or line[0].isdigit()):
            return "body"
        following = self.lines[index + 1]
        return "heading" if self.paragraph(*following) else "body"

    def tells_when(self, index: int) -> bool:
        """Whether line `index` is nothing but the day and hour, or the age, of what stands above it."""
        start, end = self.lines[index]
        return end - start <= TIME_REACH and tells_time(self.scan.lower[start:end], self.marks)

    def teases(self, index: int) -> bool:
        """Whether line `index` may be the title of another article: no paragraph, and as long as titles are."""
        start, end = self.lines[index]
        return not self.paragraph(start, end) and self.scan.text.count(" ", start, end) >= SHORTEST_TITLE

    def signs(self, line: str) -> bool:
        """Whether a short line is an agency's or a writer's mark at the end: REUTERS, (ANTARA), AFP/BBC."""
        mark = line.strip("()[]*- .")
        return len(mark) <= 40 and mark.isupper() and not any(char.isdigit() for char in mark)

    def closing(self, index: int) -> bool:
        """Whether no paragraph follows line `index` directly."""
        return not any(self.paragraph(*line) for line in self.lines[index + 1 : index + 2])


def with_datelines(scan: Scan, blocks: list[Block]) -> list[Block]:
    """The blocks with the datelines of the first paragraphs ("LONDON (AP) — "), glued captions and all stamps cut off as
    blocks of their own."""
    result: list[Block] = []
    paragraphs = 0
    glued = credits_in(scan)
    for block in without_captions(scan, glued, blocks) if glued else blocks:
        if block.kind != "body":
            result.append(block)
            continue
        paragraphs += 1
        cut = stamp_end(scan, block.start, block.end)
        if cut is None and paragraphs <= DATELINE_PARAGRAPHS:
            cut = dateline_end(scan, block.start, block.end)
        if cut:
            add(result, scan.text, block.start, cut, "dateline")
            add(result, scan.text, cut, block.end, "body")
        else:
            result.append(block)
    return result


def without_captions(scan: Scan, glued: list[int], blocks: list[Block]) -> Iterator[Block]:
    """The blocks, captions that scraping has glued to the words behind them apart from these."""
    for block in blocks:
        told = block.kind in {"body", "caption"}
        credit = credit_end(scan, glued, block.start, block.end) if told else None
        if credit:
            yield Block(block.start, credit, "caption")
            yield Block(credit, block.end, "body")
        else:
            yield block
