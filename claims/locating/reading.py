"""What a page says with a figure: the engine's reading, with what the words around it add."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from claims.comparison import Read
from claims.counterparts import (
    all_places_in,
    are_living,
    event_of,
    generic_words,
    is_everyone,
    is_grave,
    is_part,
    is_sharp,
    proper_names,
    scope_of,
    things_in,
)
from claims.extraction.language import available, load
from claims.extraction.values import Figure

from .contrasts import marks_in
from .grid import Cell
from .owners import member_of
from .page import Page
from .values import amount_of
from .words import any_of, words

PERIOD_BEFORE, PERIOD_AFTER = 40, 25
SCOPE_BEFORE, SCOPE_AFTER = 30, 50
"""Characters around a figure in which "in 24 hours" or "identified" still speaks of it."""

SHELTERED = 60
"""Characters after a figure in which "are living in 404 shelters" stands."""

OF_NOUNS = frozenset({"employed", "unemployed", "hospitalised"})
"""Events that a noun alone may have told: "will lay off 640 of its 5,200 employees", "risen to 14, a hospital said"."""

LOST = "lost"
"""The group of words that tell of the dead only where they count people or animals: "lost 23 soldiers"."""

LONGEST_ROW = 12
"""Members of a list back to which the words are looked for that say what all of them count."""

MEMBER = re.compile(r"[ \t]*[-*•–][ \t]")
"""How a line of a list begins."""

NEXT_WORDS = 30
"""Characters after a figure without a noun in which the noun may stand: "4,506 were children"."""


def read_of(page: Page, figure: Figure) -> Read:
    """The reading of a figure with its scope and, where the engine found none, what is counted and its event; no day yet.

    Worked out once for all claims of the page; those from which it takes something up before it, so that a long row of them
    needs no deep recursion.
    """
    waiting = [figure]
    while figure.number[0] not in page.readings:
        before = (*(_taken_from(page, waiting[-1]) or ()), page.elided_from(waiting[-1]))
        needed = [one for one in before if one is not None and one.number[0] not in page.readings]
        if needed:
            waiting += reversed(needed)
        else:
            read = waiting.pop()
            page.readings[read.number[0]] = _read(page, read)
    return page.readings[figure.number[0]]


def _read(page: Page, figure: Figure) -> Read:
    cell = page.cell(figure)
    return _read_cell(page, figure, cell) if cell is not None and cell.head else _read_prose(page, figure)


def _read_cell(page: Page, figure: Figure, cell: Cell) -> Read:
    """What the row and the column of a table make of a figure; the page's title tells what all of it counts."""
    placed = bool(all_places_in(cell.label))
    own = (cell.heading, "" if placed else cell.label)
    event = next((event for said in own if (event := _event_in(said.lower()))), None)
    counted = next((said for said in (*own, *(() if event else (page.title,))) if things_in(said)), None)
    event = event_of(None, counted) or event
    named = not cell.is_total and bool(proper_names(cell.label)) and (placed or not things_in(cell.label))
    return replace(
        amount_of(figure),
        counted=counted,
        event=event,
        place=cell.label if named else None,
        scope=scope_of(cell.head),
        accumulation=period_in(cell.head.lower()),
    )


def _event_in(lower: str) -> str | None:
    """The one event that a few words name, in whichever language: a table's head may be in another than its page."""
    told = {event for code in available() for event, said in _sharp_words(code).items() if said.search(lower)}
    return told.pop() if len(told) == 1 else None


