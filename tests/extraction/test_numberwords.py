import pytest

from claims.extraction.language import available, load
from claims.extraction.numberwords import number_words


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
