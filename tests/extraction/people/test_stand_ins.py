import pytest

from claims.extraction.pipeline import extract

CASES = [
    ("id", '"Kami siaga," kata Menteri Perdagangan Budi Santoso. "Harga turun," ujar menteri itu.', "Budi Santoso"),
    ("id", '"Kami siaga," kata Budi Santoso. "Harga turun," ujar bendahara negara itu.', "Budi Santoso"),
    (
        "id",
        '"Kami siaga," kata seorang juru bicara Hamas. "Tunggu," kata juru bicara tersebut.',
        "seorang juru bicara Hamas",
    ),
    ("en", '"We won," said Erik ten Hag. "I know," said the Dutchman.', "Erik ten Hag"),
    ("en", '"We won," said Foreign Minister Ann Lee. "I know," the minister said.', "Ann Lee"),
    ("en", 'A spokesman for Red Alliance said it was over. "We lost," the organisation said.', "Red Alliance"),
    ("en", '"We lost," the government said.', "the government"),
    ("id", '"Kami siaga," kata Budi Santoso. "Dua pejabat itu tahu," kata dua pejabat itu.', "dua pejabat itu"),
    ("en", '"We won," said the mayor, Ann Lee. "I know," said the RMT union.', "the RMT union"),
]


@pytest.mark.parametrize(("code", "text", "name"), CASES)
def test_whom_a_description_stands_for(code: str, text: str, name: str) -> None:
    last = extract(text, language=code).quotes[-1]
    assert last.speaker is not None
    assert last.speaker.name == name
