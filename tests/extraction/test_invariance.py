"""Another number of the same length in a number's place changes its value alone.

Each figure of the cases that is a plain whole number in digits gets its last digit that is no nought raised by one ("1,400" is
then "1,500"), and the text is read again. Left out are the numbers whose size tells what they are: those that are refused, those
of four digits that may be years, one, the ends of ranges, and numbers that the text tells twice ("7 (tujuh) tahun", "8 lakh [800,000] votes").
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claims.extraction.pipeline import extract
from claims.extraction.values import Extraction, Figure

CASES = Path(__file__).parent / "cases"
PLAIN = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})*|[1-9][0-9]{4,8}")


def raised(digits: str) -> str:
    """The digits with the last one that is no nought raised by one, a nine lowered."""
    at = max(index for index, digit in enumerate(digits) if digit in "123456789")
    return f"{digits[:at]}{int(digits[at]) + 1 if digits[at] < '9' else 8}{digits[at + 1 :]}"


def others(text: str, answer: Extraction) -> Iterator[tuple[str, int]]:
    """The text with another number in the place of each plain one, and the place of that."""
    for figure in answer.figures:
        start, end = figure.number
        written = text[start:end]
        again = text.startswith((" (", " ["), end) or text[start - 1] == "["
        alone = written != "1" and text.count(written) == 1 and not again
        if alone and PLAIN.fullmatch(written):
            yield f"{text[:start]}{raised(written)}{text[end:]}", start


def reading(figure: Figure, place: int) -> tuple[Any, ...]:
    """What is read of a figure; its value is left out in the place that was changed."""
    value = None if figure.number[0] == place else figure.value
    counted = figure.counted_span or figure.counted
    told = (figure.number, value, figure.high, figure.bound, figure.unit, figure.form, counted, figure.event)
    return (*told, figure.event_date, figure.accumulation, figure.place)


@pytest.mark.parametrize(
    "path", sorted(CASES.glob("*/figures_*.toml")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_another_number_of_the_same_length_changes_its_value_alone(path: Path) -> None:
    code = path.parent.name
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
        text = case["text"]
        answer = extract(text, language=code, quotes=False)
        for other, place in others(text, answer):
            again = extract(other, language=code, quotes=False)
            wanted = [reading(figure, place) for figure in answer.figures]
            assert [reading(figure, place) for figure in again.figures] == wanted, (text, other)
