from claims.extraction.language import load
from claims.extraction.speech import speech_of


def test_another_word_for_an_office_is_that_office() -> None:
    nouns = speech_of(load("id")).stands_for
    assert nouns.offices["kepala negara"] == "presiden"
    assert "presiden" in nouns.office_heads
