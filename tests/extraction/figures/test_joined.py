import pytest

from tests.extraction.reading import read

CASES = [
    ("en", "Elm Park are 4/11 favourites.", ["4/11!score"]),
    ("en", "Tay won at odds of 1/2 on Monday.", ["1/2!score"]),
    ("en", "They cut it by 1/3 this year.", ["1/3=0.3333 fraction"]),
    ("en", "Room 01/05 was shut.", ["01/05!identifier"]),
    ("en", "Elm won 3-1 on Monday.", ["3-1!score"]),
    ("en", "It took 5-7 hours.", ["5-7 hours=5..7 hour"]),
    ("en", "a screen of 1280x720", ["1280x720!identifier"]),
    ("id", "1/3 dari mereka pergi", ["1/3=0.3333 fraction"]),
    ("id", "rasio 75,27/100.000 penduduk", ["75,27=75.27", "100.000!identifier"]),
]


@pytest.mark.parametrize(("code", "text", "wanted"), CASES)
def test_joined(code: str, text: str, wanted: list[str]) -> None:
    assert read(code, text) == wanted
