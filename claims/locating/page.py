"""A page's text with its figures, and what stands around each of them: sentence, places, day, signs of an older figure."""

import re
from bisect import bisect_right
from datetime import date
from functools import cached_property

from claims.counterparts import all_places_in, narrowest, nearness
from claims.extraction import extract
from claims.extraction.scan import lowered
from claims.extraction.values import CLAIM_BLOCKS, Figure, Span

from .dating import HEAD, AsOf, Day, Sections, days_in, sections, stated_in
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
    def title(self) -> str:
        """The first line that belongs to the article, when it is no paragraph."""
        start, end = (self.blocks[0].start, self.blocks[0].end) if self.blocks else (0, 0)
        return self.text[start:end] if end - start <= HEAD else ""

    @cached_property
    def is_of_many_places(self) -> bool:
        """Whether the page names places of which none holds the other."""
        places = narrowest(self.places)
        return any(nearness(frozenset({one}), frozenset({other})) == "other" for one in places for other in places)

    @cached_property
    def places(self) -> frozenset[str]:
        """All known places that the page names."""
        return all_places_in(self.text)

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
        """The part of a figure's sentence that speaks of it and not of the figures beside it."""
        start, end = self.sentence(figure)
        inside = [other for other in self.figures if other is not figure and start <= other.start < end]
        others = [other for other in inside if other.unit == figure.unit]
        before = max((other.end for other in others if other.end <= figure.start), default=None)
        after = min((other.start for other in others if other.start >= figure.end), default=None)
        if before is not None:
            parted = [match.end() for match in words().parting.finditer(self.lower, before, figure.start)]
            start = parted[-1] if parted else before
        if after is not None:
            parts = words().parting.search(self.lower, figure.end, after)
            end = parts.start() if parts else after
        return start, end

    def whole_of(self, figure: Figure) -> Figure | None:
        """The figure of which this one is a part: "Of them 4,506 …", "including 4,506 …"; the nearest one before it."""
        if figure.relation is not None and figure.relation.kind == "part_of":
            return self.figures[figure.relation.figure]
        start = self.sentence(figure)[0]
        cue = words().part.search(self.lower, start, figure.start)
        if cue is None:
            return None
        line = self.line(figure.start)[0]
        before = [
            other for other in self.figures if other.event and line <= other.start and other.end <= cue.start() + 1
        ]
        return before[-1] if before else self._above(figure, line)

    def _above(self, figure: Figure, line: int) -> Figure | None:
        """The last figure with an event in the paragraph above."""
        before = [other for other in self.figures if other.event and other.end <= line]
        return before[-1] if before and self.line(before[-1].start)[1] + 3 >= line else None

    def lead(self, figure: Figure) -> str:
        """What stands in the figure's paragraph before its sentence."""
        return self.text[self.line(figure.start)[0] : self.sentence(figure)[0]]

    def as_of(self, figure: Figure) -> AsOf:
        """The day for which the page says the figure holds, else the page's own day as inferred."""
        sentence = self.sentence(figure)
        stated = stated_in(self.lower, sentence, (figure.start, figure.end), self._days(sentence))
        stated = stated or self._before(figure, sentence) or self.sections.of(figure.start)
        if stated is not None:
            return AsOf(stated.day, stated.precision, "stated")
        return AsOf(self.published, "day", "inferred") if self.published else AsOf()

    def _before(self, figure: Figure, sentence: Span) -> Day | None:
        """The day that the sentences before it in the paragraph tie to their figures."""
        start = self.line(figure.start)[0]
        if start == sentence[0]:
            return None
        before = (start, sentence[0])
        return stated_in(self.lower, before, (sentence[0], sentence[0]), self._days(before))

    def _days(self, span: Span) -> list[Day]:
        section = self.sections.of(span[0])
        reference = section.day if section else self.published
        return list(days_in(self.lower, *span, reference, day_first=self.day_first))

    def is_foreseen(self, figure: Figure) -> bool:
        """Whether the words before a figure say that it is feared or foreseen: "the toll could reach 20,000"."""
        start = max(self.clause(figure)[0], figure.start - NEAR_BEFORE)
        return bool(words().foreseen.search(self.lower, start, figure.number[0]))

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
