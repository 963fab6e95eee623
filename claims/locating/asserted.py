"""What a text makes of a figure: it asserts it, or only foresees, demands, expects, denies, replaces or withdraws it."""

import re
from collections.abc import Iterator

from claims.extraction.values import Figure

from .page import Page
from .words import words

NEAR_BEFORE, NEAR_AFTER = 36, 18
"""Characters between a word like "previously" and the figure that it makes an older one."""

HEAD_LINES = 4
"""Lines at the head of a page in which a report tells its own number."""

TO_NEXT = re.compile(r"\s*")
"""What stands between a sentence and the next one."""

FORESEEN_BEFORE = 60
"""Characters before a figure in which somebody expects or plans it."""


def is_foreseen(page: Page, figure: Figure, *, decided: bool = False) -> bool:
    """Whether the words before a figure say that it is feared or foreseen: "the toll could reach 20,000".

    An amount or share that somebody forecasts is so too; a count that somebody reckons is a count. With `decided`, what will be
    done is no longer foreseen: a firm that will cut jobs has decided it.
    """
    first, last = page.clause(figure)
    start, end = max(first, figure.start - FORESEEN_BEFORE), min(last, figure.end + NEAR_BEFORE)
    cues = {
        match.group()
        for match in words().foreseen.finditer(page.lower, start, figure.number[0])
        if match.group() not in words().months or page.text[match.start()].islower()
    }
    forecast = (
        figure.unit is not None
        and figure.event != "priced"
        and words().forecast.search(page.lower, start, figure.number[0])
    )
    after = words().foreseen_after.search(page.lower, figure.end, end)
    return bool(cues - (words().decided if decided else frozenset()) or after or forecast)


def is_reckoned(page: Page, figure: Figure) -> bool:
    """Whether the figure's clause says that it is somebody's estimate."""
    return bool(words().reckoned.search(page.lower, *page.clause(figure)))


def is_of_one_day(page: Page, figure: Figure) -> bool:
    """Whether the figure's sentence begins with the day on which it was counted: "Yesterday 12 people …"."""
    return bool(words().one_day.match(page.lower, page.sentence(figure)[0]))


def is_demanded(page: Page, figure: Figure) -> bool:
    """Whether somebody only asks for it: of the words before a figure in its sentence the last tells, asked or ruled."""
    start = page.sentence(figure)[0]
    asked = _last_of(words().demanded, page.lower, start, figure.start)
    return asked >= 0 and asked > _last_of(words().ruled, page.lower, start, figure.start)


def _last_of(cue: re.Pattern[str], lower: str, start: int, end: int) -> int:
    return max((match.start() for match in cue.finditer(lower, start, end)), default=-1)


def is_provisional(page: Page, figure: Figure) -> bool:
    """Whether it is a count before the count: a quick count, an exit poll, a preliminary result."""
    return bool(words().provisional.search(page.lower, page.sentence(figure)[0], figure.end))


def is_held_against(page: Page, figure: Figure) -> bool:
    """Whether an amount or share is only the one to which the one before it in its sentence is compared: "58 percent, well below
    the earlier turnout of 78 percent"."""
    if figure.unit is None:
        return False
    start = page.sentence(figure)[0]
    before = [one for one in page.between(start, figure.start) if one.unit == figure.unit and one.end <= figure.start]
    if not before:
        return False
    cue = words().held_against.search(page.lower, before[-1].end, figure.number[0])
    between = page.lower[cue.end() : figure.number[0]] if cue else ""
    return any(map(str.isalpha, between)) and not words().parting.search(between)


def is_refuted(page: Page, figure: Figure) -> bool:
    """Whether the words before a figure in its sentence say that it is wrong: "it is not true that 5,000 …"."""
    return bool(words().refuted.search(page.lower, page.sentence(figure)[0], figure.start))


