import pytest

from tests.extraction.reading import read

CASES = [
    ("en", "She is into the last eight.", ["eight!ordinal"]),
    ("en", "She reached the final 16 on Monday.", ["16!ordinal"]),
    ("en", "They freed the last eight miners.", ["eight=8"]),
    ("en", "The last eight of them left.", ["eight=8"]),
    ("en", "She lost in sets two and three.", ["two and three!ordinal"]),
    ("en", "She lost two sets.", ["two=2"]),
    ("en", "It is among the top 10 clubs.", ["10!ordinal"]),
    ("id", "Ia naik ke peringkat 3 dunia.", ["3!ordinal"]),
    ("en", "It was a three-one win.", ["three!score", "one!identifier"]),
    ("en", "It took two-three weeks.", ["two-three weeks=2..3 week"]),
    ("en", "The album fell from one to three in the chart.", ["one to three!ordinal"]),
]


@pytest.mark.parametrize(("code", "text", "wanted"), CASES)
def test_ranks(code: str, text: str, wanted: list[str]) -> None:
    assert read(code, text) == wanted
