"""Numbers that only number the items of a list."""

from .numerals import HYPHENS, Numeral
from .tokens import Tokens


def starts_item(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the digits number an item of a list: "1. Korban …", "2) …" at the start of a line, "…: 1." and "2." before
    the items of a list that has lost its lines."""
    if not numeral.digits.isdigit() or len(numeral.digits) > 2 or tokens.word(numeral.end) not in {".", ")"}:
        return False
    if numeral.end == len(tokens) - 1 and (numeral.first == 0 or tokens.word(numeral.first - 1) == ":"):
        return numeral.first == 0 or numeral.value == 1
    start = tokens.starts[0]
    return numeral.first == 0 and (start == 0 or tokens.text[start - 1] in "\n\r")


def is_listed(tokens: Tokens, first: int, index: int) -> bool:
    """Whether a number at `first` with a name on it at `index` is one of a list: such a pair follows, or a list led to it."""
    while tokens.word(index)[:1].isalpha():
        index += 1
    sign = tokens.word(index)
    if sign in {",", ";"} and tokens.word(index + 1).isdigit() and tokens.word(index + 2) in HYPHENS:
        return True
    return sign in {"", ",", ";", "."} and tokens.word(first - 1) in {",", ";"}
