"""What is counted, priced or measured."""

from typing import Any

import pytest

from claims.locating.values import APART, OTHER, SAME, UNSAID
from tests.locating.telling import stands_in

KILLED: dict[str, Any] = {"event": "killed"}
EXPORTS: dict[str, Any] = {"unit": "IDR", "counted": None, "context": "Ekspor mencapai"}

GOLD: dict[str, Any] = {"unit": "IDR", "counted": "emas", "context": "Harga emas Rp 331 per gram."}
DRIVERS: dict[str, Any] = {
    "unit": "percent",
    "counted": "drivers",
    "context": "Among drivers in Halden, 331 percent are for it.",
}

CASES = [
    (GOLD, "Harga emas 5 gram: Rp 450.", APART),
    (GOLD, "Harga emas 1 gram: Rp 450.", SAME),
    (DRIVERS, "In Halden 450 percent are for it. Among drivers, 38 percent are.", APART),
    ({"event": "killed"}, "The riot killed 500 people: 450 locals and 50 soldiers.", APART),
    ({"event": "killed"}, "Of the 500 people who were killed, 450 have been buried.", APART),
    ({"counted": "suspects"}, "In all, 450 people have been named as suspects.", SAME),
    ({"counted": "tickets"}, "The ground can hold 450.", APART),
    ({"event": "killed"}, "In all, 450 more people were killed.", APART),
    # claim, page, an answer among those of the item
    (KILLED, "Another 450 people were killed, bringing the total to 900.", APART),
    ({"context": "331 people were named as suspects."}, "Police named 450 suspects.", SAME),
    (KILLED, "In Gaza 450 people were killed.", SAME),
    (KILLED, "In Gaza 450 children were killed.", OTHER),
    (KILLED, "Eight hundred are hurt and 450 of the dead were identified.", APART),
    ({"scope": "identified"}, "450 people were killed. In all, 300 were identified.", APART),
    ({"form": "delta"}, "450 people make up 20 percent.", SAME),
    (EXPORTS, "Imports were worth Rp 450.", OTHER),
    (EXPORTS, "Exports were worth Rp 450.", SAME),
    (EXPORTS, "Rp 450 was counted.", UNSAID),
]


@pytest.mark.parametrize(("claim", "text", "stands"), CASES)
def test_what_is_counted(claim: dict[str, Any], text: str, stands: str) -> None:
    assert stands in stands_in(text, "item", **claim)