def is_taken_back(page: Page, figure: Figure) -> bool:
    """Whether the page takes the figure back: "an earlier version said …", "The figure of 381 was wrong", "… That figure has
    been withdrawn."."""
    start, end = page.sentence(figure)
    if words().withdrawn.search(page.lower, start, figure.start):
        return not words().righted.search(page.lower, start, figure.start)
    if words().named_figure.search(page.lower, start, figure.start) and words().taken_back.search(
        page.lower, figure.end, end
    ):
        return True
    return bool(words().undone.search(page.lower, figure.end, page.clause(figure)[1])) or _is_taken_back_next(page, end)


def _is_taken_back_next(page: Page, end: int) -> bool:
    """Whether the sentence after `end` takes "that figure" back."""
    head = TO_NEXT.match(page.lower, end)
    start = head.end() if head else end
    stop = _end_of_sentence(page, start)
    return bool(
        words().that_figure.search(page.lower, start, stop) and words().taken_back.search(page.lower, start, stop)
    ) and not any(figure.unit is None for figure in page.between(start, stop))


def _end_of_sentence(page: Page, start: int) -> int:
    stop = page.lower.find(".", start)
    line = page.line(min(start, len(page.lower) - 1))[1] if page.lower else 0
    return min(stop if stop >= 0 else len(page.lower), max(line, start))


def is_earlier(page: Page, figure: Figure) -> bool:
    """Whether the words around a figure, or around another that it is joined to in a list, call it an older one: "previously
    1,400", "from 1,400 to 1,200", "from 45% in March and 47% in January"."""
    return any(_is_called_earlier(page, one) for one in _joined(page, figure))


def _joined(page: Page, figure: Figure) -> Iterator[Figure]:
    """The figure, then those before it in its sentence of which each is joined to the next."""
    yield figure
    start, last = page.sentence(figure)[0], figure
    for one in reversed(page.beside(figure)):
        if one.end > figure.start or one.unit != figure.unit:
            continue
        if one.start < start or not words().joined.fullmatch(page.lower, one.end, last.start):
            return
        yield one
        last = one


def _is_called_earlier(page: Page, figure: Figure) -> bool:
    start = page.sentence(figure)[0]
    before, after = page.clause(figure)
    lead = page.lower[max(before, figure.start - NEAR_BEFORE) : figure.start]
    following = page.between(figure.end, min(page.line(figure.start)[1], figure.end + NEAR_BEFORE))
    trail = "" if following else page.lower[figure.end : min(after, figure.end + NEAR_AFTER)]
    if _is_of_earlier_issue(page, figure, start):
        return True
    cell = page.cell(figure)
    if cell is not None and words().earlier_head.search(cell.head.lower()):
        return True
    if words().earlier_opening.match(page.lower, start) or words().early_report.search(page.lower, start, figure.start):
        return True
    if words().earlier.search(lead) or words().earlier_after.search(trail) or words().denied.search(lead):
        return True
    opened = page.lower.rfind("(", start, figure.start)
    if (
        opened >= 0
        and page.lower.find(")", opened, figure.start) < 0
        and words().earlier.search(page.lower, opened, figure.start)
    ):
        return True
    return _is_old_side(page, figure, start, lead)


def _is_of_earlier_issue(page: Page, figure: Figure, start: int) -> bool:
    """Whether the words before a figure name a report of a lower number than the page's own: "Update #6 gave …" in #7."""
    told = words().issue.search(page.lower, start, figure.start)
    own = words().issue.search(page.lower, 0, page.lines[min(HEAD_LINES, len(page.lines)) - 1][1]) if told else None
    return bool(told and own and int(told[1]) < int(own[1]))


def _is_old_side(page: Page, figure: Figure, start: int, lead: str) -> bool:
    if not words().old_side.search(lead):
        return False
    moved = words().reached.search(page.lower[start : figure.start])
    return bool(moved or words().onward.search(page.lower, figure.end, figure.end + NEAR_AFTER))
