"""recognizers-text: the models for currency, percentage and number, a paragraph at a time.

On many a whole article its number model fails and says that there are no numbers, which would make it fast and its recall low.
"""

from typing import Any

from bench.peers import Answer, Read, Tell
from bench.peers.contract import figure, paragraphs


def ready() -> tuple[Read, Tell]:
    """Make the three models once."""
    from recognizers_number import Culture, NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer

    numbers, measures = NumberRecognizer(Culture.English), NumberWithUnitRecognizer(Culture.English)
    models = (measures.get_currency_model(), numbers.get_percentage_model(), numbers.get_number_model())

    def read(text: str) -> list[tuple[int, list[Any]]]:
        return [
            (offset, [hit for model in models for hit in model.parse(paragraph)])
            for offset, paragraph in paragraphs(text)
        ]

    return read, tell


def tell(text: str, found: list[tuple[int, list[Any]]]) -> Answer:
    """Where two models took the same number the more special one counts; it comes first."""
    figures: list[dict[str, Any]] = []
    for offset, hits in found:
        for hit in hits:
            start, end = offset + hit.start, offset + hit.end + 1
            if any(each["number"]["start"] < end and start < each["number"]["end"] for each in figures):
                continue
            value = str((hit.resolution or {}).get("value") or "").rstrip("%")
            told = figure(start, end, value)
            if told:
                figures.append(told)
    return {"figures": figures, "quotes": []}
