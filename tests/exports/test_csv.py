"""A claim a row; no cell is a formula."""

import csv
import io
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.exports.csv import COLUMNS, disarm, write
from claims.exports.report import Line
from tests.exports.lines import FIGURE, UNRULED, a_report


def rows(*lines: Line) -> list[dict[str, str]]:
    text = b"".join(write(a_report(lines))).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_says_what_the_claim_is_and_what_became_of_it() -> None:
    (row, other) = rows(FIGURE, UNRULED)
    assert (row["value"], row["bound"], row["counted"]) == ("1400", "about", "orang")
    assert (row["verdict_label"], row["reason"], row["findings"]) == ("True", "As counted then.", "superseded")
    assert (other["verdict"], other["reason"]) == ("unverified", "")
    assert list(row) == list(COLUMNS)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"])
@pytest.mark.parametrize("rest", ['HYPERLINK("http://a")', "1+1|cmd", "SUM(A1)", "cmd|' /C calc'!A0"])
def test_a_formula_is_disarmed_and_keeps_its_words(start: str, rest: str) -> None:
    assert disarm(start + rest) == f"'{start}{rest}"
    if start != "\0":
        (row,) = rows(replace(FIGURE, sentence=start + rest))
        assert row["sentence"] == f"'{start}{rest}"


@pytest.mark.parametrize("plain", ["-5", "-5.25", "1400", "", "kata = angka", "a@b"])
def test_numbers_and_plain_words_stay_as_they_are(plain: str) -> None:
    assert disarm(plain) == plain


def test_a_negative_value_stays_a_number() -> None:
    (row,) = rows(replace(FIGURE, value=Decimal("-3.50")))
    assert row["value"] == "-3.5"


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_any_words_come_back_but_for_the_documented_apostrophe(words: str) -> None:
    (row,) = rows(replace(FIGURE, words=words))
    assert row["words"] in {words, f"'{words}"}
