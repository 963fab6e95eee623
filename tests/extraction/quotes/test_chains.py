import pytest

from claims.extraction import extract

CHAINS = [
    ("en", 'In a blog post titled "Home," Ann Hill said the firm was safe.', [("medium", "a blog post")]),
    (
        "en",
        "In a letter sent to parents, Ann Hill said the school was safe.",
        [("medium", "a letter"), ("audience", "parents")],
    ),
    ("en", '"We will win," Ann Hill told reporters gathered outside the court.', [("audience", "reporters")]),
    (
        "en",
        '"We will win," Ann Hill told the Harbour news agency from Leeds.',
        [("audience", "the Harbour news agency")],
    ),
    ("id", "Dalam surat tertulis, Rina Dewi mengatakan harga beras turun.", [("medium", "surat tertulis")]),
]


@pytest.mark.parametrize(("code", "text", "wanted"), CHAINS)
def test_a_part_of_a_chain_ends_before_what_is_told_of_it(code: str, text: str, wanted: list[tuple[str, str]]) -> None:
    (quote,) = extract(text, language=code).quotes
    assert [(part.role, part.name) for part in quote.attribution if part.role != "speaker"] == wanted