def _read_prose(page: Page, figure: Figure) -> Read:
    whole = page.whole_of(figure)
    taken_up = _taken_up(page, figure)
    if taken_up is not None:
        return taken_up
    told = (
        _label(page, figure)
        or _counted_of(page, figure)
        or (_counted_after(page, figure) if page.part_after(figure) else None)
    )
    counted = told or figure.counted or _counted_after(page, figure) or (whole.counted if whole else None)
    event = event_of(figure.event, counted)
    if event_of(None, counted) is None and (event in OF_NOUNS or not is_sharp(event) or not says(page, figure, event)):
        event = told_event(page, figure) or event
    if _is_whole(page, figure):
        event = event_of(None, counted)
    scope = _scope(page, figure)
    if event is None and scope is not None:
        event = _event_above(page, figure)
    before = (
        page.elided_from(figure)
        if event is None and not things_in(counted) and not _tells_event(page, figure)
        else None
    )
    if before is not None:
        first = read_of(page, before)
        event, counted = first.event, first.counted if things_in(first.counted) else counted
    if event is None and whole is not None:
        event = event_of(whole.event, whole.counted)
    if event is None and figure.unit is None:
        event = _event_of_list(page, figure)
    return replace(
        amount_of(figure),
        counted=counted,
        event=event,
        population=figure.population,
        place=_place(page, figure) or (whole.place if whole else None),
        scope=scope,
        accumulation=_accumulation(page, figure),
    )


def _is_whole(page: Page, figure: Figure) -> bool:
    """Whether a figure only tells of how many another one is a part, of which alone it is said what happened: "one of the 242
    people on board survived"."""
    start = page.sentence(figure)[0]
    return words().part_of.search(page.lower, start, figure.start) is not None


def _taken_from(page: Page, figure: Figure) -> Sequence[Figure] | None:
    """The figures before one that takes up with "the number", "the toll", "it had spoken of" what is counted; None else."""
    is_told = is_sharp(figure.event) and says(page, figure, figure.event)
    own = things_in(figure.counted) and (figure.counted or "") in page.text[slice(*page.sentence(figure))]
    if figure.unit is not None or is_told or own:
        return None
    if words().taken_up.search(page.lower, *page.clause(figure)) is None:
        return None
    before = [one for one in page.beside(figure) if one.end <= figure.start and one.unit is None]
    return before or page.above(figure)


def _taken_up(page: Page, figure: Figure) -> Read | None:
    """The reading of a figure that takes up that of the figure before it."""
    before = _taken_from(page, figure)
    if before is None:
        return None
    reads = [read for one in reversed(before) if is_sharp((read := read_of(page, one)).event)]
    told = reads[0] if reads else None
    if words().toll.search(page.lower, *page.clause(figure)):
        told = next(
            (read for read in reads if read.event == "killed" and not is_part(read.counted)),
            Read(value=None, counted="dead", event="killed"),
        )
    if told is None:
        return None
    counted = told.counted if things_in(told.counted) and not all_places_in(told.counted) else None
    return replace(
        amount_of(figure),
        counted=counted or ("dead" if told.event == "killed" else None),
        event=told.event,
        place=_place(page, figure) or told.place,
    )


def _counted_of(page: Page, figure: Figure) -> str | None:
    """What stands with "of" before a figure: "a crew of nine", "Of the dead, 48 have been identified"."""
    if figure.counted and figure.counted in figure.text and things_in(figure.counted):
        return None
    start = page.clause(figure)[0]
    group = words().group_before.search(page.text, start, figure.start) or words().group_opening.match(
        page.text, start, figure.start
    )
    return group[1] if group and _tells_thing(figure, group[1]) else None


def with_day(page: Page, figure: Figure, read: Read) -> Read:
    """The reading with the day for which it holds; a reading that has it is given back."""
    known = page.dated.get(figure.number[0])
    if known is None or (known[0] is not read and known[1] is not read):
        as_of = page.as_of(figure)
        dated = replace(read, as_of=as_of.day, as_of_precision=as_of.precision, as_of_basis=as_of.basis)
        known = page.dated[figure.number[0]] = read, dated
    return known[1]


