import pytest

from claims.extraction.pipeline import extract
from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("id", "naik 6 dan 11 persen", ["6=6 percent", "11 persen=11 percent"]), ("en", "4, 5 and 9 percent", ["4=4 percent", "5=5 percent", "9 percent=9 percent"]),
        ("id", "2.300 atau 11 persen", ["2.300=2300", "11 persen=11 percent"]), ("en", "killed 300 and 9 percent fled", ["300=300", "9 percent=9 percent"]),
        ("en", "won 4, 9 percent more", ["4=4", "9 percent=9 percent"]), ("en", "2 and 3 million tons", ["2=2", "3 million tons=3000000 ton"]),
    ],
)  # fmt: skip
def test_a_unit_told_once_is_shared(code: str, text: str, wanted: list[str]) -> None:
    assert read(code, text) == wanted


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("id", "Ada dua, tiga, dan enam kamar kosong.", ["kamar"] * 3),
        ("id", "Sebanyak 4.310 atau 86 persen pelanggan membayar.", ["pelanggan"] * 2),
        ("en", "Crews saved 12 goats and 30 sheep.", ["goats", "sheep"]),
    ],
)
def test_a_noun_told_once_is_shared(code: str, text: str, wanted: list[str]) -> None:
    found = [figure.counted or "" for figure in extract(text, language=code).figures]
    assert len(found) == len(wanted)
    assert all(noun in counted for noun, counted in zip(wanted, found, strict=True))
