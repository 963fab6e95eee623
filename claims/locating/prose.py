"""Which figure of a page is the claim's: the best candidate, if the second best leaves no doubt."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.comparison import Expected
from claims.extraction.values import Figure

from .claim import Claim, claim_of
from .doubts import closer, is_doubtful, is_held_by_nothing
from .evidence import (
    Candidate,
    candidate,
    dated,
    glance,
    size_of,
    speaks_of_it,
)
from .page import Page
from .pinned import place_of
from .rivals import is_rival, newest, roughness, same_reading, tells_way
from .tracking import Track, followed, seen_of
from .values import OTHER, Located, Pinned, Seen, Told, located

ENOUGH = 5
"""Points from which a figure may be the claim's."""

LEAD = 2
"""Points by which the best must lead the second best that says something else."""

CLEAR = 4
"""Points by which a figure leads those whose own sentence names the claim's place, so that its own need not name it."""

BEST = 40
"""So many of the best candidates are looked at closely; among more that fit there is no telling anyway."""

REMEMBERED = 20
"""So many candidates are remembered: those of which most speaks for the claim."""

MOST = 2000
"""A page with more figures is a table: its cells must be named, prose cannot tell them apart."""


def locate(expected: Expected, page: Page, locator: Pinned | None = None, seen: Seen | None = None) -> Located:
    """Finds the claim's figure in a page.

    `locator` pins the place by its words, `seen` is what was remembered of the figure when it was last found. Found: one figure
    fits and no other nearly as well; ambiguous: several do, with the best in `read`, or it may be another than the last time;
    missing: none does. The claimed value is never looked for, it may have moved.
    """
    claim = claim_of(expected)
    track = Track(seen, page, claim) if seen else None
    if locator is not None:
        return _in_place(claim, page, locator, track)
    figures = page.figures_like(expected.unit)
    if len(figures) > MOST:
        return Located("missing", why=(Told("item", OTHER, "more figures than prose has"),))
    everything = list(_candidates(claim, page, figures))
    candidates = [found for found in everything if not (track and track.is_other(found.figure))]
    answer = _best(claim, page, candidates)
    if track is not None:
        answer = followed(track, answer, candidates)
    return _remembering(page, answer, everything)


def offered(expected: Expected, page: Page, most: int) -> list[Figure]:
    """The figures of a page among which an editor may choose: those of the claim's unit of which anything speaks for it, the
    likeliest first and those that the page says are others' last."""
    figures = page.figures_like(expected.unit)
    if len(figures) > MOST:
        return []
    fitting = (one for one in _candidates(claim_of(expected), page, figures) if one.figure.unit == expected.unit)
    return [found.figure for found in sorted(fitting, key=lambda one: (one.is_others, -one.score))[:most]]


def _in_place(claim: Claim, page: Page, locator: Pinned, track: Track | None) -> Located:
    """The figure between the pinned words; where they are gone, the one in the sentence in which they stood."""
    pinned = [candidate(claim, page, figure) for figure in place_of(locator, page)]
    answer = _pinned(page, pinned)
    if track is not None and answer.outcome == "found":
        best = next(found for found in pinned if found.figure is answer.figure)
        if track.objections(best) or track.is_exchanged(best.figure):
            answer = replace(answer, outcome="ambiguous")
    like = page.figures_like(claim.expected.unit) if track is not None and answer.outcome == "missing" else ()
    if track is not None and 0 < len(like) <= MOST:
        pinned = list(_candidates(claim, page, like))
        again = followed(track, _best(claim, page, pinned), pinned)
        there = again.figure if again.outcome == "found" else None
        answer = again if there and (track.is_same(there) or track.is_reworded(there)) else answer
    return _remembering(page, answer, [found for found in pinned if found.figure is answer.figure])


def _best(claim: Claim, page: Page, candidates: Sequence[Candidate]) -> Located:
    """The claim's figure among those of which something speaks for it, by what the page says alone."""
    fitting = [
        found
        for found in candidates
        if not found.is_others and found.score >= ENOUGH and speaks_of_it(claim, found) and not found.is_elsewhere
    ]
    fitting = [found for found in fitting if found.tells_event] or fitting or _alone(claim, page, candidates)
    if claim.is_of_year:
        fitting = _of_its_year(fitting)
    fitting = [found for found in fitting if not found.is_set_aside] or fitting
    fitting = [dated(page, found) for found in sorted(fitting, key=lambda found: -found.score)[:BEST]]
    return _decide(page, claim, sorted(_ranked(fitting), key=lambda found: found.is_apart), fitting, candidates)


