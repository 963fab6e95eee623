"""Which figure of a page is the claim's: the best candidate, if the second best leaves no doubt."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from claims.comparison import Expected, described, step_of
from claims.extraction.values import Figure

from .claim import Claim, claim_of
from .doubts import closer, is_doubtful
from .evidence import (
    FAR,
    Candidate,
    Question,
    candidate,
    could_be,
    dated,
    is_apart,
    is_elsewhere,
    is_of_its_year,
    is_placed,
    is_set_aside,
    is_told_event,
    size_of,
    speaks_of_it,
    told_apart,
)
from .page import Page
from .pinned import place_of
from .standing import ANEW, RISEN
from .values import OTHER, Located, Pinned, Told, located

ENOUGH = 5
"""Points from which a figure may be the claim's."""

LEAD = 2
"""Points by which the best must lead the second best that says something else."""

CLEAR = 4
"""Points by which a figure leads those whose own sentence names the claim's place, so that its own need not name it."""

BEST = 40
"""So many of the best candidates are looked at closely; among more that fit there is no telling anyway."""

MOST = 2000
"""A page with more figures is a table: its cells must be named, prose cannot tell them apart."""


def locate(
    expected: Expected,
    text: str,
    *,
    language: str | None = None,
    published: date | None = None,
    locator: Pinned | None = None,
) -> Located:
    """Finds the claim's figure in a page's text.

    `language` is the page's (guessed when None), `published` the page's own day, from which relative days are counted;
    `locator` pins the place by its words. Found: one figure fits and no other nearly as well; ambiguous: several do, with
    the best in `read`; missing: none does. The claimed value is never looked for, it may have moved.
    """
    return locate_in(expected, Page(text, language, published), locator)


def locate_in(expected: Expected, page: Page, locator: Pinned | None = None) -> Located:
    """`locate` in a page that is already read, for the many claims that hang on one source."""
    figures = page.figures if locator is not None else page.figures_like(expected.unit)
    if len(figures) > MOST:
        return Located("missing", why=(Told("item", OTHER, "more figures than prose has"),))
    claim = claim_of(expected)
    if locator is not None:
        return _pinned(page, [candidate(claim, page, figure) for figure in place_of(locator, page)])
    candidates = list(_candidates(claim, page, figures))
    fitting = [
        found
        for found in candidates
        if not found.is_others and found.score >= ENOUGH and speaks_of_it(claim, found) and not is_elsewhere(found)
    ]
    fitting = [found for found in fitting if is_told_event(found)] or fitting or _alone(claim, page, candidates)
    if claim.is_of_year:
        fitting = _of_its_year(fitting)
    fitting = [found for found in fitting if not is_set_aside(found)] or fitting
    fitting = [dated(page, found) for found in sorted(fitting, key=lambda found: -found.score)[:BEST]]
    return _decide(page, claim, sorted(_ranked(fitting), key=is_apart), fitting, candidates)


