import pytest

from claims.extraction import extract


def units(text: str, language: str) -> list[tuple[str, str | None]]:
    answer = extract(text, language=language).as_dict()
    return [(text[row["number"]["start"] : row["number"]["end"]], row["unit"]) for row in answer["figures"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cabai Rp 40.000 per kg. Telur 25.000 per kg.", [("Rp 40.000", "IDR"), ("25.000", "IDR")]),
        ("Cabai $4 per kg dan Rp 1. Gula $5. Telur 25.000 per kg.", "USD"),
        ("Telur 25.000 per kg.", [("25.000", None)]),
    ],
)
def test_a_price_has_the_currency_that_the_article_writes_most(text: str, found: list[tuple[str, str]] | str) -> None:
    answer = units(text, "id")
    assert answer == found or answer[-1][1] == found


def test_a_noun_of_money_tells_nothing_in_a_language_that_has_none() -> None:
    assert units("The fine of 2 million was paid.", "en") == [("2 million", None)]
