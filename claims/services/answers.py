"""What a page answers to a question: read in the sandbox, located, held against the claim."""

import hashlib
from bisect import bisect_right
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from claims import sandbox
from claims.comparison import Expected, Finding, Read, compare, several
from claims.extraction import available
from claims.locating import Located, Page, Pinned, Seen, locate, offered, pin, read_cell
from claims.quotations import compare_words
from claims.readers import MARKS, Locator, parse_locator, with_thousands, words_locator
from claims.services.questions import Question
from claims.services.searches import RECENT, Search

BESIDE = frozenset({"nav", "aside", "footer", "form"})
"""Regions of a page that are not what it says itself: menus, teasers of other pages."""

GAP = f"\n{' ' * 8}\n"
"""What is put in the place of such a region, which has lines of its own, however long it is: it changes from visit to visit, the
text around it does not. Paragraphs on either side of it are no neighbours."""

LANGUAGES = frozenset(available())

MOST_OFFERED = 5
"""Figures offered to an editor at once: what can be taken in at a glance."""

GLANCE = 80
"""Characters on either side of an offered number that are shown."""

SHORT = 300
"""Characters below which a page's own word for its language counts more than a guess from its text."""


class Answer(NamedTuple):
    """What a page says to one question: the finding, the reading (None unless there is exactly one), its words and place.

    `start`, `end` are places in the page's text, None for a cell. `took` in seconds. `seen` is what to remember of the figure.
    """

    finding: Finding
    read: Read | None = None
    words: str = ""
    start: int | None = None
    end: int | None = None
    place: str = ""
    took: float = 0.0
    seen: Seen | None = None

    @property
    def told(self) -> tuple[object, ...]:
        """The finding and the figure: where two answers differ, the page or our reading of it has changed."""
        read = self.read
        return self.finding.kind, *((read.value, read.high, read.bound, read.as_of) if read else (None,) * 4)


class SearchedText(NamedTuple):
    """A text that is searched, and where its stretches stand in the page's text: what begins at one of `starts` stands there by
    the `shifts` of the same place further on."""

    text: str
    starts: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)

    def place(self, at: int) -> int:
        """Where in the page's text the character at a place of this one stands."""
        return at + self.shifts[bisect_right(self.starts, at) - 1]


class Offer(NamedTuple):
    """A figure of a page that an editor may choose: its number, what stands before and after it in its sentence, and the
    locator that pins it there. Of a cell that can be two numbers each is one, `read` by that locator."""

    before: str
    number: str
    after: str
    locator: str
    read: Decimal | None = None


class Document:
    """A fetched page for its questions: read in the sandbox once as text and once for each locator of a cell; its text, whole
    for pinned words and without what stands beside it for all other claims, is searched for figures once."""

    def __init__(self, body: bytes, media_type: str, charset: str | None, url: str) -> None:
        self.body = body
        self.media_type = media_type
        self.charset = charset
        self.url = url
        self.reads: dict[str, sandbox.Read] = {}
        self.texts: dict[bool, tuple[SearchedText, bytes]] = {}
        self.pages: dict[bool, Page] = {}
        self.failed = sandbox.Read("ok")

    @property
    def text(self) -> str:
        """The page's text, "" when no question needed it."""
        return self.reads[""].text if "" in self.reads else ""

    def answer(self, question: Question) -> Answer | None:
        """What the page says to a question; None when the page cannot be read (`failed` says why)."""
        place = parse_locator(question.locator) if question.locator and question.expected is not None else None
        in_cell = place is not None and place.kind != "words"
        read = self._read(question.locator if in_cell else "")
        if read.outcome != "ok":
            self.failed = read
            return None
        if question.expected is None:
            return _heard(question.stretches, read.text)
        if in_cell:
            return _cell(question, question.expected, read, place.parts.get("thousands") if place else None)
        return self._prose(question, question.expected, read, place)

    def offers(self, question: Question) -> list[Offer]:
        """The figures of the page's prose among which an editor may choose, those that no words tell apart left out."""
        read = self._read("")
        if question.expected is None or read.outcome != "ok":
            return []
        page, whole, found = self._page(read, whole=False), self._page(read, whole=True), []
        for figure in offered(question.expected, page, MOST_OFFERED):
            if pinned := pin(figure, page, whole):
                (start, end), (first, last) = page.sentence(figure), figure.number
                before = ("…" if first - start > GLANCE else "") + page.text[max(start, first - GLANCE) : first]
                after = page.text[last : min(end, last + GLANCE)] + ("…" if end - last > GLANCE else "")
                locator = words_locator(pinned.prefix, pinned.exact, pinned.suffix)
                found.append(Offer(before, pinned.exact, after, locator))
        return found

    def cell_readings(self, question: Question) -> list[Offer]:
        """The numbers that the one cell at a locator can be, where its marks do not tell which, each with the locator that says so."""
        place = parse_locator(question.locator)
        if place.kind == "words" or "thousands" in place.parts:
            return []
        read = self._read(question.locator)
        if len(read.cells) != 1:
            return []
        found, text, number = [], read.cells[0].text, read.cells[0].number
        if read_cell(text, language=language_of(read), number=number).outcome != "ambiguous":
            return []
        for mark in MARKS:
            way = read_cell(text, thousands=mark).read
            if way is not None and way.value is not None:
                found.append(Offer("", text, "", with_thousands(question.locator, mark), way.value))
        return found

    def _read(self, locator: str) -> sandbox.Read:
        if locator not in self.reads:
            task: sandbox.Task = "find" if locator else "text"
            self.reads[locator] = sandbox.read(
                self.body, self.media_type, charset=self.charset, url=self.url, task=task, locator=locator
            )
        return self.reads[locator]

    def _main(self, read: sandbox.Read, *, whole: bool) -> tuple[SearchedText, bytes]:
        """The text that is searched, and its hash."""
        if whole not in self.texts:
            main = SearchedText(read.text) if whole else main_text(read)
            self.texts[whole] = main, hashlib.sha256(main.text.encode(errors="surrogatepass")).digest()
        return self.texts[whole]

    def _page(self, read: sandbox.Read, *, whole: bool) -> Page:
        if whole not in self.pages:
            main, _ = self._main(read, whole=whole)
            self.pages[whole] = Page(main.text, language_of(read), published_on(read))
        return self.pages[whole]

    def _locate(self, read: sandbox.Read, expected: Expected, pinned: Pinned | None, known: str) -> Located:
        """Where that text has the claim's figure, by what is known of the same text or by looking."""
        whole = pinned is not None
        _, digest = self._main(read, whole=whole)
        search = Search(digest, language_of(read), published_on(read), expected, pinned, known)
        found = RECENT.get(search)
        if found is None:
            found = locate(expected, self._page(read, whole=whole), pinned, Seen.unpacked(known) if known else None)
            RECENT.keep(search, found)
        return found

    def _prose(self, question: Question, expected: Expected, read: sandbox.Read, place: Locator | None) -> Answer:
        pinned = None
        if place is not None:
            parts = place.parts
            pinned = Pinned(parts.get("exact", ""), parts.get("prefix", ""), parts.get("suffix", ""))
        # What was seen for another claim, or in another place, tells nothing of this one.
        known = "" if question.is_new else question.evidence.remembered
        located = self._locate(read, expected, pinned, known)
        if located.start is None or located.end is None:
            return _located(question, expected, located)
        main, _ = self._main(read, whole=pinned is not None)
        start, end = main.place(located.start), main.place(located.end - 1) + 1
        return _located(question, expected, located, words=read.text[start:end], start=start, end=end)


