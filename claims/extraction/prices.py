"""Lines of a page that are rows of numbers: a ticker, a widget of shares, a table."""

import re
from itertools import pairwise
from typing import Final

from .values import Span

TICKER: Final = re.compile(r"(?:• ?)?[a-z][a-z0-9/&.,]*(?: [a-z0-9/&]+)?((?: [-+]?[0-9][0-9.,]*){1,3}) ?%")
"""A line of prices: "USD/IDR 16.900 45,00 0,27%"; one with a single number only right below another."""
MOVE: Final = re.compile(
    r"(?:[a-z][a-z0-9/&.,' ]{0,30} )?(?:[$£€]?[0-9][0-9.,]* (?:[-+−]|[▲▼] ?)[0-9][0-9.,]*(?:%| ?\([-+−]?[0-9.,]+%\))?|"
    r"(?:[$£€]?[0-9][0-9.,]* ?|[-+−][0-9][0-9.,]* ?){1,2}"
    r"(?:\([-+−][0-9.,]+%\)(?:[-+−]?[0-9.,]+%)?|\([0-9.,]+%\)[0-9.,]+%))"
)
"""A price and what it has moved by, or the move and its share: "Nifty 19,230.60 +97.35", "Gold 1,984.20 ▲ 0.4%",
"-0.45 (-1.2%)", "12.00 (0.16%)0.16%", "AAPL $189.30 (+1.2%)"."""
LEVEL: Final = re.compile(r"[a-z][a-z0-9/&.' ]{0,24}?[0-9][0-9,]*\.[0-9]{2,4}")
"""The name and the level of what has moved by the amount below: "Hang Seng17,651.15"."""
ROW: Final = re.compile(r"(?:[0-9]{1,3}\.? )?[^\W\d_][^\d|:;,]{0,30}?((?: [-+−]?[0-9][0-9.,]*){2,20})")
"""A name with the numbers of its row: "Elm Rovers 38 24 8 6 80", "1 China 12 8 4 24"; rows that tabs or strokes part are tables, whose
cells `locating` reads by their heads."""
PLAN: Final = re.compile(
    r"(?:[$£€₹]|rp\.? ?|rm ?|rs\.? ?)[0-9][0-9.,]*(?P<each> ?/ ?[a-z]{1,7})?\.?|[0-9]{1,2} [a-z]{3,8}"
)
"""A price, what it is for, or the length of a subscription, alone on a line: "₹900", "$4.99/month", "3 months"."""
LONGEST_PLAN: Final = 24
"""No such line is longer."""
LONGEST_ROW: Final = 120
"""No row of a table in an article is longer."""
LONGEST_LEVEL: Final = 40
"""Neither the name with its level nor the move is longer."""
MOVE_ENDS: Final = frozenset("%)")
PRICE_ENDS: Final = frozenset("0123456789%)")


def tells_price(lower: str, *, priced: bool) -> bool:
    """Whether a short line in lower case tells a price and what it has moved by; `priced` tells that the line above it does."""
    if lower[-1] not in PRICE_ENDS:
        return False
    bare = " ".join(lower.split())
    if row := TICKER.fullmatch(bare):
        return priced or row[1].count(" ") > 1
    return MOVE.fullmatch(bare) is not None


def levels_among(lower: str, lines: list[Span]) -> frozenset[int]:
    """The lines of a text in lower case that name what the line below tells the move of, with its level."""
    if "%" not in lower:
        return frozenset()
    found = []
    for index, ((start, end), (below, last)) in enumerate(pairwise(lines)):
        if lower[last - 1] not in MOVE_ENDS or not lower[end - 1].isdigit() or lower[below].isalpha():
            continue
        short = end - start <= LONGEST_LEVEL and last - below <= LONGEST_LEVEL
        if short and LEVEL.fullmatch(lower, start, end) and MOVE.fullmatch(" ".join(lower[below:last].split())):
            found.append(index)
    return frozenset(found)


def plans_among(lower: str, lines: list[Span]) -> frozenset[int]:
    """The lines of a text in lower case that tell what a subscription costs: those alone with a price or a length of time above
    and below a price for each month or year."""
    if "/" not in lower:
        return frozenset()
    told = [
        PLAN.fullmatch(lower, start, end) if end - start <= LONGEST_PLAN and "/" in lower[start:end] else None
        for start, end in lines
    ]
    found: set[int] = set()
    for index, match in enumerate(told):
        if match is None or match["each"] is None or index in found:
            continue  # what stands beside one that was found was found with it
        for step in (-1, 1):
            at = index
            while (
                0 <= at < len(lines)
                and lines[at][1] - lines[at][0] <= LONGEST_PLAN
                and PLAN.fullmatch(lower, *lines[at])
            ):
                found.add(at)
                at += step
    return frozenset(found)


def rows_among(lower: str, lines: list[Span]) -> frozenset[int]:
    """The lines of a text in lower case that are rows of a lost table: a name and its numbers, as many as above or below."""
    sizes = [row_size(lower, start, end) for start, end in lines]
    beside = zip(sizes, [0, *sizes], [*sizes[1:], 0], strict=False)
    return frozenset(index for index, (size, above, below) in enumerate(beside) if size and size in (above, below))


def row_size(lower: str, start: int, end: int) -> int:
    """How many numbers the row of a table has that stands at start..end, 0 where none does."""
    if end - start > LONGEST_ROW or not lower[end - 1].isdigit():
        return 0
    row = ROW.fullmatch(lower, start, end)
    return row[1].count(" ") if row else 0
