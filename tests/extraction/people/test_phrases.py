import pytest

from claims.extraction.people.phrases import describe
from tests.extraction.speaking import plain_frame

CASES = [
    ("id", "Ipda Farouk Hidayat", "Farouk Hidayat", "Ipda", "name"),
    ("id", "Gubernur Jawa Barat Dedi Mulyadi", "Dedi Mulyadi", "Gubernur Jawa Barat", "name"),
    ("id", "Ketua Umum PSSI Erick Santosa", "Erick Santosa", "Ketua Umum PSSI", "name"),
    ("id", "Sekda Kota Kendari Amir Hasan", "Amir Hasan", "Sekda Kota Kendari", "name"),
    ("id", "Jaksa Penuntut Umum (JPU) Muhibbudin", "Muhibbudin", "Jaksa Penuntut Umum (JPU)", "name"),
    ("id", "juru bicara militer Israel Avichay Adraee", "Avichay Adraee", "juru bicara militer Israel", "name"),
    ("id", "Kementerian Luar Negeri Rusia", "Kementerian Luar Negeri Rusia", None, "body"),
    ("id", "Otoritas Jasa Keuangan (OJK)", "Otoritas Jasa Keuangan (OJK)", None, "body"),
    ("id", "seorang pejabat Mesir", "seorang pejabat Mesir", None, "description"),
    ("id", "pria asal Medan itu", "pria asal Medan itu", None, "description"),
    ("id", "ia", "ia", None, "pronoun"),
    ("en", "Prime Minister Mariano Rajoy", "Mariano Rajoy", "Prime Minister", "name"),
    ("en", "Comerica chief economist David Littman", "David Littman", "Comerica chief economist", "name"),
    ("en", "Mr Kelly", "Kelly", None, "name"),
    ("en", "Altria's Philip Morris", "Philip Morris", "Altria's", "name"),
    ("en", "Mr Sigarchi's lawyer", "Mr Sigarchi's lawyer", None, "description"),
    ("en", "A spokesman for the union", "A spokesman for the union", None, "description"),
    ("en", "the Dutchman", "the Dutchman", None, "description"),
    ("en", "The Red Cross", "Red Cross", None, "body"),
]


@pytest.mark.parametrize(("code", "text", "name", "role", "kind"), CASES)
def test_name_and_title_are_told_apart(code: str, text: str, name: str, role: str | None, kind: str) -> None:
    frame = plain_frame(code, text)
    phrase = describe(frame, 0, len(frame.lows))
    assert phrase is not None
    assert (phrase.name, phrase.role, phrase.kind) == (name, role, kind)
    assert text[phrase.start : phrase.end].endswith(name)


def test_no_words_are_no_phrase() -> None:
    frame = plain_frame("en", ", ,")
    assert describe(frame, 0, len(frame.lows)) is None
