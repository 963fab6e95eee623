import pytest

from claims.extraction.pipeline import extract
from tests.steps import calls

CLAUSES = [
    ("id", "Budi mengatakan bahwa air naik, Senin (3/3/2025).", ["air naik"]),
    ("id", "Budi meminta warga untuk mengungsi.", ["warga untuk mengungsi"]),
    ("id", "Budi menyarankan agar warga mengungsi segera.", ["warga mengungsi segera"]),
    ("id", "PBB menyerukan pembebasan sandera.", ["pembebasan sandera"]),
    ("id", "Jumlah itu, kata Budi, naik dua kali lipat.", ["Jumlah itu, kata Budi, naik dua kali lipat"]),
    ("id", "Tim hukum mengatakan ada risiko tinggi, kata memo tersebut.", ["ada risiko tinggi"]),
    ("id", "Maluku dan Papua mencatat 518 gigawatt.", []),
    ("id", "Kondisi itu menunjukkan harga naik.", []),
    ("id", "Budi mengatakan hal itu.", []),
    ("id", "Budi memastikan kesiapan gudang.", []),
    ("en", "The BPI welcomed the news, but warned there are others.", ["there are others"]),
    ("en", "He makes $41,000 a year, Ann Lee said.", ["He makes $41,000 a year"]),
    ("en", "Ann Lee said 42 people died.", ["42 people died"]),
    ("en", "After Tom Hill said he was ill, Ann Lee announced that she would go.", ["he was ill", "she would go"]),
    ("en", "Both firms promised to pay the fine.", ["pay the fine"]),
    ("en", "The champion claimed her seventh title.", []),
    ("en", "A witness who asked not to be named left.", []),
    ("en", "It is less than what researchers say they need.", []),
]


@pytest.mark.parametrize(("code", "text", "clauses"), CLAUSES)
def test_reported_clauses(code: str, text: str, clauses: list[str]) -> None:
    assert [quote.text for quote in extract(text, language=code).quotes] == clauses


def test_what_holds_another_report_passes_it_on() -> None:
    text = "Tim hukum mengatakan ada risiko tinggi penolakan, kata memo tersebut."
    (quote,) = extract(text, language="id").quotes
    assert [(part.role, part.text, part.hop) for part in quote.attribution] == [
        ("speaker", "Tim hukum", 0),
        ("relay", "memo tersebut", 1),
    ]


def test_many_attributions_of_one_sentence_cost_little_more_than_a_few() -> None:
    few, many = (f"Ann Hill praised him{' and accused dogs' * times} of barking at night." for times in (6, 12))
    calls(lambda: extract(few, language="en"))
    assert calls(lambda: extract(many, language="en")) < 4 * calls(lambda: extract(few, language="en"))
