import pytest

from claims.extraction.pipeline import extract


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tembo Mining said the pit was shut. It said output would fall.", "Tembo Mining"),
        ("On Friday the justice ministry let them go, but it said they were at fault.", "the justice ministry"),
        ("Ann Hill said the pit was shut. Tembo Mining said it was open. It said output would rise.", "Tembo Mining"),
    ],
)
def test_what_it_stands_for(text: str, speaker: str) -> None:
    last = extract(text, language="en").quotes[-1]
    assert last.speaker is not None
    assert last.speaker.name == speaker
