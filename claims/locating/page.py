"""A page's text with its figures, and what stands around each of them: sentence, places, day, signs of an older figure."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from operator import itemgetter

from claims.comparison import Read
from claims.counterparts import all_places_in, narrowest, nearness, proper_names
from claims.extraction import extract
from claims.extraction.demand import FiguresOnDemand
from claims.extraction.language import load
from claims.extraction.values import CLAIM_BLOCKS, Figure, Span

from .dating import HEAD, AsOf, Day, Sections, dateline_day, days_in, head_day, sections, stamps, stated_in
from .grid import Cell, cells
from .words import words

SENTENCE_END = re.compile(r"[.!?][\"”’)\]]{0,3}\s{1,8}(?=[\"“‘(\[]?(?:[^\W\d_a-z]|(\d)))")
SHORT = 3
SHORT_WORD = re.compile(rf"(?<![^\W\d_])[^\W\d_]{{1,{SHORT}}}\Z")
"""A full stop after so short a word ends no sentence before a digit ("no. 20", "Oct. 7")."""

REACH = 500
"""Characters on either side of a figure that may belong to its sentence; twice as many before it belong to its paragraph."""


class Page:
    """One text on its way through locating, with the engine's figures; everything else is worked out when asked for."""

    def __init__(self, text: str, language: str | None, published: date | None) -> None:
        self.text = text
        self._told = published
        self._engine = FiguresOnDemand(text, language)
        self.lower = self._engine.scan.lower
        self.language = self._engine.scan.language.code
        self._sentence_ends: dict[int, list[int]] = {}
        self._sentences: dict[Span, Span] = {}
        self._clauses: dict[int, Span] = {}
        self._as_of: dict[Span, AsOf] = {}
        self.own: dict[int, str] = {}
        self._elided: dict[int, Figure | None] = {}
        self._wholes: dict[int, Figure | None] = {}
        self.readings: dict[int, Read] = {}
        self.dated: dict[int, tuple[Read, Read]] = {}
        self.told: dict[Span, frozenset[str]] = {}
        self.blanked: dict[int, tuple[str, ...]] = {}
        self._quoted: dict[int, tuple[Figure, ...]] = {}
        blocks = self._engine.scan.blocks
        self.blocks = [block for block in blocks if block.kind in CLAIM_BLOCKS]
        self._placelines = [(block.start, block.end) for block in blocks if block.kind == "dateline"]
        self._datelines = {end for _, end in self._placelines}

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures of the page; who asks for those of one unit or place has fewer sentences read."""
        return self._engine.all()

    def figures_like(self, unit: str | None) -> tuple[Figure, ...]:
        """Every figure in this unit, in order; and others, mostly of the same sentences."""
        return self._engine.like(unit)

    def others(self, figure: Figure) -> Iterator[Figure]:
        """The other figures of the page in the same unit, in order."""
        return (one for one in self.figures_like(figure.unit) if one.unit == figure.unit and one is not figure)

    @cached_property
    def lines(self) -> list[Span]:
        """The lines of the text that are not blank."""
        return [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", self.text)]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [start for start, _ in self.lines]

    @cached_property
    def day_first(self) -> bool:
        """Whether 10/11 is the 10th of November."""
        return not load(self.language).tables["dates"]["month_first"]

    @cached_property
    def published(self) -> date | None:
        """The page's own day: the one that its address gave with it, else the one that stands at its head."""
        head = self._told or head_day(self.lower, self.lines, day_first=self.day_first)
        return head or dateline_day(self.lower, self._placelines, day_first=self.day_first)

    @cached_property
    def sections(self) -> Sections:
        return sections(self.lower, self.lines, self.published, day_first=self.day_first)

    @cached_property
    def title(self) -> str:
        """The first line that belongs to the article, when it is no paragraph."""
        start, end = (self.blocks[0].start, self.blocks[0].end) if self.blocks else (0, 0)
        return self.text[start:end] if end - start <= HEAD else ""

    def opening(self, figure: Figure) -> str:
        """The first line, the title and what stands of the first paragraph before the figure: they tell where the article
        plays."""
        first_line = self.text[slice(*self.lines[0])] if self.lines else ""
        rest = self.blocks[1:] if self.title else self.blocks
        first = rest[0] if rest else None
        return (
            (first_line if len(first_line) <= HEAD else "")
            + "\n"
            + self.title
            + "\n"
            + (self.text[first.start : min(first.end, first.start + REACH, figure.start)] if first else "")
        )

    @cached_property
    def head_place(self) -> str:
        """The dateline of the first paragraph that has one ("PADANG, May 15 - "), "" without any."""
        end = min(self._datelines, default=0)
        return self.text[self.line(end - 1)[0] : end] if end else ""

    @cached_property
    def names_no_place(self) -> bool:
        """Whether no place is told anywhere: the page of a national body, of one place for itself."""
        return not self.places and not any(proper_names(figure.place or "") for figure in self.figures)

    def tells_within(self, place: str | None, larger: frozenset[str]) -> bool:
        """Whether the page itself tells that a place lies in a larger one, as addresses do: "Desa Aren, Kabupaten Belo"."""
        for match in re.finditer(re.escape(place), self.text) if place else ():
            chain = words().address.match(self.text, match.end())
            if chain and all_places_in(chain.group()) & larger:
                return True
        return False

    def placed_before(self, figure: Figure) -> Figure | None:
        """The last figure with a place before this one in its paragraph."""
        before = (one for one in reversed(self.beside(figure)) if one.start < figure.start)
        return next((one for one in before if one.place), None)

    @cached_property
    def is_of_many_places(self) -> bool:
        """Whether the page names places of which none holds the other."""
        places = narrowest(self.places)
        return any(nearness(frozenset({one}), frozenset({other})) == "other" for one in places for other in places)

    @cached_property
    def places(self) -> frozenset[str]:
        """All known places that the page names."""
        return all_places_in(self.text)

    @cached_property
    def places_told(self) -> frozenset[str]:
        """The known places that the page's own sentences name, without its datelines and what is no text of it."""
        return all_places_in("\n".join(self.text[block.start : block.end] for block in self.blocks))

    @cached_property
    def place_names(self) -> frozenset[frozenset[str]]:
        """The names of all places that are told of figures or stand behind a word that places something."""
        said = [figure.place for figure in self.figures if figure.place]
        said += [
            told
            for told in words().placed.findall(self.text)
            if told.split()[0].lower() not in {*words().months, *words().weekdays}
        ]
        return frozenset(names for told in said if (names := proper_names(told)))

    @cached_property
    def rows(self) -> list[tuple[Span, str]]:
        """The rows of the page's tables, each with its label: lines whose cells stand apart by tabs."""
        lines = ((line, self.text[line[0] : line[1]]) for line in self.lines)
        return [(line, text.split("\t")[0]) for line, text in lines if "\t" in text]

    def rows_of(self, places: frozenset[str]) -> list[tuple[Span, str]]:
        """The rows whose label names one of the places."""
        return [row for row in self.rows if all_places_in(row[1]) & places]

    @cached_property
    def _cells(self) -> Mapping[int, Sequence[Cell]]:
        return cells(self.text, self.lines)

    def cell(self, figure: Figure) -> Cell | None:
        """The cell of a table in which a figure stands."""
        if not self._cells:
            return None
        row = self._cells.get(self.line(figure.start)[0], ())
        return next((cell for cell in row if cell.start <= figure.number[0] < cell.end), None)

    @cached_property
    def _stamps(self) -> Sequence[tuple[int, int]]:
        return stamps(self.lower, self.lines)

    def moment(self, figure: Figure) -> int | None:
        """The minute of the day under which a figure stands on a live page; None elsewhere."""
        above = bisect_right(self._stamps, figure.start, key=itemgetter(0))
        return self._stamps[above - 1][1] if above else None

    def dateline(self, figure: Figure) -> int:
        """Where the dateline of a figure's line ends ("PADANG, May 15 - "), which tells where it was written; else its start."""
        first, last = self.line(figure.start)
        return next((end for end in self._datelines if first < end <= last), first)

    def line(self, offset: int) -> Span:
        """The line that holds the offset."""
        at = bisect_right(self._line_starts, offset) - 1
        return self.lines[max(at, 0)] if self.lines else (0, len(self.text))

    def _ends(self, line: Span) -> list[int]:
        """Where the sentences of a line end."""
        if line[0] not in self._sentence_ends:
            self._sentence_ends[line[0]] = [
                match.end()
                for match in SENTENCE_END.finditer(self.text, *line)
                if match[1] is None
                or SHORT_WORD.search(self.text, max(line[0], match.start() - SHORT), match.start()) is None
            ]
        return self._sentence_ends[line[0]]

    def between(self, start: int, end: int) -> tuple[Figure, ...]:
        """The figures that begin in start..end, in order."""
        return self._engine.between(start, end)

    def beside(self, figure: Figure) -> tuple[Figure, ...]:
        """The figures near enough in the same line to be of the same paragraph, in order, the figure itself among them."""
        first, last = self.line(figure.start)
        return self.between(max(first, figure.start - 2 * REACH), min(last, figure.end + 2 * REACH))

    def sentence(self, figure: Figure) -> Span:
        """The sentence of a figure: the part of its line between two sentence ends."""
        place = figure.start, figure.end
        if place not in self._sentences:
            self._sentences[place] = self._sentence(figure)
        return self._sentences[place]

    def _sentence(self, figure: Figure) -> Span:
        line = self.line(figure.start)
        ends = self._ends(line)
        before, after = bisect_right(ends, figure.start), bisect_left(ends, figure.end)
        start = ends[before - 1] if before else line[0]
        end = ends[after] if after < len(ends) else max(line[1], figure.end)
        return max(start, figure.start - REACH), min(end, figure.end + REACH)

    def clause(self, figure: Figure) -> Span:
        """The part of a figure's sentence that speaks of it and not of the figures of its unit beside it."""
        if figure.start not in self._clauses:
            self._clauses[figure.start] = self._clause(figure)
        return self._clauses[figure.start]

    def _clause(self, figure: Figure) -> Span:
        cell = self.cell(figure)
        if cell is not None:
            return cell.start, cell.end
        start, end = self.sentence(figure)
        others = [one for one in self.between(start, end) if one is not figure and one.unit == figure.unit]
        before = max((other.end for other in others if other.end <= figure.start), default=None)
        after = min((other.start for other in others if other.start >= figure.end), default=None)
        if before is not None:
            parted = [match.end() for match in words().parting.finditer(self.lower, before, figure.start)]
            start = parted[-1] if parted else before
        if after is not None:
            parts = words().parting_next.search(self.lower, figure.end, after)
            end = parts.start() if parts else after
        elided = words().elided.search(self.text, figure.end, end)
        return start, elided.start() if elided else end

    def part_after(self, figure: Figure) -> int | None:
        """Where the words end that call a figure a part of the one before: "5,840 of them children"."""
        after = self.lower[figure.end : figure.end + 1]
        cue = words().part.match(self.lower, figure.end + 1) if after == " " else None
        return cue.end() if cue else None

    def elided_from(self, figure: Figure) -> Figure | None:
        """The figure before one that leaves out what it counts, as members of a list do: "16 in the Aren fire and nine in …"."""
        if figure.number[0] not in self._elided:
            before = [one for one in self.between(self.sentence(figure)[0], figure.start) if one.end <= figure.start]
            joined = bool(before) and before[-1].unit == figure.unit
            joined = joined and words().member_next.fullmatch(self.text, before[-1].end, figure.start) is not None
            self._elided[figure.number[0]] = before[-1] if joined else None
        return self._elided[figure.number[0]]

    def whole_of(self, figure: Figure) -> Figure | None:
        """The figure of which this one is a part: "Of them 4,506 …", "including 4,506 …"; the nearest one before it."""
        if figure.number[0] not in self._wholes:
            self._wholes[figure.number[0]] = self._whole_of(figure)
        return self._wholes[figure.number[0]]

    def _whole_of(self, figure: Figure) -> Figure | None:
        if figure.relation is not None and figure.relation.kind == "part_of":
            return self._engine.related(figure)
        start = self.sentence(figure)[0]
        after = self.part_after(figure)
        cue = words().part.search(self.lower, start, figure.start)
        if cue is None and after is not None:
            first = max(self.line(figure.start)[0], start - REACH)
            before = [other for other in self.between(first, figure.start) if other.end <= figure.start]
            return before[-1] if before else None
        if cue is None:
            return None
        line = self.line(figure.start)[0]
        before = [other for other in self.beside(figure) if other.event and other.end <= cue.start() + 1]
        return before[-1] if before else self._above(line)

    def _above(self, line: int) -> Figure | None:
        """The last figure with an event in the paragraph above."""
        before = [other for other in self.between(line - 2 * REACH, line) if other.event and other.end <= line]
        return before[-1] if before and self.line(before[-1].start)[1] + 3 >= line else None

    def above(self, figure: Figure) -> tuple[Figure, ...]:
        """The figures of the paragraph above a figure's own, in order."""
        first = self.line(figure.start)[0]
        start = self.line(max(first - 2, 0))[0] if first else 0
        return self.between(start, first)

    def lead(self, figure: Figure) -> str:
        """What stands in the figure's paragraph before its sentence."""
        start = self.sentence(figure)[0]
        return self.text[max(self.line(figure.start)[0], start - 2 * REACH) : start]

    def said_by(self, figure: Figure) -> tuple[Span, ...]:
        """Where the figure's paragraph tells who says it, and to whom: the only thing for which its quotes are read."""
        start, end = self.line(figure.start)
        if start not in self._quoted:
            self._quoted[start] = extract(self.text[start:end], language=self.language).figures
        told = (one for one in self._quoted[start] if one.number[0] + start == figure.number[0])
        return tuple((part.start + start, part.end + start) for one in told for part in one.attribution)

    def as_of(self, figure: Figure) -> AsOf:
        """The day for which the page says the figure holds, else the page's own day as inferred."""
        place = figure.start, figure.end
        if place not in self._as_of:
            self._as_of[place] = self._day_of(figure)
        return self._as_of[place]

    def _day_of(self, figure: Figure) -> AsOf:
        sentence = self.sentence(figure)
        stated = stated_in(self.lower, sentence, (figure.start, figure.end), self._days(sentence))
        stated = stated or self._before(figure, sentence) or self.sections.of(figure.start)
        if stated is not None:
            return AsOf(stated.day, stated.precision, "stated")
        return AsOf(self.published, "day", "inferred") if self.published else AsOf()

    def _before(self, figure: Figure, sentence: Span) -> Day | None:
        """The day that the sentences before it in the paragraph tie to their figures."""
        start = max(self.line(figure.start)[0], sentence[0] - 2 * REACH)
        if start == sentence[0]:
            return None
        before = (start, sentence[0])
        return stated_in(self.lower, before, (sentence[0], sentence[0]), self._days(before))

    def _days(self, span: Span) -> list[Day]:
        section = self.sections.of(span[0])
        reference = section.day if section else self.published
        return list(days_in(self.lower, *span, reference, day_first=self.day_first))

    def days_in_sentence(self, figure: Figure) -> list[Day]:
        """The days and months that a figure's sentence names."""
        return self._days(self.sentence(figure))

    def days_in_clause(self, figure: Figure) -> list[Day]:
        """The days and months that a figure's clause names."""
        return self._days(self.clause(figure))
