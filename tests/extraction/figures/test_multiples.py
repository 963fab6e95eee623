import pytest

from tests.extraction.reading import read

CASES = [
    ("Sales have doubled.", ["doubled=2 times"]),
    ("Sales more than tripled in a year.", ["tripled=3 times"]),
    ("Sales doubled to $90.", ["doubled=2 times", "$90=90 USD"]),
    ("Sales quadrupled from about 20.", ["quadrupled=4 times", "20=20"]),
    ("Hill doubled to left in the third.", ["doubled!idiom", "third!ordinal"]),
    ("He has doubled back on foot.", ["doubled!idiom"]),
    ("They want to double output.", ["double=2 times"]),
    ("It was a two-run double to left.", ["two=2", "double!idiom"]),
    ("It was a price double that of oil.", ["double=2 times"]),
    ("His double-ton won it.", ["double-ton!idiom"]),
    ("It rose twofold.", ["twofold=2 times"]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_multiples(text: str, wanted: list[str]) -> None:
    assert read("en", text) == wanted
