"""The words that belong to a figure: its clause, in a table its row and column, of "A and B … respectively" its own member."""

from collections.abc import Sequence

from claims.extraction.values import Figure

from .page import Page
from .words import words


def own_words(page: Page, figure: Figure) -> str:
    """The words by which the page tells whose figure it is and of what: never those of the figure beside it."""
    if figure.number[0] not in page.own:
        page.own[figure.number[0]] = _own_words(page, figure)
    return page.own[figure.number[0]]


def _own_words(page: Page, figure: Figure) -> str:
    cell = page.cell(figure)
    if cell is not None:
        return " ".join(("" if cell.is_total else cell.label, cell.heading, page.text[cell.start : cell.end])).strip()
    start, end = page.sentence(figure)
    if words().respectively.search(page.lower, start, end):
        members = _members(page, figure)
        if members is not None:
            return members
    return page.text[slice(*page.clause(figure))]


def member_of(page: Page, figure: Figure) -> str | None:
    """The member of a list that a figure belongs to by its order: "sales of Volta and Ampera … $3 and $2 respectively"."""
    start, end = page.sentence(figure)
    if page.cell(figure) is not None or not words().respectively.search(page.lower, start, end):
        return None
    run, names = _list_of(page, figure)
    return names[run.index(figure)] if len(names) == len(run) else None


def _members(page: Page, figure: Figure) -> str | None:
    """The sentence without the other members and their figures; None when members and figures are not equally many."""
    run, names = _list_of(page, figure)
    if len(names) != len(run) or len(run) < 2:
        return None
    start, end = page.sentence(figure)
    left = page.text[start : run[0].start] + page.text[figure.start : figure.end] + page.text[run[-1].end : end]
    for name in names:
        if name != names[run.index(figure)]:
            left = left.replace(name, " ", 1)
    return left


def _list_of(page: Page, figure: Figure) -> tuple[list[Figure], Sequence[str]]:
    """The figures that follow each other in one list with this one, and the members before or after them."""
    start, end = page.sentence(figure)
    run: list[Figure] = []
    for one in page.beside(figure):
        if one.unit != figure.unit or not start <= one.start < end:
            continue
        if run and not words().member.fullmatch(page.text, _past_measure(page, run[-1]), one.start):
            if figure in run:
                break
            run = []
        run.append(one)
    if figure not in run or len(run) < 2:
        return run or [figure], ()
    before = _names(page.text[start : run[0].start], len(run), last=True)
    return run, before or _names(page.text[run[-1].end : end], len(run), last=False)


def _past_measure(page: Page, figure: Figure) -> int:
    """Where a figure ends with the quantity that it is told for: "Rp 23.600 per kg"."""
    measure = words().per_measure.match(page.lower, figure.end)
    return measure.end() if measure else figure.end


def _names(text: str, count: int, *, last: bool) -> Sequence[str]:
    """The `count` members that stand in a text, those nearest to the figures."""
    pieces = words().member.split(text)
    if len(pieces) < count:
        return ()
    pieces = pieces[-count:] if last else pieces[:count]
    first = words().last_name.search(pieces[0].rstrip())
    rest = [words().first_name.match(piece) for piece in pieces[1:]]
    if first is None or None in rest:
        return ()
    return [first.group(), *(match.group() for match in rest if match)]
