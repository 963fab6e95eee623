import pytest

from claims.extraction.language import load
from claims.extraction.speech import speech_of


@pytest.mark.parametrize(
    ("code", "text", "at", "rank"),
    [
        ("id", "jenderal rudi", 0, True),
        ("ms", "tan sri amir", 1, True),
        ("id", "menteri lukman hakim saifuddin", 2, False),
        ("id", "hakim rudi", 0, True),
        ("id", "anak agung rai", 0, False),
    ],
)
def test_a_rank_that_is_a_name_too_is_told_by_what_stands_before_it(code: str, text: str, at: int, rank: bool) -> None:
    assert speech_of(load(code)).roles.is_rank(text.split(), at) is rank


def test_a_body_with_the_initials_of_a_relative_word_is_told_by_its_capitals() -> None:
    roles = speech_of(load("en")).roles
    assert roles.initials == {"WHO": "who."}
    assert "who." in roles.bodies


def test_titles_of_several() -> None:
    roles = speech_of(load("en")).roles
    assert roles.is_title_of_several("mayors")
    assert not roles.is_title_of_several("mayor")
