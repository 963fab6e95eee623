"""How the page stands to a figure: it asserts it, or calls it older, foreseen, demanded, provisional, denied, withdrawn."""

from collections.abc import Iterator

from claims.comparison import Read
from claims.counterparts import is_grave, is_sharp, topics_in
from claims.extraction.values import Figure

from .asserted import (
    is_demanded,
    is_earlier,
    is_foreseen,
    is_held_against,
    is_provisional,
    is_reckoned,
    is_refuted,
    is_taken_back,
)
from .claim import Claim
from .page import Page
from .values import APART, INHERITED, OTHER, SAME, UNSAID, Told
from .when import is_of_its_time
from .words import words

OLDER = "older figure"
"""A figure so called is read only where the page gives no newer one, and then not beyond doubt."""

RISEN, ANEW = "risen to it", "counted anew"
"""A total that has grown, and a count that takes up another: only of the first is a smaller figure a step on the way."""

RECKONED = "reckoned"
"""A share that somebody reckons is read where the page gives no other."""

DEMANDED = "demanded"
"""A figure that is only asked for."""

PROVISIONAL = "provisional"
"""A figure counted before the count is read where the page gives no other."""

ANNOUNCED = frozenset({"laid_off"})
"""What is done when it is announced: a firm that will cut jobs has cut them for its claim."""


def standing(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """What sets a figure apart from those that the page asserts now."""
    if is_earlier(page, figure) and not (is_of_its_time(claim, page, figure) or _is_only_recalled(page, figure)):
        yield Told("standing", APART, OLDER, -12)
    if is_refuted(page, figure) or is_taken_back(page, figure):
        yield Told("standing", OTHER, "denied")
    yield from _demanded(claim, page, figure, read)
    if is_provisional(page, figure) and not claim.provisional:
        yield Told("standing", UNSAID, PROVISIONAL, -1)
    if is_held_against(page, figure) and not is_of_its_time(claim, page, figure):
        yield Told("standing", APART, "held against another", -6)
    start, end = page.clause(figure)
    if words().risen.search(page.lower, start, figure.number[0]):
        yield Told("standing", INHERITED, RISEN, 0)
    elif not is_sharp(figure.event) and words().taken_up.search(page.lower, start, end):
        yield Told("standing", INHERITED, ANEW, 0)
    if words().all_but.search(page.lower, start, figure.start):
        yield Told("standing", APART, "all but some", -3)
    yield from _foreseen(claim, page, figure)


def _demanded(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """Whether a figure is only asked for, and the claim's is not; or the other way round."""
    demanded = is_demanded(page, figure)
    if demanded and claim.demanded:
        yield Told("standing", SAME, DEMANDED, 4)
    elif demanded and not is_grave(read.event):
        yield Told("standing", APART, DEMANDED, -8)
    elif claim.demanded and not demanded:
        yield Told("standing", APART, "not demanded as in the claim", -4)


def _is_only_recalled(page: Page, figure: Figure) -> bool:
    """Whether "as reported before" stands with a measure, which does not change as a count does."""
    start = page.sentence(figure)[0]
    return figure.unit is not None and words().recalled.search(page.lower, start, figure.start) is not None


def _is_polled(page: Page, figure: Figure) -> bool:
    """Whether a share is that of a poll, which says what people would do: "39 percent would vote for …"."""
    if figure.unit != "percent":
        return False
    told = page.text[slice(*page.sentence(figure))] + page.lead(figure) + page.title
    return "survey" in topics_in(told)


def _foreseen(claim: Claim, page: Page, figure: Figure) -> Iterator[Told]:
    reckoned = figure.unit == "percent" and is_reckoned(page, figure)
    set_down = claim.event in ANNOUNCED or bool(claim.topics & {"budget", "appeal"})
    foreseen = is_foreseen(page, figure, decided=set_down) or (reckoned and claim.foreseen and not claim.reckoned)
    if reckoned and not (foreseen or claim.reckoned or claim.foreseen):
        yield Told("standing", UNSAID, RECKONED, -1)
        return
    decided = (set_down and not foreseen) or _is_polled(page, figure)
    if foreseen != claim.foreseen and not decided and not (claim.foreseen and is_reckoned(page, figure)):
        yield Told(
            "standing", APART, *(("a figure foreseen", -6) if foreseen else ("not foreseen as in the claim", -4))
        )