def _heard(stretches: tuple[str, ...], text: str) -> Answer:
    heard = compare_words(stretches, text)
    words = text[heard.start : heard.end] if heard.start is not None else ""
    return Answer(heard.finding, None, words, heard.start, heard.end)


def _cell(question: Question, expected: Expected, read: sandbox.Read, thousands: str | None) -> Answer:
    """The one cell at the locator. Its unit is the claim's where it names none: an editor chose it for this claim. `thousands` is
    the mark between thousands, where the editor gave it."""
    if not read.cells:
        return Answer(compare(expected, None, question.tolerance), place=read.reason)
    if len(read.cells) > 1:
        places = "; ".join(cell.place for cell in read.cells)
        numbers = [
            read_cell(cell.text, expected.unit, number=cell.number, thousands=thousands).read for cell in read.cells
        ]
        told = [number for number in numbers if number is not None]
        if len(told) < 2:
            return Answer(compare(expected, None, question.tolerance), place=places)
        return Answer(several(expected, told[0], told[1]), place=places)
    cell = read.cells[0]
    located = read_cell(cell.text, expected.unit, language=language_of(read), number=cell.number, thousands=thousands)
    return _located(question, expected, located, words=cell.text, place=cell.place)


def _located(
    question: Question,
    expected: Expected,
    located: Located,
    *,
    words: str = "",
    start: int | None = None,
    end: int | None = None,
    place: str = "",
) -> Answer:
    read = located.read
    if located.outcome == "ambiguous" and read is not None:
        return Answer(several(expected, read, located.runner_up or read), None, words, start, end, place)
    if located.outcome != "found" or read is None:
        return Answer(compare(expected, None, question.tolerance), place=place)
    return Answer(compare(expected, read, question.tolerance), read, words, start, end, place, seen=located.seen)


def main_text(read: sandbox.Read) -> SearchedText:
    """The page's text without what stands beside it."""
    pieces, starts, shifts = [], [0], [0]
    at = length = 0
    for region in sorted(region for region in read.regions if region.kind in BESIDE):
        start, end = max(region.start, at), max(region.end, at)
        if start == end:
            continue
        pieces += [read.text[at:start], GAP]
        length += start - at + len(GAP)
        starts.append(length)
        shifts.append(end - length)
        at = end
    return SearchedText("".join([*pieces, read.text[at:]]), tuple(starts), tuple(shifts))


def language_of(read: sandbox.Read) -> str | None:
    """The language a page names, where its text is too short to guess it; None for one that we do not read."""
    code = (read.language or "").split("-")[0].lower()
    return code if code in LANGUAGES and len(read.text) < SHORT else None


def published_on(read: sandbox.Read) -> date | None:
    """The page's own day, as its head or its address tells it."""
    return day_of(read.published) or day_of(read.modified)


def day_of(text: str | None) -> date | None:
    """The day of an ISO 8601 date or time as the page states it, in its own zone."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
