"""What a claim's sentence adds to its reading."""

import re
from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from claims.comparison import Expected
from claims.locating.claim import YEAR, Claim, names_in, years_in


def claim(sentence: str, **reading: str) -> Claim:
    return Claim(Expected(value=Decimal(5), context=sentence, published=date(2024, 3, 1), **reading))  # type: ignore[arg-type]


def test_the_sentence_tells_the_place_where_the_reading_has_none() -> None:
    assert claim("Banjir di Jerman menewaskan 5 orang.").places == {"germany"}
    assert not claim("Banjir di Jerman menewaskan 5 orang.").sure
    assert claim("Menteri Jerman menyebut 5 orang tewas.", place="Yunani").places == {"greece"}


def test_a_place_that_no_table_knows_is_kept_by_its_name() -> None:
    assert claim("…", place="Kabupaten Wanasari Selatan").specific == {"wanasari", "south"}
    assert claim("…", place="Wanasari, Iran").specific == {"wanasari"}
    assert not claim("…", place="Jalur Gaza").specific


def test_people_narrow_a_place_that_is_not_theirs() -> None:
    assert claim("…", place="Turki", population="warga Indonesia").people == "warga Indonesia"
    assert claim("…", place="Gaza", population="warga Palestina").people is None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("pada 2022 ada", {2022}),
        ("in 2023, more than in 2022", {2022, 2023}),
        ("since 2022 there", set()),
        ("on 8 may 2024 there", set()),
        ("2.022 orang and 2022-05-01", set()),
    ],
)
def test_years_that_stand_for_themselves(text: str, years: set[int]) -> None:
    assert years_in(text, 0, len(text)) == years


def test_names_are_what_languages_share() -> None:
    assert names_in("Menurut Bulog, Sebanyak orang di Jumat Oktober Kabupaten") == {"bulog"}


@pytest.mark.parametrize(
    ("sentence", "event_date", "year"),
    [
        ("…", "2023-10-07", 2023),
        ("…", "2023", 2023),
        ("…", "--11-04", None),
        ("Pada 2022 ada 5 orang tewas.", "", 2022),
        ("Dari 2019 hingga 2022.", "", None),
    ],
)
def test_the_year_of_a_claim(sentence: str, event_date: str, year: int | None) -> None:
    assert claim(sentence, event_date=event_date).year == year


def test_a_year_is_told_whichever_end_is_looked_at_first() -> None:
    plain = re.compile(r"(?:(?<![\w.,/-])|(?<=[ivq]-)|(?<=\bq\d-))(?:19|20)\d\d(?![\w/-]|[.,]\d)")
    signs = ["", "19", "q3", "xq3", "iv", "q", "x", "9", "-", "/", ".", ",", " ", "_"]
    for first, before, year, after in product(signs, signs, ["2019", "1999", "20"], signs):
        lower = f"{first}{before}{year}{after}2023"
        for span in ((0, len(lower)), (len(first + before), len(lower) - 1)):
            found = [match.span() for match in YEAR.finditer(lower, *span)]
            assert found == [match.span() for match in plain.finditer(lower, *span)]
