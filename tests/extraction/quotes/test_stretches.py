import pytest

from claims.extraction.quotes.stretches import told_in
from tests.extraction.speaking import plain_frame


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("id", "Pada Rabu lalu Presiden Macron", "Macron"),
        ("id", "ia", "ia"),
        ("en", "the judge", "the judge"),
        ("en", "Ann Hill", "Ann Hill"),
        ("en", "On Thursday the judge", "the judge"),
    ],
)
def test_the_noun_phrase_of_a_stretch(code: str, text: str, name: str) -> None:
    frame = plain_frame(code, text)
    phrase = told_in(frame, 0, len(frame.lows))
    assert phrase is not None
    assert phrase.name == name
