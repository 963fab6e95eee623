from decimal import Decimal

import pytest

from claims.extraction.figures.numberwords import number_words
from claims.extraction.figures.numerals import read_numeral
from claims.extraction.figures.tokens import Tokens
from claims.extraction.language import load
from claims.extraction.scan import Scan

VALUES = {
    "id": [
        ("1.400", "1400"), ("3,5", "3.5"), ("260,571 juta", "260571000"), ("1.250 miliar", "1250000000000"),
        ("460.700.000", "460700000"), ("1.234,56", "1234.56"), ("7.4", "7.4"), ("0,500", "0.500"),
        ("22 ribu", "22000"), ("2 juta 500 ribu", "2500000"), ("1,5 juta", "1500000"), ("70rb", "70000"), ("5 jt", "5000000"),
        ("nol", "0"), ("sebelas", "11"), ("dua belas", "12"), ("dua puluh", "20"), ("dua puluh lima", "25"), ("seratus", "100"),
        ("seratus dua puluh", "120"), ("dua ratus lima puluh ribu", "250000"), ("seribu lima ratus", "1500"), ("sejuta", "1000000"),
        ("tiga juta dua ratus ribu", "3200000"), ("sembilan belas", "19"), ("dua setengah juta", "2500000"),
        ("satu setengah", "1.5"), ("setengah juta", "500000"), ("tiga koma lima", "3.5"), ("dua pertiga", "0.6667"),
        ("sepertiga", "0.3333"), ("dua lusin", "24"), ("1½", "1.5"), ("dua per tiga", "0.6667"),
        ("satu pertiga", "0.3333"), ("dua per seratus", "0.02"),
    ],
    "en": [
        ("1,400", "1400"), ("3.5", "3.5"), ("1,234,567", "1234567"), ("1.400", "1.4"), ("2.5 billion", "2500000000"), ("1.2bn", "1200000000"),
        ("10k", "10000"), ("zero", "0"), ("nineteen", "19"), ("twenty-five", "25"), ("twenty five", "25"), ("one hundred", "100"),
        ("two hundred and fifty", "250"), ("two hundred fifty thousand", "250000"), ("three million two hundred thousand", "3200000"),
        ("twelve hundred", "1200"), ("two and a half million", "2500000"), ("half a million", "500000"), ("half a dozen", "6"),
        ("two dozen", "24"), ("two-thirds", "0.6667"), ("three point five", "3.5"), ("three quarters", "0.75"), ("5-million", "5000000"),
        ("1 ½", "1.5"), ("15 000", "15000"), ("10\u00a0000", "10000"), ("two million and three thousand", "2003000"),
    ],
    "ms": [("1,400", "1400"), ("3.5", "3.5"), ("lapan", "8"), ("dua bilion", "2000000000"), ("dua puluh lima", "25")],
}  # fmt: skip


def numeral_of(text: str, code: str, at: int = 0):
    language = load(code)
    words = number_words(language)
    tokens = Tokens(Scan(text, language), 0, len(text), words.cuts)
    return tokens, read_numeral(tokens, at, words)


@pytest.mark.parametrize(("code", "text", "value"), [(code, *row) for code, rows in VALUES.items() for row in rows])
def test_value(code: str, text: str, value: str) -> None:
    tokens, numeral = numeral_of(text, code)
    assert numeral.end == len(tokens)
    assert round(numeral.value, 4) == Decimal(value)


@pytest.mark.parametrize(
    ("code", "text", "at", "first", "value"),
    [
        ("en", "a hundred", 1, 0, "100"),
        ("en", "a million", 1, 0, "1000000"),
        ("en", "a dozen", 1, 0, "12"),
        ("en", "a hundred and five", 1, 0, "105"),
    ],
)
def test_an_article_leads_a_scale(code: str, text: str, at: int, first: int, value: str) -> None:
    _, numeral = numeral_of(text, code, at)
    assert (numeral.first, numeral.value) == (first, Decimal(value))


@pytest.mark.parametrize(
    ("code", "text", "at"),
    [
        ("id", "puluhan ribu", 0),
        ("id", "beberapa ratus", 1),
        ("en", "tens of thousands", 0),
        ("en", "hundreds", 0),
        ("en", "several hundred", 1),
        ("en", "a few thousand", 2),
    ],
)
def test_vague_words_have_no_value(code: str, text: str, at: int) -> None:
    tokens, numeral = numeral_of(text, code, at)
    assert (numeral.kind, numeral.value, numeral.end) == ("vague", None, len(tokens))


@pytest.mark.parametrize(("code", "text"), [("id", "20-an"), ("id", "3 jutaan"), ("id", "20an")])
def test_endings_that_say_about(code: str, text: str) -> None:
    assert numeral_of(text, code)[1].approximate


@pytest.mark.parametrize(
    ("code", "text", "at"),
    [("id", "ribu orang", 0), ("en", "million people", 0), ("en", "per hundred", 1), ("en", "quarter", 0)],
)
def test_a_scale_alone_is_no_number(code: str, text: str, at: int) -> None:
    assert numeral_of(text, code, at)[1] is None


def test_no_value_is_larger_than_ten_to_the_thirty() -> None:
    assert numeral_of("9" * 30 + " triliun", "id")[1].value is None
