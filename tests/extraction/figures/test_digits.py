from decimal import Decimal

import pytest

from claims.extraction.figures.digits import digits_value


@pytest.mark.parametrize(
    ("written", "value", "doubt"),
    [
        ("1.400", "1400", "1.400"), ("1,400", "1.400", "1400"), ("1.4", "1.4", None), ("1.2.3", None, None),
        ("1.234,5", "1234.5", None), ("7" * 41, None, None), ("0.123", "0.123", None), ("1,234.5", "1234.5", None),
    ],
)  # fmt: skip
def test_separators_of_a_language_with_decimal_commas(written: str, value: str | None, doubt: str | None) -> None:
    as_decimal = [None if text is None else Decimal(text) for text in (value, doubt)]
    assert list(digits_value(written, ".")) == as_decimal


def test_separators_of_a_language_with_decimal_points() -> None:
    assert digits_value("1,400", ",") == (Decimal(1400), Decimal("1.400"))
    assert digits_value("3.5", ",") == (Decimal("3.5"), None)
