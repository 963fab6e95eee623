"""What speaks for and against a figure of a page."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from claims.comparison import Expected
from claims.locating.claim import Claim
from claims.locating.page import Page
from claims.locating.scoring import OUT, candidate

KILLED = {"counted": "orang", "event": "killed", "place": "Gaza"}

CASES: list[tuple[dict[str, Any], str, str, int]] = [
    # claim, page with one figure, question, the sign of its points
    (KILLED, "In Gaza 1,200 people were killed.", "event", 1),
    (KILLED, "In Gaza 1,200 people were killed.", "counted", 1),
    (KILLED, "In Gaza 1,200 people were killed.", "place", 1),
    (KILLED, "In Gaza 1,200 people were injured.", "event", OUT),
    (KILLED, "In Israel 1,200 people were killed.", "place", OUT),
    (KILLED, "In Gaza 1,200 children were killed.", "counted", OUT),
    (KILLED, "In Gaza $1,200 was paid.", "unit", OUT),
    (KILLED, "In Gaza 900,000 people were killed.", "size", OUT),
    (KILLED, "In Gaza 1,200 people live in tents.", "no event", -1),
    ({"counted": "orang"}, "In Gaza 1,200 people were killed.", "an event", -1),
    (KILLED, "In Gaza the toll could reach 1,200 people killed.", "a figure foreseen", -1),
    ({"unit": "IDR", "context": "Ekspor mencapai"}, "Imports were worth Rp 1,200.", "another topic", OUT),
    ({"unit": "IDR", "context": "Ekspor mencapai"}, "Exports were worth Rp 1,200.", "topic", 1),
    ({**KILLED, "event_date": "2023-10-07"}, "In 2019 in Gaza 1,200 people were killed.", "year", OUT),
]


@pytest.mark.parametrize(("claim", "text", "question", "sign"), CASES)
def test_points(claim: dict[str, Any], text: str, question: str, sign: int) -> None:
    page = Page(text, "en", None)
    expected = Expected(value=Decimal(1400), published=date(2023, 10, 27), **claim)
    [figure] = [found for found in page.figures if found.value in {Decimal(1200), Decimal(900000)}]
    points = dict(candidate(Claim(expected), page, figure).why).get(question, 0)
    assert points == OUT if sign == OUT else points * sign > 0
