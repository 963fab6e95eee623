"""Amounts leave as plain decimal strings."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.api.serializers import Amount

amount = Amount()


@pytest.mark.parametrize(
    ("value", "text"),
    [("1400.0000000000", "1400"), ("0.50", "0.5"), ("1E+30", "1" + "0" * 30), ("0E-10", "0"), ("-3.10", "-3.1")],
)
def test_an_amount_is_plain(value: str, text: str) -> None:
    assert amount.to_representation(Decimal(value)) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=10, min_value=-(10**31), max_value=10**31))
def test_an_amount_comes_back_exactly(value: Decimal) -> None:
    text = amount.to_representation(value)
    assert Decimal(text) == value
    assert "E" not in text
