from decimal import Decimal

import pytest

from claims.extraction.pipeline import extract
from claims.extraction.values import CLAIM_BLOCKS, Block, amount_text, span_dict


@pytest.mark.parametrize(
    ("amount", "text"),
    [("1400", "1400"), ("1E+3", "1000"), ("0.500", "0.5"), ("482500000.0", "482500000"), ("-0.08", "-0.08"), ("100", "100"), (None, None)],
)  # fmt: skip
def test_amounts_are_plain_decimal_strings(amount: str | None, text: str | None) -> None:
    assert amount_text(None if amount is None else Decimal(amount)) == text


def test_a_span_as_the_contract_writes_it() -> None:
    assert span_dict((3, 5)) == {"start": 3, "end": 5}
    assert span_dict(None) is None


def test_values_are_frozen() -> None:
    block = Block(0, 1, "body")
    with pytest.raises(AttributeError):
        block.kind = "advert"
    assert block.as_dict() == {"start": 0, "end": 1, "kind": "body"}


def test_figures_stand_only_in_blocks_that_carry_claims() -> None:
    text = "Judul 3 orang\n\nAda 5 orang tewas di sana pada Senin.\n\nBaca juga: 7 orang"
    found = extract(text, language="id")
    for figure in found.figures:
        assert any(block.start <= figure.start < block.end and block.kind in CLAIM_BLOCKS for block in found.blocks)
    assert [figure.value for figure in found.figures] == [3, 5]
