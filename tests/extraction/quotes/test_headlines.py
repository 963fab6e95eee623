import pytest

from claims.extraction.quotes.headlines import headlined
from tests.extraction.speaking import frame


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gubernur Teron Klaim Angka Kemiskinan Turun", "Angka Kemiskinan Turun"),
        ("Walhi sebut tiga sungai tercemar, warga resah", "tiga sungai tercemar"),
        ("Polisi Ungkap Pelaku Sudah Lama Pergi", "Pelaku Sudah Lama Pergi"),
        ("Polisi Ungkap Motif Pembunuhan Pedagang", None),
        ("Larasati Minta Maaf Kepada Warga Teron", None),
        ("Larasati Bantah Suap", None),
        ("Tak Bantah Terima Uang dari Pengusaha", None),
        ("Ditanya Wartawan, Larasati, Hendro dan Wiguna Sebut Harga Beras Turun", None),
        ("Hendro mengatakan harga beras sudah turun", None),
    ],
)
def test_what_a_headline_reports(text: str, told: str | None) -> None:
    read = frame("id", text)
    found = [text[slice(*clause.span)] for clause in headlined(read)]
    assert found == ([told] if told else [])
