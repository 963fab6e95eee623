"""recognizers-text: the models for currency, percentage and number, whole articles (a paragraph at a time it is ten times slower)."""

from typing import Any

from bench.peers import Answer, Read, Tell
from bench.peers.contract import figure


def ready() -> tuple[Read, Tell]:
    """Make the three models once."""
    from recognizers_number import Culture, NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer

    numbers, measures = NumberRecognizer(Culture.English), NumberWithUnitRecognizer(Culture.English)
    models = (measures.get_currency_model(), numbers.get_percentage_model(), numbers.get_number_model())

    def read(text: str) -> list[Any]:
        return [hit for model in models for hit in model.parse(text)]

    return read, tell


def tell(text: str, found: list[Any]) -> Answer:
    """Where two models took the same number the more special one counts; it comes first."""
    figures: list[dict[str, Any]] = []
    for hit in found:
        start, end = hit.start, hit.end + 1
        if any(each["number"]["start"] < end and start < each["number"]["end"] for each in figures):
            continue
        value = str((hit.resolution or {}).get("value") or "").rstrip("%")
        told = figure(start, end, value)
        if told:
            figures.append(told)
    return {"figures": figures, "quotes": []}
