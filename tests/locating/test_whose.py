"""Whose figure it is."""

from typing import Any

import pytest

from claims.locating.values import APART, OTHER, SAME
from tests.locating.telling import stands_in

DELEGATES = {"context": "Prabowo Subianto has 331 delegates.", "counted": "delegates"}

SHARE = {"population": "Harbour Party", "place": "Norveld", "unit": "percent", "counted": None}

CASES = [
    (SHARE, "The Harbour Party has 450 percent in Norveld.", SAME),
    (SHARE, "Election\n\nThe Free List has 450 percent in Norveld. The Harbour Party has 41 percent.", APART),
    # claim, page, answers
    (SHARE, "Survey in Norveld: the Harbour Party has 450 percent.", SAME),
    ({"place": "Belo"}, "Deaths by town: Belo 12, Aren 450, Cero 7.", APART),
    (DELEGATES, "In the hall Ganjar Pranowo has 450 delegates.", APART),
    (DELEGATES, "In the hall Prabowo has 450 delegates.", SAME),
    ({"event": "killed", "population": "Malaysia", "place": "Mesir"}, "In Egypt 450 people were killed.", OTHER),
    ({"population": "Israelis"}, "About 450 Palestinians were killed.", OTHER),
]


@pytest.mark.parametrize(("claim", "text", "stands"), CASES)
def test_whose_figure_it_is(claim: dict[str, Any], text: str, stands: str) -> None:
    assert stands in stands_in(text, "whose", **claim)
