import pytest

from tests.extraction.reading import read

CASES = [
    ("id", "antara 200 dan 250 orang", ["200 dan 250=200..250"]), ("id", "5 hingga 10 persen", ["5 hingga 10 persen=5..10 percent"]),
    ("id", "dua sampai tiga ribu buruh", ["dua sampai tiga ribu=2000..3000"]), ("id", "Rp 3 juta sampai Rp 5 juta", ["Rp 3 juta sampai Rp 5 juta=3000000..5000000 IDR"]),
    ("id", "Rp 1.000-Rp 2.000", ["Rp 1.000-Rp 2.000=1000..2000 IDR"]), ("id", "2-3 minggu", ["2-3 minggu=2..3 week"]), ("id", "dua-tiga orang", ["dua-tiga=2..3"]),
    ("id", "dua atau tiga orang", ["dua atau tiga=2..3"]), ("id", "menang 2-1 atas", ["2-1!score"]), ("id", "dari 1.400 menjadi 1.200 orang", ["1.400=1400", "1.200=1200"]),
    ("id", "0812-3456-7890", ["0812-3456-7890!identifier"]), ("id", "1/3 dari mereka", ["1/3=0.3333 fraction"]), ("id", "RT 01/05", ["01/05!identifier"]),
    ("id", "2,5 plus minus 1 persen", ["2,5=2.5 percent", "1 persen=1 percent"]), ("id", "15 dari setiap 100 anak", ["15 dari setiap 100=0.15 fraction"]),
    ("en", "3.5 to 4.0%", ["3.5 to 4.0%=3.5..4 percent"]), ("en", "from 5 to 7 people", ["5 to 7=5..7"]), ("en", "rose from 5 to 7 people", ["5=5", "7=7"]),
    ("en", "$3 million to $5 million", ["$3 million to $5 million=3000000..5000000 USD"]), ("en", "$3-5 million", ["$3-5 million=3000000..5000000 USD"]),
    ("en", "fell $28.63 to $38.65", ["$28.63=28.63 USD", "$38.65=38.65 USD"]), ("en", "between 13 to 15 years", ["13 to 15 years=13..15 year"]),
    ("en", "one in five households", ["one in five=0.2 fraction"]), ("en", "one train in four is late", ["one train in four=0.25 fraction"]),
    ("en", "killed 5 in 12 attacks", ["5 in 12=0.4167 fraction"]), ("en", "a 2-1 decision", ["2-1!score"]), ("en", "5-7 hours", ["5-7 hours=5..7 hour"]),
    ("en", "97 cents or 98 cents", ["97 cents=97 cent", "98 cents=98 cent"]), ("en", "two or three people", ["two or three=2..3"]),
    ("en", "five in 2004", ["five=5", "2004!date"]), ("en", "12 to 5", ["12=12", "5=5"]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "wanted"), CASES)
def test_pair(code: str, text: str, wanted: list[str]) -> None:
    assert read(code, text) == wanted
