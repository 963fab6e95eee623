"""The engine's own arithmetic: how exactly it divides does not depend on the process that it runs in."""

from decimal import ROUND_HALF_EVEN, Context, DivisionByZero, InvalidOperation, Overflow
from typing import Final

ARITHMETIC: Final = Context(prec=28, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation, DivisionByZero, Overflow])
"""28 digits, as Python's decimal numbers have them unless somebody sets their context otherwise."""
