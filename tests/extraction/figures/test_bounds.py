import pytest

from claims.extraction.figures.bounds import bound_after, bound_before, bound_words
from claims.extraction.figures.numberwords import number_words
from claims.extraction.figures.tokens import Tokens
from claims.extraction.language import load
from claims.extraction.scan import Scan

BEFORE = {
    "id": [
        ("sekitar", "about"), ("kurang lebih", "about"), ("tidak kurang dari", "at_least"), ("sedikitnya ada", "at_least"), ("minimal", "at_least"),
        ("lebih dari", "more_than"), ("di atas", "more_than"), ("melebihi", "more_than"), ("tidak lebih dari", "at_most"), ("maksimal", "at_most"),
        ("kurang dari", "less_than"), ("tak sampai", "less_than"), ("belum mencapai", "less_than"), ("hampir", "nearly"), ("hingga", "at_most"),
        ("tidak akan kurang dari", "at_least"), ("tidak pernah lebih dari", "at_most"), ("bisa turun hingga", "at_most"), ("naik hingga", None),
        ("mencapai", None), ("dapat mencapai", "at_most"),
    ],
    "en": [
        ("about", "about"), ("some", "about"), ("an estimated", "about"), ("at least", "at_least"), ("no fewer than", "at_least"), ("no less than", "at_least"),
        ("more than", "more_than"), ("over", "more_than"), ("in excess of", "more_than"), ("up to", "at_most"), ("no more than", "at_most"),
        ("as many as", "at_most"), ("fewer than", "less_than"), ("just under", "less_than"), ("nearly", "nearly"), ("close to", "nearly"),
        ("at least another", "at_least"), ("will never be more than", "at_most"), ("rose up to", None), ("could rise up to", "at_most"), ("reached", None),
    ],
    "ms": [("kira-kira", "about"), ("sekurang-kurangnya", "at_least"), ("lebih daripada", "more_than"), ("kurang daripada", "less_than"), ("hampir", "nearly")],
}  # fmt: skip


def tokens_of(text: str, code: str) -> Tokens:
    language = load(code)
    return Tokens(Scan(text, language), 0, len(text), number_words(language).cuts)


@pytest.mark.parametrize(("code", "cue", "bound"), [(code, *row) for code, rows in BEFORE.items() for row in rows])
def test_the_bound_before_a_number(code: str, cue: str, bound: str | None) -> None:
    tokens = tokens_of(f"{cue} 240", code)
    found = bound_before(tokens, len(tokens) - 1, bound_words(load(code)), lasts=False, small=False)
    assert (found[0] if found else None) == bound


@pytest.mark.parametrize(
    ("code", "text", "bound"),
    [
        ("id", "200 lebih", "more_than"), ("id", "200 atau lebih", "at_least"), ("id", "dua lebih besar", None), ("en", "200 or more", "at_least"),
        ("en", "200 or so", "about"), ("en", "200 or fewer", "at_most"), ("en", "4.75 plus a fee", None), ("en", "200 +", None), ("en", "200+", "at_least"),
    ],
)  # fmt: skip
def test_the_bound_after_a_number(code: str, text: str, bound: str | None) -> None:
    found = bound_after(tokens_of(text, code), 1, bound_words(load(code)))
    assert (found[0] if found else None) == bound


def test_over_a_length_of_time_tells_how_long() -> None:
    words = bound_words(load("en"))
    assert bound_before(tokens_of("PCs over three days", "en"), 2, words, lasts=True, small=False) is None
    assert bound_before(tokens_of("for over 50 years", "en"), 2, words, lasts=True, small=False) == ("more_than", 1)


def test_under_a_few_things_tells_where() -> None:
    words = bound_words(load("en"))
    assert bound_before(tokens_of("under two groups", "en"), 1, words, lasts=False, small=True) is None
