import pytest

from claims.extraction.pipeline import extract

FORMS = [
    ("id", '"Air naik," kata Budi.', ["direct"]),
    ("id", '"Air naik," kata Budi. "Kami lari."', ["direct", "floating"]),
    ("id", 'Budi menyebut hal itu "kejam" dan "tidak manusiawi".', ["mixed", "mixed"]),
    ("id", '"Air naik," Direktur Klinik Harapan, Rina Wati, kepada wartawan.', ["direct"]),
    ("id", '"Air naik," ujarmya.', ["direct"]),
    ("id", '"Air naik," kelakarnyo Budi Santoso.', ["direct"]),
    ("id", 'Film "Air Naik" diputar.', []),
    ("id", 'Kampanye "bersih desa" dimulai.', []),
    ("en", 'Ann Lee: "It is over, and I am glad of it."', ["direct"]),
    ("en", 'He said the plan was "dead".', ["mixed"]),
    ("en", 'Dwayne "The Rock" Johnson said he was well.', ["indirect"]),
    ("en", 'An online "day of action" comes soon.', []),
    ("en", '"It is over," quipped Ann Lee.', ["direct"]),
]


@pytest.mark.parametrize(("code", "text", "forms"), FORMS)
def test_speech_is_told_from_titles_terms_and_nicknames(code: str, text: str, forms: list[str]) -> None:
    assert [quote.form for quote in extract(text, language=code).quotes] == forms


def test_a_split_quote_is_one_with_two_parts() -> None:
    text = '"Kami," kata Joko, "tidak pernah menerima uang itu."'
    (quote,) = extract(text, language="id").quotes
    assert [text[start:end] for start, end in quote.parts] == ['"Kami,"', '"tidak pernah menerima uang itu."']
    assert (quote.start, quote.end) == (0, len(text))


def test_a_mixed_quote_knows_its_clause() -> None:
    text = 'Budi menyebut angka itu sebagai "eskalasi yang mengerikan" dalam sejarah.'
    (quote,) = extract(text, language="id").quotes
    assert quote.clause is not None
    assert text[slice(*quote.clause)] == 'angka itu sebagai "eskalasi yang mengerikan" dalam sejarah'
