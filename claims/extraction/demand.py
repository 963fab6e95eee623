"""Figures on demand: those of the sentences that may hold the unit asked for, as a reading of the whole text would give them.

A sentence is read by itself but for one thing: a number without a noun counts what one before it counted. Then, and only then,
the sentences before it are read too.
"""

import re
from bisect import bisect_left, bisect_right
from decimal import localcontext
from functools import cache
from typing import Final

from .arithmetic import ARITHMETIC
from .figures.antecedents import MEMORY, Antecedents, Counted
from .figures.figures import LEAST_READ, SentenceReader, find_figures
from .figures.measures import DOLLAR, UNITS, unit_words
from .figures.numberwords import GLYPHS, number_words
from .language import Language, guess, load, plain_words
from .pipeline import divide
from .scan import Scan
from .sentences import stretches
from .values import Figure, Span

RUN: Final = re.compile(rf"[0-9]+|[{''.join(GLYPHS)}]")
DEEPEST: Final = 20
"""How many sentences in a row may ask for the one before them; beyond that the text is read from its beginning, one after the
other, so that the recursion stays shallow."""
COMPUTED: Final = frozenset({"fraction", "times"})
"""Units of values that are worked out from several numbers or told by words of their own."""


@cache
def signs_of(language: Language, unit: str) -> tuple[str, ...]:
    """Words and signs in lower case of which one stands in each sentence that has an amount in the unit."""
    words, known = unit_words(language), UNITS
    told = {unit, *(scarce for scarce, usual in words.plural_only.items() if usual == unit)}
    tables = (words.phrases.by_first, words.before.by_first)
    phrases = [phrase for table in tables for rows in table.values() for _, phrase, of in rows if of in told]
    money = [sign for signs in (known.prefixes, known.dollars) for sign, of in signs.items() if of in told]
    dollar = [DOLLAR] if unit in known.local["places"] else []
    return tuple({*(max(phrase, key=len) for phrase in phrases), *money, *dollar})