def _alone(claim: Claim, page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The only figure of the claim's unit and size on the page, though little speaks for it, where nothing speaks against it."""
    like = [one for one in page.figures_like(claim.expected.unit) if one.unit == claim.expected.unit]
    near = {one.value for one in like if one.value is not None and size_of(claim, one.value).points > 0}
    alone = [found for found in candidates if found.figure.value in near and speaks_of_it(claim, found)]
    return [found for found in alone if not (found.is_others or is_apart(found))] if len(near) == 1 else []


def _ranked(fitting: list[Candidate]) -> list[Candidate]:
    """Those whose own sentence names the claim's place and that nothing sets apart, with those of which far more speaks."""
    placed = [found for found in fitting if is_placed(found) and not is_apart(found)]
    most = max((found.meaning for found in placed), default=0)
    return [found for found in fitting if found in placed or found.meaning >= most + CLEAR] if placed else fitting


def _of_its_year(fitting: list[Candidate]) -> list[Candidate]:
    """Those that name the claim's year themselves, unless only others that stand under it name the claim's place."""
    own = [found for found in fitting if is_of_its_year(found)]
    under = [found for found in fitting if is_of_its_year(found, around=True)]
    if any(is_placed(found) for found in under) and not any(is_placed(found) for found in own):
        return under
    return own or under or fitting


def _candidates(claim: Claim, page: Page, figures: Sequence[Figure]) -> Iterator[Candidate]:
    for figure in figures:
        seen: dict[Question, list[Told]] = {}
        if could_be(claim, page, figure, seen):
            yield candidate(claim, page, figure, seen)


def _pinned(page: Page, candidates: Sequence[Candidate]) -> Located:
    """The figure between the pinned words, unless it is another's or the words stand there twice."""
    fitting = [dated(page, found) for found in candidates if not _is_another_thing(found)]
    if not fitting:
        return Located("missing")
    first = fitting[0]
    others = [other for other in fitting[1:] if not _same_reading(first, other)]
    outcome = "ambiguous" if others else "found"
    return located(outcome, page.text, first.figure, first.read, others[0].read if others else None, first.why)


def _is_another_thing(found: Candidate) -> bool:
    """Whether a figure is of another thing; of pinned words only this counts: the words themselves tell the rest."""
    return any(told.stands == OTHER and told.said in {"unit", "no number", "counted"} for told in found.why)


def _decide(
    page: Page, claim: Claim, ranked: Sequence[Candidate], fitting: Sequence[Candidate], candidates: Sequence[Candidate]
) -> Located:
    """The best of the ranked ones, unless another of them may be meant; `fitting` are all that fit, for what they say of it,
    `candidates` all of which something may speak, for one that lies nearer."""
    if not ranked:
        return Located("missing")
    best = ranked[0]
    near = [other for other in ranked if best.meaning - other.meaning < LEAD]
    newest = _newest(near)
    if newest is not None and not (claim.year and newest.read.as_of and claim.year < newest.read.as_of.year):
        best = newest
    finer = [] if best.read.bound == "exact" else [dated(page, found) for found in candidates if _is_plain(found)]
    best = min((found for found in (*ranked, *finer) if _same_reading(best, found)), key=_roughness)
    rivals = [other for other in ranked if other is not best and not _same_reading(best, other)]
    runner_up = rivals[0] if rivals else None
    mentions = [found for found in fitting if _same_reading(best, found)]
    doubtful = [other for other in rivals if all(_is_rival(mention, other) for mention in mentions)]
    if not doubtful:
        nearer = closer(claim, page, best, candidates)
        doubtful = [other for other in nearer if not any(_tells_way(mention, other) for mention in mentions)]
    if doubtful:
        runner_up = doubtful[0]
    elif is_doubtful(claim, best):
        runner_up = None
    outcome = "ambiguous" if doubtful or is_doubtful(claim, best) else "found"
    return located(outcome, page.text, best.figure, best.read, runner_up.read if runner_up else None, best.why)


def _is_plain(found: Candidate) -> bool:
    """Whether more speaks for a figure than against it and nothing sets it apart."""
    return not (found.is_others or is_apart(found)) and found.score > 0


def _is_rival(best: Candidate, other: Candidate) -> bool:
    """Whether another figure may be meant as well: the page neither dates it earlier nor sets the best one apart from it."""
    if _outdated(best, other) or _is_summed_up(best, other):
        return False
    if _points_for_size(best) > 0 and _points_for_size(other) <= FAR:
        return False
    return not told_apart(best, other) or told_apart(other, best)


def _tells_way(best: Candidate, other: Candidate) -> bool:
    """Whether another figure says the same more roughly, or is of the way to the best one."""
    return _same_reading(best, other) or _outdated(best, other) or _is_summed_up(best, other)


def _points_for_size(found: Candidate) -> int:
    return sum(told.points for told in found.why if told.said == "size")


def _newest(near: Sequence[Candidate]) -> Candidate | None:
    """The latest candidate of a live page: of the latest stated day when every one states its day, else of the latest entry."""
    if len(near) < 2:
        return None
    if all(found.read.as_of and found.read.as_of_basis == "stated" for found in near):
        return max(near, key=lambda found: (found.read.as_of or date.min, found.moment or 0, found.score))
    if all(found.moment is not None for found in near):
        return max(near, key=lambda found: (found.moment or 0, found.score))
    return None


def _outdated(best: Candidate, other: Candidate) -> bool:
    """Whether the page itself gives the other an older day, or on a live page an older entry."""
    day, older = best.read.as_of, other.read.as_of
    stated = best.read.as_of_basis == other.read.as_of_basis == "stated"
    if stated and day is not None and older is not None and day != older:
        return older < day
    if best.moment is not None and other.moment is not None:
        return other.moment < best.moment
    return False


def _is_summed_up(best: Candidate, other: Candidate) -> bool:
    """Whether another figure is of the way to the best one: told further down for an earlier day, or found before it rose."""
    day, older = best.read.as_of, other.read.as_of
    dated = other.read.as_of_basis == "stated" and best.read.as_of_basis == "inferred"
    if dated and best.figure.start < other.figure.start and day is not None and older is not None and older < day:
        return True
    smaller = other.read.value is not None and best.read.value is not None and other.read.value < best.read.value
    as_told = is_told_event(other) or not is_told_event(best)
    return smaller and as_told and best.has(RISEN) and not other.has(RISEN, ANEW)


def _same_reading(one: Candidate, other: Candidate) -> bool:
    """Whether two mentions say the same, one of them perhaps more roughly ("more than 11,000" in the headline)."""
    first, second = one.read, other.read
    if first.value is None or second.value is None:
        return False
    if (first.value, first.high) == (second.value, second.high):
        return True
    if one.row is not None and one.row == other.row:
        return False
    if _outdated(one, other) or _outdated(other, one):
        return False
    rough, fine = (first, second) if _roughness(one) > _roughness(other) else (second, first)
    return fine.value is not None and described(rough.value or fine.value, rough.high, rough.bound).holds(fine.value)


def _roughness(found: Candidate) -> tuple[Decimal, bool, bool]:
    """The finer of two mentions that say the same comes first; of the same number the one that keeps its "at least", then
    the one whose day is stated (the sentence, not its headline)."""
    read = found.read
    return step_of(read.value or Decimal(0)), read.bound == "exact", read.as_of_basis != "stated"
