"""The dimensions together: what ties a figure to a claim, and what tells two apart."""

from decimal import Decimal

from claims.comparison import Expected
from claims.locating.claim import Claim
from claims.locating.evidence import size_of, speaks_of_it, told_apart
from claims.locating.values import OTHER, UNSAID
from tests.locating.telling import candidate_in

GAZA = {"event": "killed", "place": "Gaza", "context": "In Gaza 331 people were killed."}
CLAIM = Claim(Expected(value=Decimal(331), counted="people", **GAZA))


def test_a_figure_of_another_unit_or_size_is_anothers() -> None:
    assert candidate_in("In Gaza $450 was paid.", **GAZA).is_others
    assert candidate_in("In Gaza 900,000 people were killed.", "900000", **GAZA).is_others
    assert not candidate_in("In Gaza 450 people were killed.", **GAZA).is_others


def test_the_size_only_orders_until_it_is_absurd() -> None:
    near, far, absurd = (size_of(CLAIM, Decimal(value)) for value in (400, 4000, 900000))
    assert (near.stands, far.stands, absurd.stands) == (UNSAID, UNSAID, OTHER)
    assert near.points > far.points


def test_what_ties_and_what_sets_aside() -> None:
    told = candidate_in("In Gaza 450 people were killed.", **GAZA)
    assert speaks_of_it(CLAIM, told)
    assert told.is_placed
    older = candidate_in("A month earlier 450 people were killed in Gaza.", **GAZA)
    assert older.is_set_aside


def test_what_tells_two_that_fit_apart() -> None:
    own = candidate_in("In Gaza 450 people were killed.", **GAZA)
    inherited = candidate_in("War in Gaza\n\nIn all, 450 people were killed.", **GAZA)
    doubtful = candidate_in("In Gaza 450 people may have been killed.", **GAZA)
    assert not told_apart(own, inherited)
    assert told_apart(own, doubtful)
    assert not told_apart(doubtful, own)