def _place(page: Page, figure: Figure) -> str | None:
    """The place of a figure, unless its words stand with the next number: "In Aren 12 people were hurt, in Belo 19"."""
    member = member_of(page, figure)
    if member is not None and proper_names(member):
        return member
    start, end = page.clause(figure)
    if figure.place is None or figure.place not in page.text[start:end]:
        named = words().listed.search(page.text, start, figure.number[0])
        if named and proper_names(named[1]) and not things_in(without_kind(named[1])):
            return named[1]
    if figure.place is None or words().most_of_it.search(page.lower, figure.end, end):
        return None
    last = page.clause(figure)[1]
    beyond = page.text[last : page.sentence(figure)[1]]
    return (
        None
        if figure.place in beyond and figure.place not in page.text[page.sentence(figure)[0] : last]
        else figure.place
    )


def counted_before(page: Page, figure: Figure) -> str:
    """The words before a figure that counts people or nothing, where they tell whom: "pemilih … berjumlah 204 juta orang"."""
    if not is_everyone(figure.counted):
        return ""
    own = page.text[page.clause(figure)[0] : figure.start]
    before = page.elided_from(figure) if figure.unit is None else None
    for _ in range(LONGEST_ROW):
        if before is None or not is_everyone(before.counted):
            break
        own = f"{page.text[page.clause(before)[0] : before.start]} {own}"
        before = page.elided_from(before)
    return own


def without_kind(name: str) -> str:
    """A place's name without the words for what it is: "Kabupaten Aren" → Aren; they count regencies elsewhere."""
    return " ".join(word for word in name.split() if word.lower() not in generic_words())


def _label(page: Page, figure: Figure) -> str | None:
    """The label of a line like "Houses damaged: 2,384"."""
    if figure.counted and figure.counted in figure.text and things_in(figure.counted):
        return None
    before = page.text[page.clause(figure)[0] : figure.start].rstrip()
    return before if before.endswith(":") and things_in(before) else None


def _counted_after(page: Page, figure: Figure) -> str | None:
    end = min(page.clause(figure)[1], figure.end + NEXT_WORDS)
    after = page.text[figure.end : end].split(",")[0].strip()
    return after if _tells_thing(figure, after) else None


def _tells_thing(figure: Figure, words_near: str) -> bool:
    """Whether words near a figure may tell what it counts: the dead are no flood and no hotel in "15 tewas akibat banjir"."""
    return bool(things_in(words_near)) and (not is_grave(figure.event) or are_living(words_near))


@cache
def _sharp_words(language: str) -> dict[str, re.Pattern[str]]:
    """The words of the language for each event that names a figure by itself."""
    events = load(language).tables["events"]
    return {event: any_of(words_of) for event, words_of in events.items() if is_sharp(event)}


@cache
def _any_sharp_word(language: str) -> re.Pattern[str]:
    """All of these words: most stretches have none, which one look tells."""
    events = load(language).tables["events"]
    return any_of({word for event, words_of in events.items() if is_sharp(event) for word in words_of})


def events_said(page: Page, start: int, end: int) -> frozenset[str]:
    """The events that name a figure by themselves for which text[start:end] of the page has a word."""
    if (start, end) not in page.told:
        found = frozenset[str]()
        if _any_sharp_word(page.language).search(page.lower, start, end):
            table = _sharp_words(page.language)
            found = frozenset(event for event, said in table.items() if said.search(page.lower, start, end))
        page.told[start, end] = found
    return page.told[start, end]


def _tells_event(page: Page, figure: Figure) -> bool:
    """Whether a figure's own clause has a word for any event that names a figure by itself."""
    return bool(events_said(page, *page.clause(figure)))


def says(page: Page, figure: Figure, event: str | None) -> bool:
    """Whether the figure's own clause has a word for the event."""
    return event in events_said(page, *page.clause(figure))


def event_said(page: Page, event: str | None, start: int, end: int) -> bool:
    """Whether text[start:end] of the page has a word for the event."""
    said = _sharp_words(page.language).get(event or "")
    return said is not None and said.search(page.lower, start, end) is not None


