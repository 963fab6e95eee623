"""Digits with their separators, as values."""

import re
from decimal import Decimal
from typing import Final

from .tokens import Tokens

LAKHS: Final = re.compile("[1-9][0-9]?(?:[.,][0-9]{2})+[.,][0-9]{3}")
"""Digits grouped as in India: "4,00,000"."""
DIGITS: Final = frozenset("0123456789")
"""What numerals are written with; the note marks of "12¹" are digits to Unicode and no numerals."""

PARTS: Final = frozenset({"2", "3", "4", "5", "8", "16", "32"})
"""What the parts of a whole are told in: "29 1/2"."""
WHOLE: Final = 3
"""Digits of a number that a part may follow."""

LONGEST: Final = 40
"""A longer run of digits is an identifier, whatever it stands for."""


def digits_value(written: str, thousands: str) -> tuple[Decimal | None, Decimal | None]:
    """The value of digits with separators and, where the separators leave a doubt, the other value.

    None for what is no number at all ("1.2.3", more than 40 digits).
    """
    if len(written) > LONGEST:
        return None, None
    if written.isdigit():
        return Decimal(written), None
    groups = written.replace(",", ".").split(".")
    mark, last_mark = written[len(groups[0])], written[-len(groups[-1]) - 1]
    whole = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3 and groups[0] != "0"
    if len(groups) == 2:
        as_decimal = Decimal(f"{groups[0]}.{groups[1]}")
        if not whole:
            return as_decimal, None
        joined = Decimal("".join(groups))
        return (joined, as_decimal) if mark == thousands else (as_decimal, joined)
    if written.count(mark) == len(groups) - 1:
        lakhs = mark == thousands and LAKHS.fullmatch(written) is not None
        return (Decimal("".join(groups)), None) if whole or lakhs else (None, None)
    if written.count(last_mark) == 1 and all(len(group) == 3 for group in groups[1:-1]):
        return Decimal("".join(groups[:-1]) + "." + groups[-1]), None
    return None, None


def part_behind(tokens: Tokens, index: int) -> Decimal | None:
    """The part of one that the three tokens at `index` add to the whole number before them ("29 1/2"), or None."""
    above, stroke, below = tokens.at[index], tokens.at[index + 1], tokens.at[index + 2]
    joined = stroke == "/" and tokens.glued(index + 1) and tokens.glued(index + 2) and not tokens.glued(index)
    whole = tokens.words[index - 1]
    if not (joined and above.isdigit() and below in PARTS and whole.isdigit() and len(whole) <= WHOLE):
        return None
    return Decimal(above) / Decimal(below) if 0 < int(above) < int(below) else None
