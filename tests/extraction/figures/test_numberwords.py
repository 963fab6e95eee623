import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.figures.numberwords import number_words
from claims.extraction.language import available, load
from claims.extraction.scan import Scan


@pytest.mark.parametrize("code", available())
def test_every_starter_is_found_by_the_trigger(code: str) -> None:
    language = load(code)
    words = number_words(language)
    for word in words.starters:
        for text in (f"x {word} y", f"{word} y", f"x {word}"):
            scan = Scan(text, language)
            assert words.may_stand_in(scan, 0, len(text)), text
            assert words.may_stand_in(scan, text.index(word), len(text)), text
    assert not words.may_stand_in(Scan("xqzz y", language), 0, 6)


def test_the_trigger_wants_whole_words() -> None:
    language = load("id")
    words = number_words(language)
    for text, held in (("satuan dan limau duabelah", False), ("ada 5 di sana", True), ("5", True), ("disatu", False)):
        assert words.may_stand_in(Scan(text, language), 0, len(text)) == held, text
    assert not words.may_stand_in(Scan("ada 5 di sana", language), 6, 13)


PIECES = st.sampled_from(["two", "two-fold", "½", "one", "x", "é", "_", "-", "’", " ", "\u00a0", "7", "ten", "."])


@given(st.lists(PIECES, max_size=8).map("".join), st.integers(0, 4), st.integers(0, 4))
def test_a_look_at_the_words_leaves_no_starter_out(text: str, before: int, after: int) -> None:
    language = load("en")
    words = number_words(language)
    start, end = min(before, len(text)), max(len(text) - after, min(before, len(text)))
    plain = re.compile(rf"[0-9]|{words.trigger.starter.pattern}").search(text, start, end)
    assert words.may_stand_in(Scan(text, language), start, end) == (plain is not None)
