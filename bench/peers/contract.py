"""What a peer found, in the form of our JSON contract."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any


def figure(start: int, end: int, value: object, high: object = None) -> dict[str, Any] | None:
    """A figure with its number's span and its value, `high` being the upper end of a range; None where the value is no number."""
    low, top = decimal(value), decimal(high)
    if low is None:
        return None
    return {
        "number": {"start": start, "end": end},
        "value": low,
        "high": top,
        "bound": "range" if top else "exact",
        "unit": None,
        "counted": None,
    }


def decimal(value: object) -> str | None:
    """A number as text; None where it is none, or not finite."""
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return str(number) if number.is_finite() else None


def quote(start: int, end: int, speaker: str) -> dict[str, Any]:
    """A direct quote between `start` and `end`."""
    span = {"start": start, "end": end}
    return {**span, "form": "direct", "parts": [span], "speaker": {"name": speaker}, "attribution": []}


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs that are not blank, each with its offset."""
    offset = 0
    for paragraph in text.split("\n"):
        if paragraph.strip():
            yield offset, paragraph
        offset += len(paragraph) + 1
