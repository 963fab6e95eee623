import pytest

from claims.extraction.quotes.main_subjects import main_subject
from tests.extraction.speaking import plain_frame


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Monday, the tobacco companies denied the charges, saying", "the tobacco companies"),
        ("The long delay was met with anger, adding", "The long delay"),
        ("The largest union, Unite, called a strike, saying", "Unite"),
        ("Ann Hill left the room, saying", "Ann Hill"),
    ],
)
def test_the_subject_at_the_head_of_the_sentence(text: str, name: str) -> None:
    frame = plain_frame("en", text)
    phrase = main_subject(frame, 0, len(frame.lows) - 1)
    assert phrase is not None
    assert phrase.name == name
