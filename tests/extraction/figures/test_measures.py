from decimal import Decimal

import pytest

from claims.extraction.figures.measures import UNITS, read_measure, unit_words
from claims.extraction.figures.numberwords import number_words
from claims.extraction.figures.numerals import read_numeral
from claims.extraction.figures.tokens import Tokens
from claims.extraction.language import load
from claims.extraction.scan import Scan

CASES = [
    ("id", "Rp18,2 triliun", "IDR", "18200000000000"), ("id", "Rp 1,5 M", "IDR", "1500000000"), ("id", "Rp 500 jt", "IDR", "500000000"),
    ("id", "US$ 5 miliar", "USD", "5000000000"), ("id", "250 juta dolar AS", "USD", "250000000"), ("id", "S$2.000", "SGD", "2000"),
    ("id", "RM50", "MYR", "50"), ("id", "5 persen", "percent", "5"), ("id", "0,5 poin persentase", "percentage_point", "0.5"), ("id", "25 bps", "basis_point", "25"),
    ("id", "3 jam", "hour", "3"), ("id", "90 km/jam", "kilometre_per_hour", "90"), ("id", "32 derajat Celcius", "celsius", "32"), ("id", "5,6 SR", "magnitude", "5.6"),
    ("id", "2 hektare", "hectare", "2"), ("id", "16,21 juta WP", None, "16210000"), ("id", "20 MP", "megapixel", "20"), ("id", "dua kali", "times", "2"),
    ("en", "$1.2bn", "USD", "1200000000"), ("en", "£24m", "GBP", "24000000"), ("en", "€2.58 billion", "EUR", "2580000000"), ("en", "US$5 million", "USD", "5000000"),
    ("en", "A$48 billion", "AUD", "48000000000"), ("en", "40m euros", "EUR", "40000000"), ("en", "5m people", None, "5000000"), ("en", "2.5m high", "metre", "2.5"),
    ("en", "60-day", "day", "60"), ("en", "84 cents", "cent", "84"), ("en", "3 per cent", "percent", "3"), ("en", "20 pounds", "pound", "20"),
    ("en", "2 billion pounds", "GBP", "2000000000"), ("en", "60 mph", "mph", "60"), ("en", "10°C", "celsius", "10"), ("en", "10-year-long", "year", "10"),
    ("ms", "RM1.5 bilion", "MYR", "1500000000"), ("ms", "5 peratus", "percent", "5"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "unit", "value"), CASES)
def test_unit(code: str, text: str, unit: str | None, value: str) -> None:
    language = load(code)
    numbers = number_words(language)
    tokens = Tokens(Scan(text, language), 0, len(text), numbers.cuts)
    first = next(index for index, word in enumerate(tokens.words) if word[0].isdigit() or word in numbers.starters)
    numeral = read_numeral(tokens, first, numbers)
    assert numeral
    measure = read_measure(tokens, numeral, unit_words(language), numbers)
    assert (measure.unit, numeral.value) == (unit, Decimal(value))


def test_no_unit_has_two_kinds() -> None:
    assert len(UNITS.kinds) > 100
    assert set(UNITS.prefixes.values()) | set(UNITS.dollars.values()) <= set(UNITS.kinds)
