"""A page's text with its figures, and what stands around each of them: sentence, places, day, signs of an older figure."""

import re
from bisect import bisect_right
from datetime import date
from functools import cached_property

from claims.counterparts import places_in
from claims.extraction import extract
from claims.extraction.scan import lowered
from claims.extraction.values import CLAIM_BLOCKS, Figure, Span

from .dating import AsOf, Day, Sections, days_in, sections, stated_in
from .words import words

SENTENCE_END = re.compile(r"([^\W\d_]*)[.!?][\"”’)\]]*\s+(?=[\"“‘(\[]?(?:[^\W\d_a-z]|(\d)))")
SHORT_WORD = 3
"""A full stop after so short a word ends no sentence before a digit ("no. 20", "Oct. 7")."""

NEAR_BEFORE, NEAR_AFTER = 28, 18
"""Characters between a word like "previously" and the figure that it makes an older one."""


class Page:
    """One text on its way through locating, with the engine's figures; everything else is worked out when asked for."""

    def __init__(self, text: str, language: str | None, published: date | None) -> None:
        self.text = text
        self.lower = lowered(text)
        self.published = published
        extraction = extract(text, language=language, published=published)
        self.language = extraction.language
        self.figures = extraction.figures
        self.blocks = [block for block in extraction.blocks if block.kind in CLAIM_BLOCKS]

    @cached_property
    def lines(self) -> list[Span]:
        """The lines of the text that are not blank."""
        return [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", self.text)]

    @cached_property
    def day_first(self) -> bool:
        """Whether 10/11 is the 10th of November, as everywhere but in English."""
        return self.language != "en"

    @cached_property
    def sections(self) -> Sections:
        return sections(self.lower, self.lines, self.published, day_first=self.day_first)

    @cached_property
    def title_places(self) -> frozenset[str]:
        """The places that the first line of the article names."""
        start, end = self.title
        return places_in(self.text[start:end])

    @cached_property
    def title(self) -> Span:
        """The first line that belongs to the article."""
        return (self.blocks[0].start, self.blocks[0].end) if self.blocks else (0, 0)

    def line(self, offset: int) -> Span:
        """The line that holds the offset."""
        at = bisect_right(self.lines, (offset, len(self.text))) - 1
        return self.lines[max(at, 0)] if self.lines else (0, len(self.text))

    def sentence(self, figure: Figure) -> Span:
        """The sentence of a figure: the part of its line between two sentence ends."""
        start, end = self.line(figure.start)
        ends = [
            match.end()
            for match in SENTENCE_END.finditer(self.text, start, end)
            if match[2] is None or not 0 < len(match[1]) <= SHORT_WORD
        ]
        before = [at for at in ends if at <= figure.start]
        after = [at for at in ends if at >= figure.end]
        return (before[-1] if before else start), (after[0] if after else max(end, figure.end))

    def clause(self, figure: Figure) -> Span:
        """The sentence of a figure up to the figures beside it, where it has its own words on either side."""
        start, end = self.sentence(figure)
        others = [other for other in self.figures if other is not figure and start <= other.start < end]
        before = max((other.end for other in others if other.end <= figure.start), default=start)
        after = min((other.start for other in others if other.start >= figure.end), default=end)
        return before, after

    def lead(self, figure: Figure) -> str:
        """What stands in the figure's paragraph before its sentence."""
        return self.text[self.line(figure.start)[0] : self.sentence(figure)[0]]

    def as_of(self, figure: Figure) -> AsOf:
        """The day for which the page says the figure holds, else the page's own day as inferred."""
        sentence = self.sentence(figure)
        stated = stated_in(self.lower, sentence, (figure.start, figure.end), figure.event_date, self._days(sentence))
        if stated is None:
            stated = self.sections.of(figure.start)
        if stated is not None:
            return AsOf(stated.day, stated.precision, "stated")
        before = self._before(figure, sentence)
        day = before.day if before else self.published
        return AsOf(day, before.precision if before else "day", "inferred") if day else AsOf()

    def _before(self, figure: Figure, sentence: Span) -> Day | None:
        """The day that the sentences before it in the paragraph tie to their figures."""
        start = self.line(figure.start)[0]
        if start == sentence[0]:
            return None
        before = (start, sentence[0])
        return stated_in(self.lower, before, (sentence[0], sentence[0]), figure.event_date, self._days(before))

    def _days(self, span: Span) -> list[Day]:
        return list(days_in(self.lower, *span, self.published, day_first=self.day_first))

    def is_earlier(self, figure: Figure) -> bool:
        """Whether the words around a figure call it an older one: "previously 1,400", "from 1,400 to 1,200"."""
        start = self.sentence(figure)[0]
        before, after = self.clause(figure)
        lead = self.lower[max(before, figure.start - NEAR_BEFORE) : figure.start]
        trail = self.lower[figure.end : min(after, figure.end + NEAR_AFTER)]
        if words().earlier.search(lead) or words().earlier_after.search(trail) or words().denied.search(lead):
            return True
        if not words().old_side.search(lead):
            return False
        moved = words().reached.search(self.lower[start : figure.start])
        return bool(moved or words().onward.match(trail.lstrip()) or words().onward.search(trail))
