import pytest

from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("id", "Caranya: 1.", ["1!structure"]), ("id", "3.", ["3!structure"]), ("id", "Nilainya: 30.", ["30=30"]), ("en", "2) Paint", ["2!structure"]),
        ("id", "bek: 5-Dede Sunarya, 13-Yogi Anwar.", ["5!identifier", "13!identifier"]), ("en", "A 4-Bedroom House.", ["4=4"]),
    ],
)  # fmt: skip
def test_list_number(code: str, text: str, wanted: list[str]) -> None:
    assert read(code, text) == wanted
