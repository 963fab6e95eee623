import pytest

from claims.extraction.pipeline import extract

CASES = [
    ("en", "The engine gives 560Nm.", "newton_metre"),
    ("en", "The boat lay 12 NM off the coast.", "nautical_mile"),
    ("en", "The chip is made in 7nm.", "nanometre"),
    ("id", "Mesinnya bertorsi 140 Nm.", "newton_metre"),
    ("id", "Kapal itu berjarak 34 Nm dari pelabuhan.", "nautical_mile"),
    ("id", "Tenaganya 100 (136 PS).", "horsepower"),
    ("en", "They sold 490,700 PS3 consoles.", None),
]


@pytest.mark.parametrize(("language", "text", "unit"), CASES)
def test_signs(language: str, text: str, unit: str | None) -> None:
    assert extract(text, language=language).figures[-1].unit == unit
