"""What leaves a figure in doubt although nothing else on the page fits better.

None of it asks for words: how far the value lies from the printed one, what other figures lie nearer, where its place is told.
A doubted figure is offered, never called found.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from .claim import Claim
from .evidence import FAR, Candidate, candidate, dated, times_of
from .item import CHANGES, SHARES
from .page import Page
from .repeated import OWN, POINTS
from .sentence import rare_words, sentence_of
from .standing import RISEN
from .values import APART, INHERITED, OTHER, SAME, SHARED, Told
from .when import NOWHERE
from .where import ONLY

SOME = 0
"""Points from which a figure may be the claim's if it lies much nearer to the claimed value than the best one: no more speaks
against it than for it."""

NEAR = Decimal("1.5")
"""Times the claimed value, or so many times smaller, within which such a figure lies, and beyond which a figure has moved so
far that any nearer one counts: most figures that move do so by less."""

SHRINKING = frozenset({"missing", "hostage", "displaced", "evacuated", "hospitalised"})
"""What a few days may bring down to a tenth."""

SHRUNK = Decimal("0.5")
"""A count of anything else that is below this share of the claimed one is never beyond doubt: tolls, cases and crowds grow or
are put right, and seldom halve, while counts of a part, a day or a village stand on nearly every page."""

LEAPT = 3
"""Times the claimed value beyond which a figure is in doubt whose own words do not name the claim's place."""

LITTLE = 6
"""Points of meaning below which little speaks for a figure: one dimension that its own words name, and no event."""

FARTHER = 4
"""Times the claimed value beyond which a figure for which little speaks is in doubt, wherever it stands."""

ROUNDED = Decimal("1.1")
"""Times the claimed value up to which a figure of an unnamed year is rather the same one."""

FALLEN = Decimal("0.8")
"""A figure below this share of the claimed one is in doubt where the claim names no place that could hold it."""

HALF = 2
"""So many times the words that a sentence shares with the claim's are those of the claim's, if it tells it in other words."""

FIRM = frozenset({"place", "place of the clause", "place not on the page"})
"""Answers that place a figure elsewhere by the table of places; a place that is only a name may be no place at all."""


def is_doubtful(claim: Claim, found: Candidate) -> bool:
    """Whether the figure may be another's although no other fits: names differ, it has moved too far, or its place or year is
    told nowhere near it."""
    if found.has(OWN) and found.read.value == claim.expected.value:
        return False
    far = any(told.said == "size" and told.points <= FAR for told in found.why) or _has_shrunk(claim, found)
    if (
        (far and claim.event not in SHRINKING)
        or found.is_apart
        or (found.read.unit in SHARES and found.has(*CHANGES))
        or (found.has(ONLY) and found.moment is None)
        or _has_leapt(claim, found)
        or _is_of_no_year(claim, found)
    ):
        return True
    return claim.where is not None and not found.stands("where") & {SAME, SHARED, INHERITED}


def is_held_by_nothing(claim: Claim, page: Page, found: Candidate) -> bool:
    """Whether the claim names no place, and the figure has fallen, or has moved by more than half in a sentence that is not the
    claim's in other words, on a page in the claim's language, where it would share them."""
    ours, theirs, times = claim.expected.value, found.read.value, times_of(claim, found.read.value)
    if ours is None or theirs is None or times is None or found.has(OWN):
        return False
    if claim.where is not None or claim.language != page.language:
        return False
    shared = claim.rare & rare_words(sentence_of(page, found.figure))
    return theirs < ours * FALLEN or (times > NEAR and HALF * len(shared) < len(claim.rare))


def _has_shrunk(claim: Claim, found: Candidate) -> bool:
    ours, theirs = claim.expected.value, found.read.value
    return claim.expected.unit is None and ours is not None and theirs is not None and theirs < ours * SHRUNK


def _has_leapt(claim: Claim, found: Candidate) -> bool:
    """Whether the value has moved farther than most do, while the figure's own words tell too little: not the claim's event of
    a count, not its place and not that it has risen, or hardly anything."""
    ours, theirs, times = claim.expected.value, found.read.value, times_of(claim, found.read.value)
    if times is None or ours is None or theirs is None or times <= LEAPT:
        return False
    counts = claim.expected.unit is None
    if counts and claim.event is not None and not found.stands("event") & {SAME, INHERITED}:
        return True
    if times > FARTHER and found.meaning < LITTLE:
        return True
    only_around = INHERITED in found.stands("where") and not found.stands("where") & {SAME, SHARED}
    return only_around and not (counts and theirs < ours) and not found.has(RISEN)


def _is_of_no_year(claim: Claim, found: Candidate) -> bool:
    """Whether the claim's year is told nowhere, and the figure lies so far off that it may well be another year's."""
    times = times_of(claim, found.read.value)
    return found.has(NOWHERE) and times is not None and times > ROUNDED


def closer(claim: Claim, page: Page, best: Candidate, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The figures that may be the claim's though less speaks for them, because of how they lie to the printed value.

    One lies much nearer to it than the best; or the best is the printed number itself, as a page that tells the old one
    beside the new, and another is of about its size.
    """
    for other in candidates:
        if not _is_close(claim, best, other):
            continue
        told = dated(page, candidate(claim, page, other.figure, whole=True) if other.is_others else other)
        if best.has(OWN) and told.meaning < best.meaning - POINTS:
            continue
        if _is_nearer(claim, best, told) or _is_nearer_elsewhere(claim, best, told):
            yield told


def _is_close(claim: Claim, best: Candidate, other: Candidate) -> bool:
    """Whether a figure lies so, and nothing that is known of it yet makes it another's but a place that is only a name."""
    if any(told.stands == OTHER and (told.dimension != "where" or _sets_apart(told)) for told in other.why):
        return False
    near, far = (times_of(claim, found.read.value) for found in (other, best))
    if near is None or far is None or near == 1:
        return False
    return near <= NEAR if far == 1 else far - 1 > 2 * (near - 1)


def _is_nearer_elsewhere(claim: Claim, best: Candidate, other: Candidate) -> bool:
    """Whether nothing but its place sets the figure apart, and that not by the table of places, while the best one has moved
    far or not at all."""
    times = times_of(claim, best.read.value)
    if times is None or 1 < times <= NEAR or (SAME in best.stands("when") and SAME not in other.stands("when")):
        return False
    return not any(_sets_apart(told) for told in other.why)


def _sets_apart(told: Told) -> bool:
    """Whether something sets a figure apart that is more than a name taken for its place."""
    if told.dimension == "where":
        return told.said in FIRM and (told.stands == OTHER or told.points < 0)
    return told.stands in {APART, OTHER} or (told.said == "scope" and told.points < 0)


def _is_nearer(claim: Claim, best: Candidate, other: Candidate) -> bool:
    """Whether a figure for which less speaks lies so much nearer to the claimed value that it may be the one.

    Not the claimed value itself, which a page often tells as the older one, nor one of another place, people or time.
    """
    if other.is_others or other.score < SOME or other.is_set_aside:
        return False
    if any(told.stands == APART and told.dimension in {"where", "whose", "when"} for told in other.why):
        return False
    near = times_of(claim, other.read.value)
    return near is not None and near <= NEAR and best.read.value != claim.expected.value