class FiguresOnDemand:
    """The figures of a page's text, read as they are asked for, without quotes and dates. The text has no invisible signs: the
    page's reader has left them out. A figure's relation is an index into the list that it was read with; `related` gives the
    other figure."""

    def __init__(self, text: str, language: str | None) -> None:
        self.scan = scan = Scan(text, load(language or guess(text)))
        with localcontext(ARITHMETIC):
            divide(scan, quotes=False)
        self._parts: list[Span] = []
        self._starts: list[int] = []
        self._found: list[tuple[Figure, ...] | None] = []
        self._begins: list[list[int]] = []
        self._reader = _Reader(self)
        self._is_whole = False
        self._depth = 0

    def all(self) -> tuple[Figure, ...]:
        """Every figure, in order."""
        if not self._parts:
            self._part([(0, len(self.scan.text))], is_whole=True)
        return tuple(figure for at in range(len(self._parts)) for figure in self._figures(at))

    def like(self, unit: str | None) -> tuple[Figure, ...]:
        """Every figure in this unit, in order, and some others, mostly of the same sentences.

        Of a text with more numerals than any article has, all figures that are read.
        """
        if unit is None or unit in COMPUTED:
            return self.all()
        self._part_by_sentences()
        signs = signs_of(self.scan.language, unit)
        told = [
            at
            for at, span in enumerate(self._parts)
            if self._is_whole or any(self.scan.lower.find(sign, *span) >= 0 for sign in signs)
        ]
        return tuple(figure for at in told for figure in self._figures(at))

    def between(self, start: int, end: int) -> tuple[Figure, ...]:
        """The figures that begin in start..end, in order."""
        self._part_by_sentences()
        first, last = max(bisect_right(self._starts, start) - 1, 0), bisect_left(self._starts, end)
        found: list[Figure] = []
        for at in range(first, last):
            figures, begins = self._figures(at), self._begins[at]
            found += figures[bisect_left(begins, start) : bisect_left(begins, end)]
        return tuple(found)

    def related(self, figure: Figure) -> Figure | None:
        """The figure that this one is related to, None where there is none."""
        if figure.relation is None:
            return None
        return self._figures(bisect_right(self._starts, figure.number[0]) - 1)[figure.relation.figure]

    def _part_by_sentences(self) -> None:
        if self._parts:
            return
        scan, numbers = self.scan, number_words(self.scan.language)
        parts = [span for span in stretches(scan) if numbers.may_stand_in(scan, *span)]
        if self._may_be_long(parts):
            self._part([(0, len(scan.text))], is_whole=True)
        else:
            self._part(parts, is_whole=False)

    def _part(self, parts: list[Span], *, is_whole: bool) -> None:
        self._parts, self._is_whole = parts, is_whole
        self._starts = [start for start, _ in parts]
        self._found = [None] * len(parts)
        self._begins = [[]] * len(parts)

    def _may_be_long(self, parts: list[Span]) -> bool:
        """Whether there may be so many numerals that not all of them are read."""
        if sum(end - start for start, end in parts) <= LEAST_READ:
            return False
        pieces = number_words(self.scan.language).trigger.pieces
        words = sum(map(pieces.__contains__, plain_words(self.scan.lower)))
        return len(parts) + len(RUN.findall(self.scan.lower)) + words > LEAST_READ

    def _figures(self, at: int) -> tuple[Figure, ...]:
        found = self._found[at]
        if found is not None:
            return found
        self._depth += 1
        if self._depth > DEEPEST:
            for before in range(at):
                if self._found[before] is None:
                    self._read(before)
        found = self._read(at)
        self._depth -= 1
        return found

    def _read(self, at: int) -> tuple[Figure, ...]:
        figures: list[Figure] = []
        with localcontext(ARITHMETIC):
            if self._is_whole:
                figures, _ = find_figures(self.scan, dated=False)
            else:
                # A sentence that looks back is read on when those before it have been.
                waiting, self._reader.at = self._reader.at, at
                self._reader.read(*self._parts[at], figures, [])
                self._reader.at = waiting
        found = self._found[at] = tuple(figures)
        self._begins[at] = [figure.start for figure in found]
        return found

    def counted_before(self, at: int) -> Counted | None:
        """What the last number before sentence `at` counted, if that stands near enough to matter."""
        floor = self._parts[at][0] - MEMORY
        for before in range(at - 1, -1, -1):
            if self._parts[before][1] <= floor:
                return None
            self._figures(before)
            if told := self._reader.told.counted_in.get(before):
                return told
        return None

    def people_before(self, at: int) -> Counted | None:
        """What the last number before sentence `at` counted that counted people."""
        for before in range(at - 1, -1, -1):
            self._figures(before)
            if told := self._reader.told.people_in.get(before):
                return told
        return None


class _Reader(SentenceReader):
    """Reads the sentence `at`, in whichever order; `told` are its `counts`, by sentence."""

    def __init__(self, whole: FiguresOnDemand) -> None:
        super().__init__(whole.scan, explain=False, dated=False)
        self.at = 0
        self.counts = self.told = _Antecedents(whole, self)


class _Antecedents(Antecedents):
    """What was counted before a sentence, asked for where it matters, and only then; `counted_in` and `people_in` keep what each
    sentence counted last."""

    def __init__(self, whole: FiguresOnDemand, reader: _Reader) -> None:
        super().__init__(whole.scan, reader.grammar, reader.pairs, reader.events)
        self._whole, self._reader = whole, reader
        self.counted_in: dict[int, Counted] = {}
        self.people_in: dict[int, Counted] = {}

    def earlier(self, *, people: bool) -> Counted | None:
        at = self._reader.at
        if people:
            return self.people_in.get(at) or self._whole.people_before(at)
        return self.counted_in.get(at) or self._whole.counted_before(at)

    def keep(self, counted: Counted, *, people: bool) -> None:
        self.counted_in[self._reader.at] = counted
        if people:
            self.people_in[self._reader.at] = counted
