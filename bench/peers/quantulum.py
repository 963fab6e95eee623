"""quantulum3: figures with units. A paragraph at a time, which is a tenth faster than the whole article."""

from typing import Any

from bench.peers import Answer, Read, Tell
from bench.peers.contract import figure, paragraphs


def ready() -> tuple[Read, Tell]:
    """Load the parser and its classifier."""
    from quantulum3 import parser

    def read(text: str) -> list[tuple[int, list[Any]]]:
        return [(offset, parser.parse(paragraph)) for offset, paragraph in paragraphs(text)]

    return read, tell


def tell(text: str, found: list[tuple[int, list[Any]]]) -> Answer:
    """An uncertainty is how it gives a range."""
    figures = []
    for offset, quantities in found:
        for quantity in quantities:
            low, high = quantity.value, None
            if quantity.uncertainty:
                low, high = quantity.value - quantity.uncertainty, quantity.value + quantity.uncertainty
            start, end = quantity.span
            figures.append(figure(offset + start, offset + end, low, high))
    return {"figures": [each for each in figures if each], "quotes": []}
