import pytest

from claims.extraction.quotes.cues import attributions
from claims.extraction.quotes.relays import find_passed_on, is_outlet
from tests.extraction.speaking import frame


@pytest.mark.parametrize(
    ("text", "passed_on", "retold"),
    [
        ("A witness said that a car had sped off, the Northern Times reported.", {0: 1}, set()),
        ("A witness reported that a car had sped off, Brody said.", {}, {0}),
        ("Reuters reported that a car had sped off, Brody said.", {0: 1}, set()),
    ],
)
def test_who_passes_on_what_another_tells(text: str, passed_on: dict[int, int], retold: set[int]) -> None:
    read = frame("en", text)
    saids = attributions(read)
    told = [(0, len(read.lows))] * len(saids)
    assert find_passed_on(read, saids, set(), list(told)) == (passed_on, retold)


def test_an_outlet_is_known_by_its_noun() -> None:
    for text, outlet in (("The Vale Herald said it was over.", True), ("Ann Hill said it was over.", False)):
        read = frame("en", text)
        assert is_outlet(read, attributions(read)[0]) is outlet
