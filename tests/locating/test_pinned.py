"""Pinned words whose number may have changed."""

from decimal import Decimal

import pytest

from claims.locating.page import Page
from claims.locating.pinned import place_of
from claims.locating.values import Pinned

PAGE = (
    "Team Alpha raised its output by 12 percent last year. Team Beta raised its output by 9 percent last year. "
    "The army says 239 people are being held in Gaza, among them 30 children."
)

CASES: list[tuple[Pinned, list[int]]] = [
    (Pinned("11 percent", "Team Alpha raised its output by ", " last year."), [12]),
    (Pinned("11 percent", "Team Beta raised its output by ", " last year."), [9]),
    (Pinned("11 percent", "Team Delta raised its output by ", " last year."), []),
    (Pinned("11 percent", " raised its output by ", " last year."), [12, 9]),
    (Pinned("$11", "Team Alpha raised its output by ", " last year."), []),
    (Pinned("220 people", "The army says ", " are being held in Gaza"), [239]),
    (Pinned("220 people", "The army said that ", " are being held in Gaza"), []),
    (Pinned("220 soldiers", "The army says ", " are being held in Gaza"), []),
    (Pinned("220 people", "", ""), []),
    (Pinned("people", "The army says ", " are being held"), []),
]


@pytest.mark.parametrize(("pinned", "values"), CASES)
def test_the_words_around_decide(pinned: Pinned, values: list[int]) -> None:
    assert [figure.value for figure in place_of(pinned, Page(PAGE, "en", None))] == [Decimal(value) for value in values]
