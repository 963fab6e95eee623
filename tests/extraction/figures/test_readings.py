import pytest

from tests.extraction.reading import read

CASES = [
    ("id", "pada 7 Oktober, yang menewaskan sekitar 1.400 orang", ["7 Oktober!date", "1.400=1400"]),
    ("id", "Pasal 27 dan 28 UU ITE", ["27 dan 28!identifier"]), ("id", "aged", []), ("id", "antara tahun 600 hingga 900 M", ["600 hingga 900!date"]),
    ("id", "tujuh (7) paket", ["tujuh=7", "7!repeated"]), ("id", "telepon 0811 9787 670 hanya", ["0811 9787 670!identifier"]),
    ("id", "salah satu dari tiga kota", ["satu!idiom", "tiga=3"]), ("en", "aged 6 to 12", ["6 to 12!age"]), ("en", "in 2011 and 2012, with", ["2011 and 2012!date"]),
    ("en", "one of the biggest", ["one!idiom"]), ("en", "dozens injured", ["dozens=?"]), ("en", "call 01904 555 0199 now", ["01904 555 0199!identifier"]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "wanted"), CASES)
def test_the_numbers_of_a_sentence_are_read(code: str, text: str, wanted: list[str]) -> None:
    assert read(code, text) == wanted
