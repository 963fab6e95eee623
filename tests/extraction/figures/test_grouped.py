import pytest

from claims.extraction.figures.grouped import spaced_groups
from claims.extraction.figures.numberwords import number_words
from claims.extraction.figures.tokens import Tokens
from claims.extraction.language import load
from claims.extraction.scan import Scan


@pytest.mark.parametrize(
    ("code", "text", "end"),
    [
        ("en", "6 200 people", 2), ("en", "1 250 000 people", 3), ("en", "4 500MW", 2), ("en", "4 400m races", None), ("en", "30 737 MAX jets", None),
        ("en", "30 737 people, 3,500 miles", None), ("en", "45 000 people, 3,500 miles", 2), ("en", "0 200", None), ("id", "6 200 orang", None), ("id", "6 000 orang", 2),
    ],
)  # fmt: skip
def test_spaced_groups(code: str, text: str, end: int | None) -> None:
    language = load(code)
    words = number_words(language)
    assert spaced_groups(Tokens(Scan(text, language), 0, len(text), words.cuts), 0, words) == end
