"""Lines of a page that tell prices and what they have moved by: a ticker, a widget of shares."""

import re
from typing import Final

TICKER: Final = re.compile(r"(?:• ?)?[a-z][a-z0-9/&.,]*(?: [a-z0-9/&]+)?((?: [-+]?[0-9][0-9.,]*){1,3}) ?%")
"""A line of prices: "USD/IDR 16.900 45,00 0,27%"; one with a single number only right below another."""
MOVE: Final = re.compile(
    r"(?:[a-z][a-z0-9/&.,' ]{0,30} )?(?:[$£€]?[0-9][0-9.,]* (?:[-+−]|[▲▼] ?)[0-9][0-9.,]*(?:%| ?\([-+−]?[0-9.,]+%\))?|"
    r"(?:[$£€]?[0-9][0-9.,]* ?|[-+−][0-9][0-9.,]* ?){1,2}\([-+−][0-9.,]+%\))"
)
"""A price and what it has moved by, or the move and its share: "Nifty 19,230.60 +97.35", "Gold 1,984.20 ▲ 0.4%",
"-0.45 (-1.2%)", "AAPL $189.30 (+1.2%)"."""
PRICE_ENDS: Final = frozenset("0123456789%)")


def tells_price(lower: str, *, priced: bool) -> bool:
    """Whether a short line in lower case tells a price and what it has moved by; `priced` tells that the line above it does."""
    if lower[-1] not in PRICE_ENDS:
        return False
    bare = " ".join(lower.split())
    if row := TICKER.fullmatch(bare):
        return priced or row[1].count(" ") > 1
    return MOVE.fullmatch(bare) is not None
