import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.figures.numberwords import number_words
from claims.extraction.language import available, load


@pytest.mark.parametrize("code", available())
def test_every_starter_is_found_by_the_trigger(code: str) -> None:
    words = number_words(load(code))
    for word in words.starters:
        for text in (f"x {word} y", f"{word} y", f"x {word}"):
            assert words.may_stand_in(text, 0, len(text)), text
            assert words.may_stand_in(text, text.index(word), len(text)), text
        assert not words.may_stand_in("xqzz y", 0, 6), word


def test_the_trigger_wants_whole_words() -> None:
    words = number_words(load("id"))
    for text, held in (("satuan dan limau duabelah", False), ("ada 5 di sana", True), ("5", True), ("disatu", False)):
        assert words.may_stand_in(text, 0, len(text)) == held, text
    assert not words.may_stand_in("ada 5 di sana", 6, 13)


PIECES = st.sampled_from(["two", "two-fold", "½", "one", "x", "é", "_", "-", "’", " ", "\u00a0", "7", "ten", "."])


@given(st.lists(PIECES, max_size=8).map("".join), st.integers(0, 4), st.integers(0, 4))
def test_a_look_at_the_words_leaves_no_starter_out(text: str, before: int, after: int) -> None:
    words = number_words(load("en"))
    start, end = min(before, len(text)), max(len(text) - after, min(before, len(text)))
    plain = re.compile(rf"[0-9]|{words.trigger.starter.pattern}").search(text, start, end)
    assert words.may_stand_in(text, start, end) == (plain is not None)
