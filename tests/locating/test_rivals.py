"""Two figures of a page that may both be the claim's."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from claims.locating.evidence import Candidate
from claims.locating.rivals import is_rival, newest, outdated, roughness, same_reading, tells_way
from tests.locating.telling import candidate_in

GAZA = {"event": "killed", "place": "Gaza", "context": "In Gaza 331 people were killed."}
DAY, LATER = date(2023, 11, 1), date(2023, 11, 5)


def told(value: int, text: str = "In Gaza {} people were killed.", **read: object) -> Candidate:
    found = candidate_in(text.format(value), str(value), **GAZA)
    return replace(found, read=replace(found.read, **read))


@pytest.mark.parametrize(
    ("one", "bound", "other", "same"),
    [(1301, "exact", 1301, True), (1300, "more_than", 1301, True), (1300, "less_than", 1301, False)],
)
def test_a_rougher_mention_says_the_same(one: int, bound: str, other: int, same: bool) -> None:
    first, second = told(one, bound=bound), told(other)
    assert same_reading(first, second) is same_reading(second, first) is same


def test_the_finer_of_two_mentions_comes_first() -> None:
    assert min(told(1300, bound="more_than"), told(1301), key=roughness).read.value == Decimal(1301)


def test_a_figure_of_an_older_stated_day_is_outdated() -> None:
    old, new = (told(300 + day.day, as_of=day, as_of_basis="stated") for day in (DAY, LATER))
    assert outdated(new, old)
    assert not outdated(old, new)
    assert newest([old, new]) == new
    assert not is_rival(new, old)


def test_without_days_neither_is_newer() -> None:
    assert newest([told(301), told(305)]) is None
    assert is_rival(told(305), told(301))


def test_a_total_that_has_risen_tells_its_way() -> None:
    risen = told(340, "In Gaza the number of people killed has risen to {} people.")
    assert tells_way(risen, told(310))
    assert not tells_way(told(310), risen)
