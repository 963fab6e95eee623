"""What speaks against a figure that looks like the claim's."""

from datetime import date
from decimal import Decimal

import pytest

from claims.comparison import Expected
from claims.locating.against import DOUBTS, OUT, against
from claims.locating.claim import Claim
from claims.locating.page import Page
from claims.locating.reading import read_of

TOLL = "The earthquake in Cianjur killed 331 people."
CASES = [
    # claim's sentence, page, question
    (TOLL, "Officials fear that 450 people may have been killed.", "a figure foreseen"),
    (TOLL, "It is not true that 450 people were killed.", "denied"),
    (TOLL, "The flood killed 450 people.", "another"),
    (TOLL, "The landslide killed 450 people.", "perhaps another"),
    (TOLL, "A month earlier 450 people were killed.", "older figure"),
    (TOLL, "In the past 24 hours 450 people were killed.", "of one period only"),
    ("Between 9 and 11 percent growth is expected.", "Lending grew 10 percent.", None),
    ("Prabowo Subianto has 331 delegates.", "In the hall Ganjar Pranowo has 450 delegates.", "another name"),
    ("Prabowo Subianto has 331 delegates.", "In the hall Prabowo has 450 delegates.", None),
    (TOLL, "The quake killed 450 people.", None),
    ("The town has 331 badly damaged houses.", "The town has 450 houses.", "wider"),
    ("The town has 331 houses.", "The town has 450 badly damaged houses.", "narrower"),
    ("The town has 331 houses.", "The town has 450 houses, some badly damaged.", None),
]


@pytest.mark.parametrize(("says", "text", "question"), CASES)
def test_what_speaks_against_a_figure(says: str, text: str, question: str | None) -> None:
    page = Page(text, "en", date(2023, 11, 10))
    claim = Claim(Expected(value=Decimal(331), counted="people", context=says, published=date(2023, 11, 10)))
    figure = next(found for found in page.figures if found.value in {Decimal(450), Decimal(10)})
    told = dict(against(claim, page, figure, read_of(page, figure)))
    assert all(points < 0 for points in told.values())
    if question is None:
        assert not told.keys() - {"not foreseen as in the claim"}
    else:
        assert question in told
        assert told[question] in {OUT, -12} or question in DOUBTS
