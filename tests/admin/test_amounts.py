"""Figures, days and findings as words, in both languages."""

import re
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import translation

from claims import readers
from claims.admin import amounts
from claims.models import Check, Figure, Snapshot

FIGURES = [
    ("en", {"value": Decimal("1400.0000000000"), "bound": "about"}, "about 1,400"),
    ("id", {"value": Decimal("1400.0000000000"), "bound": "about"}, "sekitar 1.400"),
    ("en", {"value": Decimal("8.4"), "unit": "percent"}, "8.4%"),
    ("id", {"value": Decimal("8.4"), "unit": "percent"}, "8,4%"),
    ("en", {"value": Decimal(3), "high": Decimal(4), "bound": "range", "unit": "percent"}, "3 to 4%"),
    ("en", {"value": Decimal("3200000000"), "unit": "USD"}, "USD 3,200,000,000"),
    ("en", {"value": Decimal("12.5"), "unit": "kilometre"}, "12.5 kilometres"),
    ("id", {"value": Decimal("12.5"), "unit": "kilometre"}, "12,5 kilometer"),
    ("en", {"value": Decimal("460700000000"), "unit": "IDR"}, "Rp 460,700,000,000"),
    ("id", {"value": Decimal("0.3333333333"), "unit": "fraction"}, "1/3"),
    ("en", {"value": Decimal("0.5"), "unit": "fraction"}, "1/2"),
    ("en", {"value": Decimal("0.4871"), "unit": "fraction"}, "0.4871"),
    ("en", {"value": Decimal(2), "unit": "no_such_unit"}, "2 no such unit"),
    ("en", {"value": None, "bound": "vague"}, "no number stated"),
    ("id", {"value": Decimal(7000), "bound": "more_than"}, "lebih dari 7.000"),
]


@pytest.mark.parametrize(("language", "columns", "words"), FIGURES)
def test_a_reading_in_words(language, columns, words):
    with translation.override(language):
        assert amounts.amount(Figure(**columns)) == words


def test_what_is_counted_is_not_said_twice():
    row = Figure(counted="warga Gaza", population="Gaza", place="Gaza")
    assert amounts.subject(row) == "warga Gaza · Gaza"


def test_of_money_the_sign_is_not_what_is_counted():
    assert amounts.subject(Figure(unit="IDR", counted="Rp", place="Jawa")) == "Jawa"
    assert amounts.subject(Figure(unit="IDR", counted="kerugian")) == "kerugian"


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_place_where_nothing_stands_is_told_in_words(language):
    """Every reason that a reader gives for a cell."""
    folder = Path(readers.__file__).parent
    written = "".join(path.read_text() for path in folder.glob("*.py"))
    reasons = set(re.findall(r'"(no_[a-z]+|other_format)"', written)) - {"no_text"}  # of a whole page
    assert reasons == set(amounts.NOWHERE)
    with translation.override(language):
        told = {amounts.place(reason) for reason in reasons}
    assert len(told) == len(reasons)
    assert not any("_" in words for words in told)


def test_a_cell_is_placed_in_the_readers_language():
    with translation.override("id"):
        assert amounts.place("table 1, row 2, column 3") == "tabel 1, baris 2, kolom 3"
        assert amounts.place("/data/0/killed") == "/data/0/killed"
    with translation.override("en"):
        assert amounts.place("sheet Toll, cell B7") == "sheet Toll, cell B7"


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Asia/Jakarta", "27 Oct 2023, 09:00 WIB"),
        ("Asia/Makassar", "27 Oct 2023, 10:00 WITA"),
        ("", "27 Oct 2023, 02:00 UTC"),
        ("No/Such", "27 Oct 2023, 02:00 UTC"),
    ],
)
def test_a_moment_on_the_newsrooms_clock(zone, words):
    with translation.override("en"):
        assert amounts.moment(datetime(2023, 10, 27, 2, tzinfo=UTC), zone) == words


@pytest.mark.parametrize(("seconds", "words"), [(90, "1 min"), (3600, "1 h"), (5400, "1.5 h"), (259_200, "3 d")])
def test_a_stretch_of_time(seconds, words):
    with translation.override("en"):
        assert amounts.span(seconds) == words


def test_verdicts_are_named_in_the_readers_language():
    with translation.override("id"):
        assert amounts.verdict("false") == "Keliru"
    with translation.override("en"):
        assert amounts.verdict("false") == "False"


@pytest.mark.parametrize(("language", "word"), [("en", "killed"), ("id", "tewas")])
def test_an_event_is_named_by_the_language(language, word):
    with translation.override(language):
        assert amounts.event("killed") == word
        assert amounts.event("not_in_the_book") == "not in the book"


def test_a_finding_is_named_in_the_readers_language():
    with translation.override("id"):
        assert amounts.finding(Check(finding="ambiguous")) == "rancu"
        assert amounts.finding(Check(snapshot=Snapshot(fetched="gone"))) == "sudah tidak ada"
