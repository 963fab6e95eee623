import pytest

from claims.extraction.pipeline import extract


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("id", "Warga di atas 60 tahun menunggu.", [("60 tahun", "age")]), ("en", "It is for patients under 18.", [("18", "age")]), ("id", "Usia di atas 50 tahun atau di bawah 5 tahun.", [("50 tahun", "age"), ("5 tahun", "age")]),
        ("en", "I took a big one home.", [("one", "idiom")]), ("en", "He won by a majority of 174.", [("majority", "vague")]), ("en", "The flood left one dead.", []), ("en", "Killing one, they fled.", []),
    ],
)  # fmt: skip
def test_refused_after_all(code: str, text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(numeral.text, numeral.why) for numeral in extract(text, language=code, explain=True).rejected] == wanted
