"""How much a figure asks to be checked."""

from decimal import Decimal
from functools import cache
from typing import Final

from .amounts import Reading
from .events import CONCEPTS
from .numberwords import ONE, THOUSAND

FEW: Final = Decimal(3)
NEGATIVE_FEW: Final = -FEW
NEGATIVE_THOUSAND: Final = -THOUSAND
BASE_WORTH: Final = Decimal("0.4")
TENTH: Final = Decimal("0.1")
FIFTH: Final = Decimal("0.2")


def worthiness(reading: Reading, kind: str, event: str | None) -> Decimal:
    """How much a figure asks to be checked, 0 to 1: events with victims or public money most, small plain counts least."""
    value = reading.value
    if value is None:
        return worth_of(kind, event, -2)
    if value >= THOUSAND or value <= NEGATIVE_THOUSAND:
        return worth_of(kind, event, 1)
    return worth_of(kind, event, -1 if kind == "count" and NEGATIVE_FEW <= value <= FEW else 0)


@cache
def worth_of(kind: str, event: str | None, tenths: int) -> Decimal:
    """The worthiness of a figure to whose worth its size adds so many `tenths`."""
    worth = BASE_WORTH + tenths * TENTH
    if event:
        worth += CONCEPTS[event].weight
    if kind in {"money", "share"}:
        worth += TENTH
    if kind == "time" and event is None:
        worth -= FIFTH
    return min(worth, ONE)
