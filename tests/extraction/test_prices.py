"""Rows of numbers: what a ticker or a table shows is told apart from what an article says."""

import pytest

from claims.extraction.prices import plans_among, rows_among, tells_price


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


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (["elm rovers 38 24 80", "tay city 37 22 74", "it won."], {0, 1}),
        (["1 elm rovers 38 24", "2. tay city 37 -22.5"], {0, 1}),
        (["elm\t38\t24", "tay\t37\t22"], set()),
        (["elm | 38 | 24", "tay | 37 | 22"], set()),
        (["elm rovers 38 24 80", "tay city 37 22"], set()),
        (["elm rovers 38", "tay city 37"], set()),
        (["the toll rose to 38 on may 24", "it was 37 on may 22"], set()),
    ],
)
def test_the_rows_of_a_table(lines: list[str], rows: set[int]) -> None:
    text = "\n".join(lines)
    spans = [(text.index(line), text.index(line) + len(line)) for line in lines]
    assert rows_among(text, spans) == rows


@pytest.mark.parametrize(
    ("lines", "plans"),
    [
        (["basic", "₹450", "3 months", "₹150/month", "best", "1 year"], {1, 2, 3}),
        (["$9.99 / mo", "rp49.000/bulan", "it is $5/month here"], {0, 1}),
        (["it is", "$450", "3 months", "and/or"], set()),
        (["$450", "3 months"], set()),
    ],
)
def test_what_a_subscription_costs(lines: list[str], plans: set[int]) -> None:
    text = "\n".join(lines)
    spans = [(text.index(f"{line}\n"), text.index(f"{line}\n") + len(line)) for line in lines[:-1]]
    spans.append((len(text) - len(lines[-1]), len(text)))
    assert plans_among(text, spans) == plans
