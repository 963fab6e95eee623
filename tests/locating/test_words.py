"""The cue words of locating."""

import pytest

from claims.locating.words import any_of, words


def test_the_table_is_complete_and_lower_case() -> None:
    table = words()
    assert set(table.weekdays.values()) == set(range(7))
    assert set(table.months.values()) == set(range(1, 13))
    assert all(name == name.lower() for name in (*table.weekdays, *table.months))


@pytest.mark.parametrize(
    ("text", "found"),
    [("as of ", True), ("as of (", True), ("as of friday", False), ("was of ", False), ("as  of", True)],
)
def test_a_cue_right_before_the_end(text: str, found: bool) -> None:
    assert bool(any_of(["as of"], ending=True).search(text)) is found


@pytest.mark.parametrize(
    ("shape", "text", "found"),
    [
        ("more", "five more bodies", True),
        ("more", "12 orang lagi", True),
        ("more", "five more than", False),
        ("quantity", "emas 5 gram", True),
        ("quantity", "2 tonnes of rice", True),
        ("quantity", "5 green bottles", False),
        ("placed", "hurt In Aren Tengah", True),
        ("placed", "in the north", False),
        ("listed", "12, disusul Aren Tengah sebanyak ", True),
        ("listed", "12, disusul hujan ", False),
        ("group_opening", "Of the dead, ", True),
        ("group_before", "a crew of ", True),
        ("in_month", "selama juli", True),
        ("last_month", "februari lalu", True),
    ],
)
def test_shapes_around_the_small_words(shape: str, text: str, found: bool) -> None:
    assert bool(getattr(words(), shape).search(text)) is found
