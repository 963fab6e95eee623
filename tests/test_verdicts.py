"""The table of verdicts."""

import pytest

from claims import verdicts


@pytest.mark.parametrize(
    ("key", "english", "indonesian"),
    [
        ("true", "True", "benar"),
        ("partly_true", "Partly true", "sebagian benar"),
        ("unproven", "Unproven", "tidak terbukti"),
        ("misleading", "Misleading", "sesat"),
        ("false", "False", "keliru"),
    ],
)
def test_a_verdict_has_its_labels(key: str, english: str, indonesian: str) -> None:
    assert (verdicts.label(key), verdicts.label(key, "id")) == (english, indonesian)


def test_ratings_lie_within_the_scale_and_fall_from_true_to_false() -> None:
    ratings = [row.rating for row in verdicts.VERDICTS.values() if row.rating is not None]
    assert all(verdicts.WORST_RATING <= rating <= verdicts.BEST_RATING for rating in ratings)
    assert (ratings[0], ratings[-1]) == (verdicts.BEST_RATING, verdicts.WORST_RATING)
    assert ratings == sorted(ratings, reverse=True)


def test_choices_name_every_verdict_once() -> None:
    keys = [key for key, _label in verdicts.choices()]
    assert keys == list(dict.fromkeys(keys)) == list(verdicts.VERDICTS)
