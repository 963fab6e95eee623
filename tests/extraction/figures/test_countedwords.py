"""The words of noun phrases, as a language's file gives them."""

import pytest

from claims.extraction.figures.countedwords import UNIT_LONGEST, counted_words
from claims.extraction.language import available, load


@pytest.mark.parametrize("code", available())
def test_words_drawn_from_other_tables(code: str) -> None:
    words = counted_words(load(code))
    assert words.measures
    assert max(map(len, words.measures)) <= UNIT_LONGEST
    assert words.hurt <= words.fates
    assert words.lost <= words.fates
    assert words.fates <= words.stops | words.deeds


def test_where_the_head_stands() -> None:
    assert counted_words(load("id")).head_first
    assert not counted_words(load("en")).head_first
