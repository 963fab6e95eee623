"""How numbers and days are written in an explaining sentence."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from claims.wording import TROUBLES, Phrase, day_text, number_text

CLAIMS = Path(__file__).parent.parent / "claims"
REASONS = re.compile(
    r"""(?:Refused|Unreadable|garbled)\(\s*"(\w+)"|(?:Spent|Ended|kind|Read)\(\s*"\w+",\s*"(\w+)"|"?reason"?[=:]\s*"(\w+)\""""
)
UNSAID = {"http_304", "http_206"}
"""Told by their outcome."""


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("7028", "7,028"),
        ("7028.50", "7,028.5"),
        ("0.5", "0.5"),
        ("-2.5", "-2.5"),
        ("100", "100"),
        ("1500000", "1.5 million"),
        ("1234567", "1,234,567"),
        ("18200000000000", "18.2 trillion"),
        ("2E+9", "2 billion"),
        ("0", "0"),
    ],
)
def test_numbers_are_written_readably(number: str, text: str) -> None:
    assert number_text(Decimal(number)) == text


def test_days_are_written_out() -> None:
    assert day_text(date(2023, 11, 9)) == "9 November 2023"


def test_a_phrase_survives_storing_with_all_that_stands_in_it() -> None:
    inner = Phrase("about %(amount)s", {"amount": Decimal("1400")})
    phrase = Phrase("%(who)s says %(what)s on %(day)s", {"who": "X", "what": inner, "day": date(2023, 10, 7)})
    assert Phrase.from_dict(phrase.as_dict()) == phrase
    assert phrase.render() == "X says about 1,400 on 7 October 2023"


def test_every_reason_for_having_read_nothing_has_its_words() -> None:
    told = set()
    for folder in ("fetching", "readers", "sandbox"):
        for path in (CLAIMS / folder).rglob("*.py"):
            told |= {next(filter(None, found)) for found in REASONS.findall(path.read_text("utf-8"))}
    found_nothing = {name for name in told if name.startswith("no_") and name != "no_text"} | {"other_format"}
    assert len(told) > 40
    assert told - found_nothing - UNSAID - set(TROUBLES) == set()
