"""Lines of prices: what a ticker shows is told apart from what an article says."""

import pytest

from claims.extraction.prices import tells_price


@pytest.mark.parametrize(
    ("line", "priced", "told"),
    [
        ("usd/idr 16.900 45,00 0,27%", False, True),
        ("gold 0,27%", False, False),
        ("gold 0,27%", True, True),
        ("nifty 19,230.60 +97.35", False, True),
        ("-0.45 (-1.2%)", False, True),
        ("aapl $189.30 (+1.2%)", False, True),
        ("inflation rose to 3.2% in may", False, False),
        ("they won 3-2", False, False),
    ],
)
def test_what_a_ticker_shows(line: str, priced: bool, told: bool) -> None:
    assert tells_price(line, priced=priced) is told
