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
