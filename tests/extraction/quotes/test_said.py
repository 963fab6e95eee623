from claims.extraction.people.phrases import describe
from claims.extraction.quotes.said import (
    can_speak,
    clause_before,
    is_sentence,
    opens_frame,
    opens_with_connective,
    skip_opening,
)
from tests.extraction.speaking import plain_frame


def test_a_sentence_is_told_from_an_adverbial() -> None:
    whole = plain_frame("en", "The firm will close two of its plants in May, unions said")
    fronted = plain_frame("en", "In the second quarter of the year, it said")
    assert is_sentence(whole, whole.lows.index(","))
    assert not is_sentence(fronted, fronted.lows.index(","))


def test_the_words_that_open_a_clause_are_passed() -> None:
    frame = plain_frame("id", "mengatakan , bahwa air naik")
    assert frame.words(skip_opening(frame, 1), 5) == "air naik"


def test_only_conjunctions_stand_before_a_cue_that_opens() -> None:
    assert opens_frame(plain_frame("id", "Namun, menurut Budi"), 2)
    assert not opens_frame(plain_frame("id", "Harga naik menurut Budi"), 2)


def test_the_speaker_behind_begins_after_the_comma() -> None:
    frame = plain_frame("en", "Profits rose, the company said")
    assert clause_before(frame, 5) == 3


def test_who_can_speak() -> None:
    cases = {"kementerian itu": True, "seorang saksi": True, "laporan itu": True, "hujan deras": False}
    for text, wanted in cases.items():
        frame = plain_frame("id", text)
        phrase = describe(frame, 0, len(frame.lows))
        assert phrase is not None
        assert can_speak(frame, phrase) is wanted, text


def test_connectives() -> None:
    assert opens_with_connective(plain_frame("en", "However, he said"))
    assert not opens_with_connective(plain_frame("en", "Profits, he said"))
