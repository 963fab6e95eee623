"""One cell, one number. The table of cells stands in tests/judged/cells.toml."""

from decimal import Decimal

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


def test_the_words_of_the_cell_are_kept() -> None:
    answer = read_cell(" 7,028* ", language="en")
    assert answer.words == " 7,028* "
