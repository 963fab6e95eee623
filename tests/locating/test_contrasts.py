"""Words that set two figures apart."""

import pytest

from claims.locating.contrasts import contrasts, marks_in, told_apart, untold

CASES = [
    # the claim's words, the figure's, group and how they stand
    ("the earthquake killed 12", "a flood killed 9", ("cause", "other")),
    ("gempa menewaskan 12 orang", "the flood killed 9", ("cause", "other")),
    ("the flood killed 12", "the landslide killed 9", ("cause", "alike")),
    ("polisi menangkap 12 orang", "police released 9 people", ("action", "other")),
    ("15,600 cases of dengue", "9.000 kasus campak", ("cause", "other")),
    ("inflasi tahunan 2,5 persen", "monthly inflation was 0.2 percent", ("basis", "other")),
    ("inflation was 2.5 percent", "inflasi inti 1,9 persen", ("basket", "narrower")),
    ("laba sembilan bulan pertama", "laba semester pertama", ("stretch", "other")),
]


@pytest.mark.parametrize(("claim", "figure", "told"), CASES)
def test_what_sets_them_apart(claim: str, figure: str, told: tuple[str, str]) -> None:
    assert told in list(told_apart(marks_in(claim), marks_in(figure)))


@pytest.mark.parametrize(
    ("claim", "figure"),
    [
        ("the earthquake killed 12", "12 people were killed"),
        ("12 people were killed", "gempa menewaskan 12 orang"),
        ("police arrested 12 and released 3", "polisi membebaskan 3"),
        ("the earthquake killed 12", "after the quake a fire killed 12"),
        ("a fire killed 12", "12 died before the ceasefire"),
    ],
)
def test_nothing_sets_them_apart(claim: str, figure: str) -> None:
    assert not list(told_apart(marks_in(claim), marks_in(figure)))


def test_a_claim_is_narrowed_by_what_nothing_around_a_figure_tells() -> None:
    claim = marks_in("inflasi inti 1,9 persen")
    assert untold(claim, marks_in("inflation was 1.9 percent")) == {"basket"}
    assert not untold(claim, marks_in("core inflation was 1.9 percent"))


def test_no_words_stand_in_two_rows_and_alike_names_rows() -> None:
    rows = {row for _, row in contrasts().rows.values()}
    assert {name for pair in contrasts().alike for name in pair} <= rows
    assert all(phrase == phrase.lower() and "-" not in phrase for phrase in contrasts().rows)
