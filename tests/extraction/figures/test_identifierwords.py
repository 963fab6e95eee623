import pytest

from claims.extraction.figures.identifierwords import code_words, rank_words
from claims.extraction.figures.tokens import TOKEN
from claims.extraction.language import available, load


def test_what_ends_like_a_rank_and_bounds_an_amount_is_none() -> None:
    ranks = rank_words(load("en")).before
    assert ranks.ending(["its", "top", "10"], 2) == (1, True)
    assert ranks.ending(["could", "top", "10"], 2) == (2, False)


@pytest.mark.parametrize("code", available())
def test_what_may_stand_before_an_amount_is_told_from_what_names_alone(code: str) -> None:
    names = load(code).tables["identifiers"]
    codes = code_words(names)
    for phrase in names["before"]:
        words = TOKEN.findall(phrase)
        assert codes.before.ending(words, len(words)) == (len(words), phrase not in names["before_counted"]), phrase
