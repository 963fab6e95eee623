from decimal import Decimal, localcontext

import pytest

from claims.extraction import extract
from claims.extraction.arithmetic import ARITHMETIC
from claims.extraction.figures.numberwords import number_words
from claims.extraction.language import load


def value(text: str, language: str) -> Decimal | None:
    (figure,) = extract(text, language=language).figures
    return figure.value


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("two-thirds of voters agreed.", "en", "0.6666666666666666666666666667"),
        ("Dua pertiga warga setuju.", "id", "0.6666666666666666666666666667"),
        ("2/3 warga setuju.", "id", "0.6666666666666666666666666667"),
        ("Around ⅔ of voters agreed.", "en", "0.6666666666666666666666666667"),
        ("A third of voters agreed.", "en", "0.3333333333333333333333333333"),
    ],
)
def test_the_context_of_the_process_does_not_reach_the_engine(text: str, language: str, wanted: str) -> None:
    with localcontext() as context:
        context.prec = 5
        assert value(text, language) == Decimal(wanted)


def test_number_words_are_prepared_alike_in_any_context() -> None:
    with localcontext() as context:
        context.prec = 3
        assert number_words.__wrapped__(load("id")).kinds == number_words(load("id")).kinds
    assert number_words(load("id")).kinds["sepertiga"] == ("fraction", ARITHMETIC.divide(1, 3))
