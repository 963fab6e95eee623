"""One cell, one number. The table of cells stands in tests/judged/cells.toml."""

from decimal import Decimal

import pytest

from claims.locating import read_cell


def test_a_typed_number_is_taken_as_it_is() -> None:
    answer = read_cell("1.400", "IDR", number="1.4")
    assert answer.read is not None
    assert (answer.read.value, answer.read.unit) == (Decimal("1.4"), "IDR")


def test_both_readings_are_shown_when_separators_do_not_tell() -> None:
    answer = read_cell("1.400")
    assert answer.outcome == "ambiguous"
    assert answer.read is not None
    assert answer.runner_up is not None
    assert {answer.read.value, answer.runner_up.value} == {Decimal(1400), Decimal("1.4")}


@pytest.mark.parametrize(
    ("text", "thousands", "value"),
    [
        ("1.400", ".", "1400"),
        ("1.400", ",", "1.4"),
        ("1,400", ".", "1.4"),
        ("1.4", ".", "1.4"),
        ("1.234.567", ",", "1234567"),
        ("1.400 orang", ".", "1400"),
        ("1.400 – 1.500", ".", "1400"),
    ],
)
def test_an_editor_says_which_mark_parts_thousands(text: str, thousands: str, value: str) -> None:
    for language in (None, "en", "id"):
        answer = read_cell(text, language=language, thousands=thousands)
        assert answer.outcome == "found"
        assert answer.read is not None
        assert answer.read.value == Decimal(value)


def test_the_words_of_the_cell_are_kept() -> None:
    answer = read_cell(" 7,028* ", language="en")
    assert answer.words == " 7,028* "