def _remembering(page: Page, answer: Located, candidates: Sequence[Candidate]) -> Located:
    """The answer with what is to be remembered of a figure that was found."""
    best = next((dated(page, found) for found in candidates if found.figure is answer.figure), None)
    if answer.outcome != "found" or best is None:
        return answer
    near = [dated(page, found) for found in sorted(candidates, key=lambda found: -found.score)[:REMEMBERED]]
    same = [found for found in near if same_reading(best, found)]
    older = [found for found in near if found not in same and tells_way(best, found)]
    others = [found for found in near if found not in same and found not in older]
    return replace(answer, seen=seen_of(page, best, same, others, older))


def _alone(claim: Claim, page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The only figure of the claim's unit and size on the page, though little speaks for it, where nothing speaks against it."""
    like = [one for one in page.figures_like(claim.expected.unit) if one.unit == claim.expected.unit]
    near = {one.value for one in like if one.value is not None and size_of(claim, one.value).points > 0}
    alone = [found for found in candidates if found.figure.value in near and speaks_of_it(claim, found)]
    return [found for found in alone if not (found.is_others or found.is_apart)] if len(near) == 1 else []


def _ranked(fitting: list[Candidate]) -> list[Candidate]:
    """Those whose own sentence names the claim's place and that nothing sets apart, with those of which far more speaks."""
    placed = [found for found in fitting if found.is_placed and not found.is_apart]
    most = max((found.meaning for found in placed), default=0)
    return [found for found in fitting if found in placed or found.meaning >= most + CLEAR] if placed else fitting


def _of_its_year(fitting: list[Candidate]) -> list[Candidate]:
    """Those that name the claim's year themselves, unless only others that stand under it name the claim's place."""
    own = [found for found in fitting if found.is_of_its_year()]
    under = [found for found in fitting if found.is_of_its_year(around=True)]
    if any(found.is_placed for found in under) and not any(found.is_placed for found in own):
        return under
    return own or under or fitting


def _candidates(claim: Claim, page: Page, figures: Sequence[Figure]) -> Iterator[Candidate]:
    for figure in figures:
        seen = glance(claim, page, figure)
        if seen is not None:
            yield candidate(claim, page, figure, seen)


def _pinned(page: Page, candidates: Sequence[Candidate]) -> Located:
    """The figure between the pinned words, unless it is another's or the words stand there twice."""
    fitting = [dated(page, found) for found in candidates if not _is_another_thing(found)]
    if not fitting:
        return Located("missing")
    first = fitting[0]
    others = [other for other in fitting[1:] if not same_reading(first, other)]
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
    latest = newest(near)
    if latest is not None and not (claim.year and latest.read.as_of and claim.year < latest.read.as_of.year):
        best = latest
    finer = [] if best.read.bound == "exact" else [dated(page, found) for found in candidates if _is_plain(found)]
    best = min((found for found in (*ranked, *finer) if same_reading(best, found)), key=roughness)
    rivals = [other for other in ranked if other is not best and not same_reading(best, other)]
    runner_up = rivals[0] if rivals else None
    mentions = [found for found in fitting if same_reading(best, found)]
    doubtful = [other for other in rivals if all(is_rival(mention, other) for mention in mentions)]
    if not doubtful:
        nearer = closer(claim, page, best, candidates)
        doubtful = [other for other in nearer if not any(tells_way(mention, other) for mention in mentions)]
    alone = not doubtful and (is_doubtful(claim, best) or is_held_by_nothing(claim, page, best))
    if doubtful:
        runner_up = doubtful[0]
    elif alone:
        runner_up = None
    outcome = "ambiguous" if doubtful or alone else "found"
    return located(outcome, page.text, best.figure, best.read, runner_up.read if runner_up else None, best.why)


def _is_plain(found: Candidate) -> bool:
    """Whether more speaks for a figure than against it and nothing sets it apart."""
    return not (found.is_others or found.is_apart) and found.score > 0
