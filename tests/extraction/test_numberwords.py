import pytest

from claims.extraction.language import available, load
from claims.extraction.numberwords import number_words


@pytest.mark.parametrize("code", available())
def test_every_starter_is_found_by_the_trigger(code: str) -> None:
    words = number_words(load(code))
    for word in words.starters:
        assert words.trigger.search(f"x {word} y"), word
        assert not words.trigger.search(f"x{word}zz y".replace(word, "q")), word


def test_the_trigger_wants_whole_words() -> None:
    trigger = number_words(load("id")).trigger
    assert not trigger.search("satuan dan lima-limanya duabelah".replace("lima-limanya", "limau"))
    assert trigger.search("ada 5 di sana")
