"""The words that belong to a figure."""

import pytest

from claims.locating.owners import member_of, own_words
from claims.locating.page import Page

MEMBERS = [
    ("Sales at Volta and Ampera rose to $3 billion and $2 billion respectively.", ["Volta", "Ampera"]),
    ("Di Solo, Tegal, dan Batang masing-masing 12 orang, 7 orang, dan 3 orang tewas.", ["Solo", "Tegal", "Batang"]),
    ("They killed 12 people and 19 people in Aren and Belo respectively.", ["Aren", "Belo"]),
    ("They killed 12 people and 19 people.", [None, None]),
    ("The towns counted 12 people and 19 people respectively.", [None, None]),
]


@pytest.mark.parametrize(("text", "wanted"), MEMBERS)
def test_the_member_of_a_list_by_its_order(text: str, wanted: list[str | None]) -> None:
    page = Page(text, None, None)
    assert [member_of(page, figure) for figure in page.figures] == wanted


def test_own_words_hold_no_other_members_name() -> None:
    page = Page("Sales at Volta and Ampera rose to $3 billion and $2 billion respectively in 2024.", "en", None)
    first, second = (own_words(page, figure) for figure in page.figures)
    assert "Volta" in first
    assert "Ampera" not in first
    assert "Ampera" in second
    assert "2024" in second


def test_own_words_of_a_cell_are_its_row_and_column() -> None:
    page = Page("Kota\tTewas\tLuka\nSolo\t12\t40\nJumlah\t19\t62", "id", None)
    assert [own_words(page, figure) for figure in page.figures] == [
        "Solo Tewas 12",
        "Solo Luka 40",
        "Tewas 19",
        "Luka 62",
    ]