def told_event(page: Page, figure: Figure) -> str | None:
    """The one event that the words before a figure name ("the death toll has risen to 58") or else those after it."""
    start, end = page.clause(figure)
    labelled = page.lower[start : figure.start].rstrip().endswith(":")
    for event, said in words().told_after.items():
        if said.search(page.lower, start if labelled else figure.end, end):
            return event
    for event, said in words().told_before.items():
        if said.search(page.lower, start, figure.start) and (event != LOST or are_living(figure.counted)):
            return "killed" if event == LOST else event
    taken = are_living(figure.counted) and words().taking.search(page.lower, start, figure.number[0])
    if taken and "cause" in marks_in(page.lower[start : figure.start]):
        return "killed"
    if {"job", "worker"} & things_in(figure.counted) and words().cut.search(page.lower, start, figure.start):
        return "laid_off"
    if page.lower[figure.end : figure.end + 1] == " " and words().sheltered.match(page.lower, figure.end + 1):
        there = page.text[figure.end : min(page.sentence(figure)[1], figure.end + SHELTERED)]
        if "evacuation_centre" in things_in(there):
            return "displaced"
    for first, last in ((start, figure.start), (figure.end, end)):
        if told := events_said(page, first, last):
            return next(iter(told)) if len(told) == 1 else None
    return None


def _event_above(page: Page, figure: Figure) -> str | None:
    """The event of the line above, for the line of a list that only narrows it: "Teridentifikasi: 204 jiwa"."""
    first = page.line(figure.start)[0]
    above = page.line(max(first - 1, 0))[0]
    before = page.between(above, first)
    return event_of(before[-1].event, before[-1].counted) if len(before) == 1 else None


def _event_of_list(page: Page, figure: Figure) -> str | None:
    """The event that the line above a list tells of all its members: "Dead by district:", "560 people fled:"."""
    own = head = page.line(figure.start)
    for _ in range(LONGEST_ROW):
        if head[0] == 0 or MEMBER.match(page.text, head[0]) is None:
            break
        head = page.line(head[0] - 1)
    is_head = head != own and MEMBER.match(page.text, head[0]) is None
    if not is_head or not page.text[slice(*head)].rstrip().endswith(":"):
        return None
    told = [read_of(page, one).event for one in page.between(*head) if one.unit is None]
    return told[0] if len(told) == 1 else _event_in(page.lower[slice(*head)])


def _scope(page: Page, figure: Figure) -> str | None:
    start, end = page.clause(figure)
    return scope_of(page.text[max(start, figure.start - SCOPE_BEFORE) : min(end, figure.end + SCOPE_AFTER)])


def _accumulation(page: Page, figure: Figure) -> str | None:
    """Whether a figure counts one period or all of it: by the word nearest to it in its clause, else by the engine."""
    start, end = page.clause(figure)
    if words().added.search(page.lower, start, figure.start) and not words().onward.match(page.lower, figure.end):
        return "per_period"
    first, last = max(start, figure.start - PERIOD_BEFORE), min(end, figure.end + PERIOD_AFTER)
    near = period_in(page.lower[first : figure.start], page.lower[figure.end : last])
    first, last = page.sentence(figure)
    told = near or period_in(page.lower[first:start])
    if told is None and (stretch := words().stretch.search(page.lower, figure.end, last)):
        return None if set(",;") & set(page.lower[figure.end : stretch.start()]) else "per_period"
    if told is None and figure.accumulation == "per_period":
        return None if words().ago.search(page.lower, first, last) else figure.accumulation
    return told or figure.accumulation


def period_in(before: str, after: str = "") -> str | None:
    """per_period or cumulative, by the word that stands nearest to where the two texts meet; None without one."""
    told: list[tuple[int, str]] = []
    for period, said in (("per_period", words().per_period), ("cumulative", words().cumulative)):
        told += [(len(before) - match.end(), period) for match in said.finditer(before)]
        told += [(match.start(), period) for match in said.finditer(after) if not _is_past(after, match.end())]
    return min(told)[1] if told else None


def _is_past(lower: str, end: int) -> bool:
    """Whether words for a stretch go on to tell a time: "a week ago"."""
    return words().ago.match(lower, end + 1) is not None
